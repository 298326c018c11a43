import { wholeApi } from '../../functions/whole-api.ts';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import type { Journal, Row } from '../../functions/kernel/journal.ts';
import { sweep } from '../../functions/kernel/outbox.ts';
import { workDaily } from '../../functions/daily.ts';
import { organisationKey } from '../../functions/organisations/views.ts';
import { reactionsOf } from '../../functions/reactions.ts';
import { noticeIdOf } from '../../shared/funding/decision-ids.ts';
import { instant, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { testCity, type TestCity } from './city.ts';
import { draftExample, EXAMPLE_ANSWERS, EXAMPLE_PROPOSAL } from './example-case.ts';
import { ANY_INSTANT } from './fault-cases.ts';
import type { StrikingCalls } from './fault-ports.ts';

const CALL = 'struktur-2027';
export const JOURNEY_BUDGET = 150_000_000;
const VERSION = 1 + Object.keys(EXAMPLE_ANSWERS).length;

const BY_POST = { editor: 'editor2', signatory: 'signatory2', organisation: 'org-horizont' };

/** When both notices of grants have taken effect: the one opened in the portal and the one posted. */
export const WHEN_EFFECTIVE: Instant = instant('2026-12-01T05:00:00Z');

/** The city before the journey: three complete drafts, and an organisation that gets its letters by post. */
export const cityRows = async (): Promise<Row[]> => {
  const journal = memoryJournal();
  const city = await testCity(ANY_INSTANT, journal);
  const [[row] = []] = await journal.read([organisationKey(asId(BY_POST.organisation))]);
  const { portalDelivery: _, ...organisation } = row!['organisation'] as Record<string, unknown>;
  await journal.commit({ at: ANY_INSTANT, by: 'system', writes: [{ put: { ...row!, organisation } }] });
  await draftExample(city, 'app-post', BY_POST);
  for (const id of ['app-nein', 'app-weg']) await draftExample(city, id);
  return journal.rows();
};

export interface Request {
  readonly who: string;
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly version?: number;
}

/** Sends one request until it is answered, as a client would: always the same. */
export type Send = (request: Request) => Promise<Record<string, unknown>>;

const post =
  (send: Send) =>
  (who: string, path: string, body: object = {}) =>
    send({ who, method: 'POST', path, body });

const drafting = async (send: Send, id: string): Promise<void> => {
  const path = `/api/funding/applications/${id}`;
  await send({ who: 'editor', method: 'PUT', path, body: { call: CALL, organisation: 'org-brueckenhaus' } });
  for (const [index, [section, answers]] of Object.entries(EXAMPLE_ANSWERS).entries()) {
    const who = section === 'plan' ? 'signatory' : 'editor';
    await send({ who, method: 'PUT', path: `${path}/sections/${section}`, body: { answers }, version: index + 1 });
  }
};

/** Until nothing is open; first the daily work, if a later instant is named. */
export type Settle = (later?: Instant) => Promise<void>;

/** The signatory opens one notice of a grant, an officer posts the other. */
export const deliver = async (ask: (who: string, path: string, body?: object) => Promise<unknown>): Promise<void> => {
  await ask('signatory', `/api/notices/${noticeIdOf(asId('app-portal'), 5)}/open`);
  await ask('case-officer', `/api/notices/${noticeIdOf(asId('app-post'), 2)}/posted`, {
    postedOn: '2026-11-22',
    annexEnclosed: true,
  });
};

/** Every use case at least once: a grant through the portal, one by post, a refusal, a withdrawal. */
export const journey = async (send: Send, settle: Settle): Promise<void> => {
  const ask = post(send);
  const at = (id: string, act: string) => `/api/funding/applications/${id}/${act}`;
  const decided = async (id: string, act: 'approve' | 'refuse') => {
    const { sha256 } = await ask('approver', `/api/notices/previews/${id}`);
    await ask('approver', at(id, act), { noticeSha256: sha256 });
  };
  await drafting(send, 'app-portal');
  for (const id of ['app-portal', 'app-post', 'app-nein', 'app-weg'])
    await ask(id === 'app-post' ? BY_POST.signatory : 'signatory', at(id, 'submit'), { version: VERSION });
  await ask('approver', at('app-weg', 'consent-early-start'), { from: '2026-12-01', reason: 'Personal ist gebunden.' });
  await ask('case-officer', at('app-weg', 'declare-bias'), { reason: 'Früher dort tätig.' });
  await ask('signatory', at('app-weg', 'withdraw'));
  await ask('case-officer', at('app-portal', 'take'));
  await ask('case-officer', at('app-portal', 'propose-approval'), EXAMPLE_PROPOSAL);
  await ask('approver', at('app-portal', 'return'), { comment: 'Bitte den Vermerk ergänzen.' });
  await ask('case-officer', at('app-portal', 'propose-approval'), EXAMPLE_PROPOSAL);
  await ask('case-officer', at('app-post', 'propose-approval'), EXAMPLE_PROPOSAL);
  const words = { reasons: 'Die Mittel reichen nicht für alle.', examinationNote: 'Rang 23 von 27.' };
  await ask('case-officer', at('app-nein', 'propose-refusal'), words);
  await decided('app-portal', 'approve');
  await decided('app-post', 'approve');
  await decided('app-nein', 'refuse');
  await settle();
  await deliver(ask);
  await settle();
  await settle(WHEN_EFFECTIVE);
};

const TRIES = 6;

/** The portal in processes that may die: requests are repeated as clients do, the outbox is swept until it is empty. */
export const brittlePortal = async (journal: Journal, striking: StrikingCalls, reactions = reactionsOf) => {
  const city: TestCity = await testCity(ANY_INSTANT, journal);
  const start = () => {
    const port = striking.inProcess();
    const files = port(city.deps.files, 'files');
    const deps = {
      ...city.deps,
      journal: port(journal, 'journal'),
      files,
      published: files,
      mailer: port(city.deps.mailer, 'mailer'),
      log: () => undefined,
    };
    return { deps, app: wholeApi(deps) };
  };
  let portal = start();
  let number = 0;
  const send: Send = async ({ who, method, path, body, version }) => {
    const headers = {
      authorization: `Bearer ${who}`,
      'content-type': 'application/json',
      'idempotency-key': `key-number-${(number += 1)}`,
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    };
    for (let tried = 1; ; tried += 1) {
      const request = async () => portal.app.request(path, { method, headers, body: JSON.stringify(body ?? {}) });
      const response = await striking.untilExit(request);
      if (response === 'exited') portal = start();
      else if (response.ok) return (await response.json()) as Record<string, unknown>;
      else if (response.status < 500 || tried === TRIES)
        throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
  };
  const settle: Settle = async (later) => {
    if (later !== undefined) city.at(later);
    for (let round = 1, isDailyDone = later === undefined; round <= 14; round += 1) {
      if (!isDailyDone) {
        const ended = await striking.untilExit(() =>
          workDaily(portal.deps).then(
            () => 'done' as const,
            () => 'failed' as const,
          ),
        );
        isDailyDone = ended === 'done';
        if (ended === 'exited') portal = start();
        continue;
      }
      const tally = await striking.untilExit(() =>
        sweep(portal.deps, reactions(portal.deps), { which: 'all' }).catch(() => undefined),
      );
      if (tally === 'exited') portal = start();
      else if (tally?.done === 0 && tally.failed === 0) return;
    }
    throw new Error('The outbox is never empty');
  };
  return { send, settle, files: city.deps.files, mails: city.mails };
};
