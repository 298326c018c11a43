import { EMPTY, signedInOnly, type Matrix } from './access.ts';

/** Every route of boards, accounts, claims and payments. */
export const BOARDS_ACCESS: Matrix = {
  'GET /api/accounts/mine': () => ({ path: '/api/accounts/mine', answers: signedInOnly(200) }),
  // Everybody's own: what is wrong with a number is said to anyone.
  'PUT /api/accounts/mine': () => ({
    path: '/api/accounts/mine',
    body: { iban: '', holder: '' },
    headers: { 'if-match': '"0"' },
    answers: signedInOnly(400),
  }),
  'POST /api/accounts/mine/confirm': () => ({
    path: '/api/accounts/mine/confirm',
    body: { code: 'any' },
    answers: signedInOnly(409),
  }),
  'POST /api/accounts/mine/withdraw': () => ({
    path: '/api/accounts/mine/withdraw',
    body: EMPTY,
    answers: signedInOnly(409),
  }),
  'GET /api/accounts/pending': () => ({
    path: '/api/accounts/pending?authority=be-sen-integration',
    answers: [401, 403, 403, 403, 403, 403, 403, 403, 200, 403, 403],
  }),
  'POST /api/accounts/{person}/confirm': () => ({
    path: '/api/accounts/member2/confirm',
    body: { hash: 'any' },
    answers: signedInOnly(404),
  }),
  'POST /api/accounts/{person}/reject': () => ({
    path: '/api/accounts/member2/reject',
    body: { hash: 'any', reason: 'any' },
    answers: signedInOnly(404),
  }),
  'POST /api/uploads': () => ({
    path: '/api/uploads',
    body: { id: 'any-upload', type: 'image/png', size: 1 },
    answers: signedInOnly(200),
  }),
};
