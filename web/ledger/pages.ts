import type { PageEntry } from '../page-entry.ts';

export const LEDGER_PAGES: readonly PageEntry[] = [
  {
    path: '/ledger/compensation',
    rooms: ['ledger'],
    load: async () => (await import('./CompensationPage.tsx')).CompensationPage,
    calls: () => ['/api/public/compensation'],
  },
  {
    path: '/ledger',
    rooms: ['ledger'],
    load: async () => (await import('./LedgerPage.tsx')).LedgerPage,
    calls: (_at, search) => ['/api/public/report', ...(search === '' ? ['/api/public/entries?'] : [])],
  },
  {
    path: '/ledger/entries/:entry',
    rooms: ['ledger'],
    load: async () => (await import('./EntryPage.tsx')).EntryPage,
    calls: (at) => [`/api/public/entries/${at('entry')}`],
  },
  { path: '/ledger/verify', rooms: ['ledger'], load: async () => (await import('./VerifyPage.tsx')).VerifyPage },
  {
    path: '/reports',
    rooms: ['ledger'],
    load: async () => (await import('./ReportsPage.tsx')).ReportsPage,
    calls: () => ['/api/public/report'],
  },
  {
    path: '/ledger/office/held',
    rooms: ['ledger', 'kernel'],
    load: async () => (await import('./HeldPage.tsx')).HeldPage,
  },
  {
    path: '/ledger/office/erasures',
    rooms: ['ledger', 'kernel'],
    load: async () => (await import('./ErasuresPage.tsx')).ErasuresPage,
  },
  { path: '/open-data', rooms: ['ledger'], load: async () => (await import('./OpenDataPage.tsx')).OpenDataPage },
];
