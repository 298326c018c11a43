import type { Page } from 'playwright-core';

const ANSWERS = (title: string): Record<string, object> => ({
  eligibility: { seatInBerlin: true, boardMajority: true, notBegun: true, noDoubleFunding: true },
  project: {
    title,
    purpose: 'Eine halbe Stelle für Beratung.',
    goals: '120 Gespräche im Jahr.',
    place: '03',
    from: '2027-04-01',
    to: '2027-12-31',
  },
  plan: {
    costs: [{ category: 'staff', label: 'Beratung', cents: 4_800_000 }],
    cover: [{ category: 'ownFunds', label: 'Beiträge', cents: 800_000 }],
  },
  declarations: { contact: 'Amina Beispiel', inputTax: false, truthful: true, changes: true, publication: true },
});

const good = async (asked: ReturnType<Page['request']['put']>): Promise<{ version: number }> => {
  const response = await asked;
  if (!response.ok()) throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as { version: number };
};

/** Writes and submits an application over the API, as the signatory who is signed in on this page. */
export const submitOverApi = async (page: Page, id: string, title: string): Promise<void> => {
  const path = `/api/funding/applications/${id}`;
  let { version } = await good(
    page.request.put(path, { data: { call: 'struktur-2027', organisation: 'org-brueckenhaus' } }),
  );
  for (const [section, answers] of Object.entries(ANSWERS(title))) {
    const headers = { 'if-match': `"${version}"` };
    ({ version } = await good(page.request.put(`${path}/sections/${section}`, { data: { answers }, headers })));
  }
  await good(
    page.request.post(`${path}/submit`, { data: { version }, headers: { 'idempotency-key': `submit-${id}` } }),
  );
};
