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
  // For certifiers and orderers of the authority; its auditor reads. To everybody else there is nothing.
  'GET /api/payments/orders': () => ({
    path: '/api/payments/orders?queue=ready&authority=be-sen-integration',
    answers: [401, 404, 404, 404, 404, 404, 404, 404, 200, 404, 404],
  }),
  'GET /api/payments/payer': () => ({
    path: '/api/payments/payer?authority=be-sen-integration',
    answers: [401, 404, 404, 404, 404, 404, 404, 404, 200, 404, 404],
  }),
  'GET /api/payments/runs': () => ({
    path: '/api/payments/runs?authority=be-sen-integration',
    answers: [401, 404, 404, 404, 404, 404, 404, 404, 200, 404, 404],
  }),
  'GET /api/payments/statements': () => ({
    path: '/api/payments/statements?authority=be-sen-integration',
    answers: [401, 404, 404, 404, 404, 404, 404, 404, 200, 404, 404],
  }),
  'GET /api/payments/clarifications': () => ({
    path: '/api/payments/clarifications?authority=be-sen-integration',
    answers: [401, 404, 404, 404, 404, 404, 404, 404, 200, 404, 404],
  }),
  'GET /api/payments/runs/{run}': () => ({
    path: '/api/payments/runs/run-none',
    answers: signedInOnly(404),
  }),
  'GET /api/payments/runs/{run}/items': () => ({
    path: '/api/payments/runs/run-none/items',
    answers: signedInOnly(404),
  }),
  'GET /api/payments/statements/{statement}': () => ({
    path: '/api/payments/statements/st-none',
    answers: signedInOnly(404),
  }),
  'POST /api/payments/orders/{payment}/hold': () => ({
    path: '/api/payments/orders/pay-none/hold',
    body: { reason: 'x' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/orders/{payment}/free': () => ({
    path: '/api/payments/orders/pay-none/free',
    body: { reason: 'x' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/orders/{payment}/cancel': () => ({
    path: '/api/payments/orders/pay-none/cancel',
    body: { reason: 'x' },
    answers: signedInOnly(404),
  }),
  'PUT /api/payments/runs/{run}': () => ({
    path: '/api/payments/runs/run-none',
    body: { authority: 'be-sen-integration', executionDay: '2026-11-25', channel: 'verified' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/close': () => ({
    path: '/api/payments/runs/run-none/close',
    body: { count: 1, sumCents: 1 },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/reopen': () => ({
    path: '/api/payments/runs/run-none/reopen',
    body: EMPTY,
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/cancel': () => ({
    path: '/api/payments/runs/run-none/cancel',
    body: EMPTY,
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/download': () => ({
    path: '/api/payments/runs/run-none/download',
    body: EMPTY,
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/release': () => ({
    path: '/api/payments/runs/run-none/release',
    body: { fileSha256: 'a'.repeat(64) },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/note-rejection': () => ({
    path: '/api/payments/runs/run-none/note-rejection',
    body: { reason: 'x' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/reject': () => ({
    path: '/api/payments/runs/run-none/reject',
    body: EMPTY,
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/transmitted': () => ({
    path: '/api/payments/runs/run-none/transmitted',
    body: { on: '2026-11-23' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/order-list': () => ({
    path: '/api/payments/runs/run-none/order-list',
    body: { format: 'csv' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/items/{payment}/hold': () => ({
    path: '/api/payments/runs/run-none/items/pay-none/hold',
    body: { reason: 'x' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/items/{payment}/payee-check': () => ({
    path: '/api/payments/runs/run-none/items/pay-none/payee-check',
    body: { result: 'match' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/runs/{run}/items/{payment}/decide': () => ({
    path: '/api/payments/runs/run-none/items/pay-none/decide',
    body: { decision: 'proceed', reason: 'x' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/statements': () => ({
    path: '/api/payments/statements',
    body: { authority: 'be-sen-integration', upload: 'upload-none' },
    answers: signedInOnly(404),
  }),
  'POST /api/payments/clarifications/{clarification}/settle': () => ({
    path: '/api/payments/clarifications/none/settle',
    body: { note: 'x' },
    answers: signedInOnly(404),
  }),
};
