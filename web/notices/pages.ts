import type { PageEntry } from '../page-entry.ts';

export const NOTICES_PAGES: readonly PageEntry[] = [
  { path: '/notices', rooms: ['notices'], load: async () => (await import('./MyNotices.tsx')).MyNotices },
  {
    path: '/notices/:notice',
    rooms: ['notices'],
    load: async () => (await import('./NoticePage.tsx')).NoticePage,
    calls: (at) => [`/api/notices/${at('notice')}`],
  },
];
