import type { PageEntry } from '../page-entry.ts';

export const LEGAL_PAGES: readonly PageEntry[] = [
  { path: '/imprint', rooms: ['legal'], load: async () => (await import('./Imprint.tsx')).Imprint },
  { path: '/privacy', rooms: ['legal'], load: async () => (await import('./Privacy.tsx')).Privacy },
  { path: '/accessibility', rooms: ['legal'], load: async () => (await import('./Accessibility.tsx')).Accessibility },
];
