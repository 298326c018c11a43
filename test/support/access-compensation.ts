import { claimOfPerson, held, seat } from './claims.ts';
import type { TestCity } from './city.ts';
import { EMPTY, signedInOnly, WHO, type Matrix } from './access.ts';

const SITTING = 'sitting-access';
const CLAIM = claimOfPerson(SITTING);
const SHA = 'a'.repeat(64);
const at = (path: string) => `/api/compensation/claims/${CLAIM}${path}`;

/** A draft of the member's, which nobody else sees. */
export const draftClaim = async (city: TestCity): Promise<void> => {
  const times = { from: '2026-11-20T17:00', to: '2026-11-20T19:00' };
  await held(city, { sitting: SITTING, ...times, entries: [seat('member')] });
  await city.settle();
};

/** For all others the draft does not exist. */
const member = (status: number): number[] =>
  WHO.map((who) => (who === 'public' ? 401 : who === 'member' ? status : 404));

const BATCH = {
  claims: [{ claim: CLAIM, seq: 1 }],
  totals: [{ body: 'body-bezirk-03', count: 1, cents: 20_00 }],
};

/** Every route of claims, on the draft of a member. */
export const COMPENSATION_ACCESS: Matrix = {
  'GET /api/compensation/claims': () => ({ path: '/api/compensation/claims', answers: signedInOnly(200) }),
  'GET /api/compensation/work-list': () => ({
    path: '/api/compensation/work-list?queue=done&scope=be-sen-integration',
    answers: [401, 403, 403, 403, 200, 403, 403, 403, 200, 403, 403],
  }),
  // Counts of one's own lists: who works on none reads an empty answer.
  'GET /api/compensation/waiting': () => ({ path: '/api/compensation/waiting', answers: signedInOnly(200) }),
  'GET /api/compensation/claims/{claim}': () => ({ path: at(''), answers: member(200) }),
  'GET /api/compensation/statements/{year}': () => ({
    path: '/api/compensation/statements/2026',
    answers: signedInOnly(200),
  }),
  // The threshold of 2026 is not known: who may ask is told so.
  'GET /api/compensation/reportable': () => ({
    path: '/api/compensation/reportable?year=2026&authority=be-sen-integration',
    answers: [401, 403, 403, 403, 403, 403, 403, 403, 200, 403, 403],
  }),
  'PUT /api/compensation/claims/{claim}/expenses/{item}': () => ({
    path: at('/expenses/bus'),
    body: { kind: 'publicTransport', cents: 380, pages: [] },
    answers: member(409),
  }),
  'POST /api/compensation/claims/{claim}/expenses/{item}/remove': () => ({
    path: at('/expenses/bus/remove'),
    body: EMPTY,
    answers: member(409),
  }),
  'POST /api/compensation/claims/{claim}/expenses/{item}/pages/{sha256}/open': () => ({
    path: at(`/expenses/bus/pages/${SHA}/open`),
    body: EMPTY,
    answers: signedInOnly(404),
  }),
  // The list gives this member a fee: there is nothing to ask for.
  'POST /api/compensation/claims/{claim}/ask-fee': () => ({ path: at('/ask-fee'), body: EMPTY, answers: member(409) }),
  'POST /api/compensation/claims/{claim}/submit': () => ({
    path: at('/submit'),
    body: { seq: 1, totalCents: 20_00 },
    answers: member(200),
  }),
  'POST /api/compensation/claims/{claim}/answer': () => ({
    path: at('/answer'),
    body: { text: 'any' },
    answers: member(409),
  }),
  'POST /api/compensation/certify': () => ({
    path: '/api/compensation/certify',
    body: BATCH,
    answers: member(403),
  }),
  'POST /api/compensation/order': () => ({ path: '/api/compensation/order', body: BATCH, answers: member(403) }),
  'POST /api/compensation/claims/{claim}/certify': () => ({
    path: at('/certify'),
    body: { seq: 1 },
    answers: member(403),
  }),
  'POST /api/compensation/claims/{claim}/query': () => ({
    path: at('/query'),
    body: { text: 'any' },
    answers: member(403),
  }),
  'POST /api/compensation/claims/{claim}/propose-rejection': () => ({
    path: at('/propose-rejection'),
    body: { seq: 1, recognised: [{ item: 'fee', cents: 0 }], reasons: 'any' },
    answers: member(403),
  }),
  'POST /api/compensation/claims/{claim}/fix-bank-data': () => ({
    path: at('/fix-bank-data'),
    body: { seq: 1 },
    answers: member(403),
  }),
  'POST /api/compensation/claims/{claim}/return-rejection': () => ({
    path: at('/return-rejection'),
    body: { text: 'any' },
    answers: member(403),
  }),
  'POST /api/compensation/claims/{claim}/partly-reject': () => ({
    path: at('/partly-reject'),
    body: { noticeSha256: SHA },
    answers: member(403),
  }),
  'POST /api/compensation/claims/{claim}/declare-bias': () => ({
    path: at('/declare-bias'),
    body: { text: 'any' },
    answers: member(403),
  }),
  'POST /api/compensation/claims/{claim}/decide-offset': () => ({
    path: at('/decide-offset'),
    body: { seq: 1, heardOn: '2026-11-01', noticeOn: '2026-11-20', reason: 'any' },
    answers: member(403),
  }),
};
