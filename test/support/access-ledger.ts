import { EMPTY, WHO, type Matrix } from './access.ts';

/**
 * Who keeps the register is an office of its own: `admin` here (programme managers too), the auditor reads. For everybody else
 * nothing of it exists.
 */
const office = (admin: number, auditor: number): number[] =>
  WHO.map((who) => (who === 'public' ? 401 : who === 'admin' ? admin : who === 'auditor' ? auditor : 404));

/** No row waits, and no erasure was asked for. */
export const LEDGER_ACCESS: Matrix = {
  'GET /api/ledger/held': () => ({ path: '/api/ledger/held', answers: office(200, 200) }),
  'POST /api/ledger/held/publish': () => ({
    path: '/api/ledger/held/publish',
    body: { as: 'withoutName', entries: ['h-2014-none'] },
    answers: office(200, 403),
  }),
  'POST /api/ledger/held/{entry}/publish': () => ({
    path: '/api/ledger/held/h-2014-none/publish',
    body: { as: 'asItStands' },
    answers: office(409, 403),
  }),
  'GET /api/ledger/erasures': () => ({ path: '/api/ledger/erasures', answers: office(200, 200) }),
  'PUT /api/ledger/erasures/{erasure}': () => ({
    path: '/api/ledger/erasures/erasure-1',
    body: { entry: 'h-2014-none', names: ['purpose'], ground: 'request' },
    answers: office(404, 403),
  }),
  'POST /api/ledger/erasures/{erasure}/confirm': () => ({
    path: '/api/ledger/erasures/erasure-1/confirm',
    body: EMPTY,
    answers: office(404, 403),
  }),
  'POST /api/ledger/erasures/{erasure}/decline': () => ({
    path: '/api/ledger/erasures/erasure-1/decline',
    body: EMPTY,
    answers: office(404, 403),
  }),
};
