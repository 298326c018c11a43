import type { FirstCalls, PageEntry } from '../page-entry.ts';

const ACCOUNTS = ['accounts', 'kernel'];

const account: FirstCalls = () => ['/api/accounts/mine'];

export const ACCOUNTS_PAGES: readonly PageEntry[] = [
  {
    path: '/account',
    rooms: ACCOUNTS,
    load: async () => (await import('./AccountPage.tsx')).AccountPage,
    calls: account,
  },
  {
    path: '/account/change',
    rooms: ACCOUNTS,
    load: async () => (await import('./ChangePage.tsx')).ChangePage,
    calls: account,
  },
  {
    path: '/account/confirm',
    rooms: ACCOUNTS,
    load: async () => (await import('./ConfirmPage.tsx')).ConfirmPage,
    calls: account,
  },
  { path: '/accounts/pending', rooms: ACCOUNTS, load: async () => (await import('./PendingPage.tsx')).PendingPage },
];
