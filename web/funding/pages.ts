import type { FirstCalls, PageEntry } from '../page-entry.ts';

const CASE = ['funding', 'programmes', 'kernel'];

const application: FirstCalls = (at) => [`/api/funding/applications/${at('id')}`];

export const FUNDING_PAGES: readonly PageEntry[] = [
  {
    path: '/funding/cases',
    rooms: CASE,
    load: async () => (await import('./MyCases.tsx')).MyCases,
    calls: () => ['/api/funding/applications'],
  },
  {
    path: '/funding/cases/:id',
    rooms: CASE,
    load: async () => (await import('./CasePage.tsx')).CasePage,
    calls: application,
  },
  {
    path: '/funding/cases/:id/sections/:section',
    rooms: CASE,
    load: async () => (await import('./SectionPage.tsx')).SectionPage,
    calls: application,
  },
  {
    path: '/funding/cases/:id/check',
    rooms: CASE,
    load: async () => (await import('./CheckPage.tsx')).CheckPage,
    calls: application,
  },
  {
    path: '/funding/cases/:id/propose',
    rooms: [...CASE, 'law'],
    load: async () => (await import('./ProposePage.tsx')).ProposePage,
    calls: application,
  },
  {
    path: '/funding/cases/:id/decide',
    rooms: [...CASE, 'notices', 'law'],
    load: async () => (await import('./DecidePage.tsx')).DecidePage,
    calls: application,
  },
  { path: '/funding/work-list', rooms: CASE, load: async () => (await import('./WorkList.tsx')).WorkList },
];
