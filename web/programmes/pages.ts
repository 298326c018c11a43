import type { PageEntry } from '../page-entry.ts';

export const PROGRAMMES_PAGES: readonly PageEntry[] = [
  {
    path: '/programmes/calls',
    rooms: ['programmes'],
    load: async () => (await import('./Calls.tsx')).Calls,
    calls: () => ['/api/programmes/calls'],
  },
  {
    path: '/programmes/calls/:call',
    rooms: ['programmes'],
    load: async () => (await import('./CallPage.tsx')).CallPage,
    calls: (at) => [`/api/programmes/calls/${at('call')}`],
  },
];
