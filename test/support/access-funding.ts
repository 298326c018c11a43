import { EMPTY, members, same, signedInOnly, WHO, type Matrix } from './access.ts';
import { claimOfPerson } from './claims.ts';
import { EXAMPLE_ANSWERS, EXAMPLE_PROPOSAL } from './example-case.ts';

const SHA = 'a'.repeat(64);

/** Every route of the portal and of funding, on a submitted case `app-eins`, a draft `app-zwei` and a decided case with its notice. */
export const FUNDING_ACCESS: Matrix = {
  'GET /api/health': () => ({ path: '/api/health', answers: same(200) }),
  'GET /api/openapi.json': () => ({ path: '/api/openapi.json', answers: same(200) }),
  'GET /api/me': () => ({ path: '/api/me', answers: WHO.map((who) => (who === 'public' ? 401 : 200)) }),
  'GET /api/operation/tasks': () => ({
    path: '/api/operation/tasks',
    answers: [401, 403, 403, 403, 403, 403, 403, 403, 403, 403, 200],
  }),
  // There is no such task: only whoever may ask learns it.
  'POST /api/operation/tasks/{task}/again': () => ({
    path: '/api/operation/tasks/0123456789abcdef/again',
    body: EMPTY,
    answers: [401, 403, 403, 403, 403, 403, 403, 403, 403, 403, 404],
  }),
  'GET /api/sign-in': () => ({ path: '/api/sign-in', answers: same(302) }),
  // Whoever is signed in already is led on; a stranger's answer belongs to no sign-in that was begun here.
  'GET /api/sign-in/callback': () => ({
    path: '/api/sign-in/callback',
    answers: WHO.map((who) => (who === 'public' ? 400 : 303)),
  }),
  'POST /api/sign-out': () => ({ path: '/api/sign-out', body: EMPTY, answers: same(204) }),
  'GET /api/programmes/calls': () => ({ path: '/api/programmes/calls', answers: same(200) }),
  'GET /api/programmes/calls/{call}': () => ({ path: '/api/programmes/calls/struktur-2027', answers: same(200) }),
  'PUT /api/funding/applications/{id}': () => ({
    path: '/api/funding/applications/app-neu',
    body: { call: 'struktur-2027', organisation: 'org-brueckenhaus' },
    answers: members(200),
  }),
  'PUT /api/funding/applications/{id}/sections/{section}': ({ version }) => ({
    path: '/api/funding/applications/app-zwei/sections/project',
    body: { answers: EXAMPLE_ANSWERS['project'] },
    headers: { 'if-match': `"${version}"` },
    answers: members(200),
  }),
  'GET /api/funding/applications': () => ({
    path: '/api/funding/applications?organisation=org-brueckenhaus',
    answers: members(200),
  }),
  'GET /api/funding/applications/{id}': () => ({
    path: '/api/funding/applications/app-eins',
    answers: [401, 200, 200, 404, 200, 200, 404, 404, 200, 404, 404],
  }),
  'GET /api/funding/work-list': () => ({
    path: '/api/funding/work-list?authority=be-sen-integration',
    answers: [401, 403, 403, 403, 200, 200, 403, 403, 200, 403, 403],
  }),
  'POST /api/funding/applications/{id}/submit': ({ version }) => ({
    path: '/api/funding/applications/app-zwei/submit',
    body: { version },
    answers: [401, 403, 200, 404, 404, 404, 404, 404, 404, 404, 404],
  }),
  'POST /api/funding/applications/{id}/discard': ({ version }) => ({
    path: '/api/funding/applications/app-zwei/discard',
    body: { version },
    answers: members(200),
  }),
  'POST /api/funding/applications/{id}/withdraw': () => ({
    path: '/api/funding/applications/app-eins/withdraw',
    body: EMPTY,
    answers: [401, 403, 200, 404, 403, 403, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/take': () => ({
    path: '/api/funding/applications/app-eins/take',
    body: EMPTY,
    answers: [401, 403, 403, 404, 200, 403, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/propose-approval': () => ({
    path: '/api/funding/applications/app-eins/propose-approval',
    body: EXAMPLE_PROPOSAL,
    answers: [401, 403, 403, 404, 200, 403, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/propose-refusal': () => ({
    path: '/api/funding/applications/app-eins/propose-refusal',
    body: { reasons: 'x', examinationNote: 'y' },
    answers: [401, 403, 403, 404, 200, 403, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/consent-early-start': () => ({
    path: '/api/funding/applications/app-eins/consent-early-start',
    body: { from: '2027-01-01', reason: 'x' },
    answers: [401, 403, 403, 404, 403, 200, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/declare-bias': () => ({
    path: '/api/funding/applications/app-eins/declare-bias',
    body: { reason: 'x' },
    answers: [401, 403, 403, 404, 200, 200, 404, 404, 403, 404, 404],
  }),
  // Nothing is proposed: the approver is told so (409), everybody else that it is not theirs to decide.
  'POST /api/funding/applications/{id}/return': () => ({
    path: '/api/funding/applications/app-eins/return',
    body: { comment: 'x' },
    answers: [401, 403, 403, 404, 403, 409, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/approve': () => ({
    path: '/api/funding/applications/app-eins/approve',
    body: { noticeSha256: SHA },
    answers: [401, 403, 403, 404, 403, 409, 404, 404, 403, 404, 404],
  }),
  'POST /api/funding/applications/{id}/refuse': () => ({
    path: '/api/funding/applications/app-eins/refuse',
    body: { noticeSha256: SHA },
    answers: [401, 403, 403, 404, 403, 409, 404, 404, 403, 404, 404],
  }),
  'POST /api/notices/previews/{application}': () => ({
    path: '/api/notices/previews/app-eins',
    body: EMPTY,
    answers: [401, 404, 404, 404, 409, 409, 404, 404, 409, 404, 404],
  }),
  // A draft of the member's: officials do not see it yet, and nobody looks at a notice on the own claim.
  'POST /api/notices/previews/claims/{claim}': () => ({
    path: `/api/notices/previews/claims/${claimOfPerson('sitting-access')}`,
    body: EMPTY,
    answers: signedInOnly(404),
  }),
  'POST /api/notices/statements/{year}': () => ({
    path: '/api/notices/statements/2026',
    body: EMPTY,
    answers: signedInOnly(200),
  }),
  'GET /api/notices': () => ({ path: '/api/notices?organisation=org-brueckenhaus', answers: members(200) }),
  'GET /api/notices/{notice}': ({ notice }) => ({
    path: `/api/notices/${notice}`,
    answers: [401, 200, 200, 404, 200, 200, 404, 404, 200, 404, 404],
  }),
  'POST /api/notices/{notice}/open': ({ notice }) => ({
    path: `/api/notices/${notice}/open`,
    body: EMPTY,
    answers: [401, 200, 200, 404, 200, 200, 404, 404, 200, 404, 404],
  }),
  'POST /api/notices/{notice}/posted': ({ notice }) => ({
    path: `/api/notices/${notice}/posted`,
    body: { postedOn: '2026-11-23', annexEnclosed: true },
    answers: [401, 404, 404, 404, 409, 404, 404, 404, 404, 404, 404],
  }),
  'POST /api/notices/{notice}/provide': ({ notice }) => ({
    path: `/api/notices/${notice}/provide`,
    body: EMPTY,
    answers: [401, 404, 404, 404, 409, 404, 404, 404, 404, 404, 404],
  }),
  'GET /api/public/entries': () => ({ path: '/api/public/entries', answers: same(200) }),
  'GET /api/public/entries/{entryId}': ({ entry }) => ({ path: `/api/public/entries/${entry}`, answers: same(404) }),
  'GET /api/public/report': () => ({ path: '/api/public/report', answers: same(200) }),
  'GET /api/public/compensation': () => ({ path: '/api/public/compensation', answers: same(200) }),
  'GET /ledger/log/proof/{entryId}': ({ entry }) => ({ path: `/ledger/log/proof/${entry}`, answers: same(404) }),
};
