import type { PageEntry } from '../page-entry.ts';

const PAYMENTS = ['payments', 'kernel'];

export const PAYMENTS_PAGES: readonly PageEntry[] = [
  { path: '/payments', rooms: PAYMENTS, load: async () => (await import('./PaymentsPage.tsx')).PaymentsPage },
  { path: '/payments/runs', rooms: PAYMENTS, load: async () => (await import('./RunsPage.tsx')).RunsPage },
  {
    path: '/payments/runs/:run',
    rooms: PAYMENTS,
    load: async () => (await import('./RunPage.tsx')).RunPage,
    calls: (at) => [`/api/payments/runs/${at('run')}`],
  },
  {
    path: '/payments/statements',
    rooms: PAYMENTS,
    load: async () => (await import('./StatementsPage.tsx')).StatementsPage,
  },
  {
    path: '/payments/clarifications',
    rooms: PAYMENTS,
    load: async () => (await import('./ClarificationsPage.tsx')).ClarificationsPage,
  },
];
