import { BOARD } from './board.ts';
import { EMPTY, same, WHO, type Matrix } from './access.ts';

const AT_BOARD = `/api/bodies/${BOARD}`;
/** The public is asked to sign in; everybody else is answered `rest`, but for those who are named. */
export const onBoard = (rest: number, named: Readonly<Partial<Record<(typeof WHO)[number], number>>> = {}): number[] =>
  WHO.map((who) => (who === 'public' ? 401 : (named[who] ?? rest)));
const READS_BOARD = { 'district-officer': 200, 'district-approver': 200, auditor: 200, member: 200 };
const STEERS_NOT = { 'district-officer': 403, 'district-approver': 403, auditor: 403, member: 403 };
const LIST = {
  seq: 1,
  from: '2026-11-19T17:00',
  to: '2026-11-19T19:00',
  entries: [{ seat: 'sitz-1', present: 'member' }],
};

/** Every route of the boards themselves: a sitting that is over, one that comes, and `member` on a seat. */
export const BODIES_ACCESS: Matrix = {
  'GET /api/bodies': () => ({ path: '/api/bodies', answers: same(200) }),
  'GET /api/bodies/{body}': () => ({ path: AT_BOARD, answers: same(200) }),
  'GET /api/bodies/mine': () => ({ path: '/api/bodies/mine', answers: onBoard(404, { member: 200 }) }),
  'PUT /api/bodies/mine': () => ({
    path: '/api/bodies/mine',
    body: { email: 'a@b.example', language: 'de', isNamed: false, acceptsPortalDelivery: false },
    headers: { 'if-match': '"1"' },
    answers: onBoard(404, { member: 200 }),
  }),
  // Nothing waits for a code.
  'POST /api/bodies/mine/confirm-contact': () => ({
    path: '/api/bodies/mine/confirm-contact',
    body: { code: 'x' },
    answers: onBoard(404, { member: 409 }),
  }),
  'GET /api/bodies/calendar': () => ({ path: '/api/bodies/calendar', answers: onBoard(200) }),
  'GET /api/bodies/{body}/office': () => ({
    path: `${AT_BOARD}/office`,
    answers: onBoard(404, { 'district-officer': 200, 'district-approver': 200, auditor: 200 }),
  }),
  // Names of persons are for the board's own office; its authority appoints nobody.
  'GET /api/bodies/{body}/directory': () => ({
    path: `${AT_BOARD}/directory?of=people&name=fatima`,
    answers: onBoard(404, { 'district-officer': 403, 'district-approver': 403, auditor: 403 }),
  }),
  'PUT /api/bodies/{body}/settings': () => ({
    path: `${AT_BOARD}/settings`,
    body: { expenses: [] },
    headers: { 'if-match': '"1"' },
    answers: onBoard(404, { 'district-officer': 403, 'district-approver': 403, auditor: 403 }),
  }),
  'PUT /api/bodies/{body}/seats/{seat}': () => ({
    path: `${AT_BOARD}/seats/sitz-9`,
    body: { label: 'Sitz 9' },
    answers: onBoard(404, { 'district-officer': 403, 'district-approver': 403, auditor: 403 }),
  }),
  'POST /api/bodies/{body}/seats/{seat}/appoint': () => ({
    path: `${AT_BOARD}/seats/sitz-1/appoint`,
    body: { as: 'deputy', person: 'editor', from: '2026-01-01', isPublicServant: false },
    answers: onBoard(404, { 'district-officer': 403, 'district-approver': 403, auditor: 403 }),
  }),
  'POST /api/bodies/{body}/seats/{seat}/end': () => ({
    path: `${AT_BOARD}/seats/sitz-1/end`,
    body: { as: 'member', on: '2026-12-31' },
    answers: onBoard(404, { 'district-officer': 403, 'district-approver': 403, auditor: 403 }),
  }),
  'GET /api/bodies/{body}/sittings': () => ({ path: `${AT_BOARD}/sittings`, answers: onBoard(404, READS_BOARD) }),
  'GET /api/bodies/{body}/sittings/{sitting}': () => ({
    path: `${AT_BOARD}/sittings/sitzung-1`,
    answers: onBoard(404, READS_BOARD),
  }),
  'GET /api/bodies/{body}/sittings/{sitting}/calendar': () => ({
    path: `${AT_BOARD}/sittings/sitzung-1/calendar`,
    answers: onBoard(404, READS_BOARD),
  }),
  'PUT /api/bodies/{body}/sittings/{sitting}': () => ({
    path: `${AT_BOARD}/sittings/sitzung-9`,
    body: { title: 'x', from: '2026-12-03T17:00', to: '2026-12-03T19:00', mode: 'inPerson', place: '' },
    answers: onBoard(403),
  }),
  'POST /api/bodies/{body}/sittings/{sitting}/move': () => ({
    path: `${AT_BOARD}/sittings/sitzung-2/move`,
    body: { from: '2026-12-03T17:00', to: '2026-12-03T19:00', mode: 'inPerson', place: '' },
    answers: onBoard(404, STEERS_NOT),
  }),
  'POST /api/bodies/{body}/sittings/{sitting}/cancel': () => ({
    path: `${AT_BOARD}/sittings/sitzung-2/cancel`,
    body: { reason: 'x' },
    answers: onBoard(404, STEERS_NOT),
  }),
  'POST /api/bodies/{body}/sittings/{sitting}/invite': () => ({
    path: `${AT_BOARD}/sittings/sitzung-2/invite`,
    body: EMPTY,
    answers: onBoard(404, STEERS_NOT),
  }),
  'POST /api/bodies/{body}/sittings/{sitting}/documents': () => ({
    path: `${AT_BOARD}/sittings/sitzung-2/documents`,
    body: { upload: 'upload-none', kind: 'agenda', title: 'x', isPublic: true },
    answers: onBoard(404, STEERS_NOT),
  }),
  'POST /api/bodies/{body}/sittings/{sitting}/documents/{document}/remove': () => ({
    path: `${AT_BOARD}/sittings/sitzung-2/documents/none/remove`,
    body: EMPTY,
    answers: onBoard(404, STEERS_NOT),
  }),
  // There is none: everybody is answered alike, as for an internal one that they may not read.
  'POST /api/bodies/{body}/sittings/{sitting}/documents/{document}/open': () => ({
    path: `${AT_BOARD}/sittings/sitzung-2/documents/none/open`,
    body: EMPTY,
    answers: same(404),
  }),
  'POST /api/bodies/{body}/sittings/{sitting}/confirm': () => ({
    path: `${AT_BOARD}/sittings/sitzung-1/confirm`,
    body: LIST,
    answers: onBoard(404, STEERS_NOT),
  }),
  'POST /api/bodies/{body}/sittings/{sitting}/correct': () => ({
    path: `${AT_BOARD}/sittings/sitzung-1/correct`,
    body: { ...LIST, reason: 'x' },
    answers: onBoard(404, STEERS_NOT),
  }),
  // Nothing is confirmed yet: the member is told so.
  'POST /api/bodies/{body}/sittings/{sitting}/object': () => ({
    path: `${AT_BOARD}/sittings/sitzung-1/object`,
    body: { text: 'x' },
    answers: onBoard(404, { ...STEERS_NOT, member: 409 }),
  }),
  'POST /api/bodies/{body}/sittings/{sitting}/answer-objection': () => ({
    path: `${AT_BOARD}/sittings/sitzung-1/answer-objection`,
    body: { person: 'member', text: 'x' },
    answers: onBoard(404, STEERS_NOT),
  }),
};
