import type { PageEntry } from '../page-entry.ts';

export const SITE_PAGES: readonly PageEntry[] = [
  { path: '/', rooms: ['site'], load: async () => (await import('./Home.tsx')).Home },
  {
    path: '/operation',
    rooms: ['site'],
    load: async () => (await import('./OperationPage.tsx')).OperationPage,
    calls: () => ['/api/health'],
  },
];
