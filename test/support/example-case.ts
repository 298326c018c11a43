import { addDays, dayOf, startOf } from '../../shared/kernel/day.ts';
import type { TestCity } from './city.ts';

/** Complete answers of the structural form; plainly fictional. */
export const EXAMPLE_ANSWERS: Readonly<Record<string, object>> = {
  eligibility: { seatInBerlin: true, boardMajority: true, notBegun: true, noDoubleFunding: true },
  project: {
    title: 'Beratung im Kiez',
    purpose: 'Stelle für die Beratung',
    goals: 'Mehr Menschen erreichen',
    place: '03',
    from: '2027-04-01',
    to: '2027-12-31',
  },
  plan: {
    costs: [{ category: 'staff', label: 'Leitung', cents: 5_000_000 }],
    cover: [{ category: 'ownFunds', label: 'Beiträge', cents: 500_000 }],
  },
  declarations: { contact: 'Amina Beispiel', inputTax: false, truthful: true, changes: true, publication: true },
};

export const EXAMPLE_PROPOSAL = {
  amountCents: 4_500_000,
  eligibleCents: 5_000_000,
  from: '2027-04-01',
  to: '2027-12-31',
  reasons: 'Der Antrag entspricht den Zielen des Programms.',
  examinationNote: 'Notwendig und angemessen.',
  specialClauses: [],
  purpose: 'Stelle für die Beratung im Kiez, halbe Stelle.',
  publicLine: { purpose: 'Beratung', place: 'Pankow' },
};

const must = async (response: Promise<Response>): Promise<Response> => {
  const answer = await response;
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer;
};

const BRUECKENHAUS = { editor: 'editor', signatory: 'signatory', organisation: 'org-brueckenhaus' };

/** A complete draft, written by two people; gives the version to submit. */
export const draftExample = async (
  city: TestCity,
  id: string,
  { editor, signatory, organisation } = BRUECKENHAUS,
): Promise<number> => {
  await must(city.put(editor, `/api/funding/applications/${id}`, { call: 'struktur-2027', organisation }));
  let version = 1;
  for (const [section, answers] of Object.entries(EXAMPLE_ANSWERS)) {
    const who = section === 'plan' ? signatory : editor;
    const saved = await must(
      city.put(who, `/api/funding/applications/${id}/sections/${section}`, { answers }, { 'if-match': `"${version}"` }),
    );
    version = ((await saved.json()) as { version: number }).version;
  }
  return version;
};

export const submitExample = async (city: TestCity, id: string): Promise<void> => {
  const version = await draftExample(city, id);
  await must(city.post('signatory', `/api/funding/applications/${id}/submit`, { version }));
};

/** What the approver sees; approving names its hash. */
export const seeNotice = async (city: TestCity, id: string, who = 'approver') =>
  (await (await must(city.post(who, `/api/notices/previews/${id}`, {}))).json()) as {
    sha256: string;
    mayRelease: boolean;
  };

/** A case from draft to approval, with everything that follows by itself; `meanwhile` happens between both. The sequencer has not run. */
export const decideExample = async (
  city: TestCity,
  id: string,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<{ notice: string }> => {
  await submitExample(city, id);
  await must(city.post('case-officer', `/api/funding/applications/${id}/propose-approval`, EXAMPLE_PROPOSAL));
  const { sha256 } = await seeNotice(city, id);
  await must(city.post('approver', `/api/funding/applications/${id}/approve`, { noticeSha256: sha256 }));
  await meanwhile();
  await city.settle();
  const view = (await (await city.get('signatory', `/api/funding/applications/${id}`)).json()) as {
    decision: { notice: string };
  };
  return view.decision;
};

/** The signatory opens the notice; on the next day it is effective, and a grant is published. The clock stands on that day then. */
export const takeEffect = async (city: TestCity, notice: string, who = 'signatory'): Promise<void> => {
  await must(city.post(who, `/api/notices/${notice}/open`, {}));
  await city.settle();
  city.at(startOf(addDays(dayOf(city.deps.clock.now()), 1)));
  await city.daily();
  await city.settle();
};
