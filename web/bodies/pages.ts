import type { PageEntry } from '../page-entry.ts';

const BODIES = ['bodies', 'kernel'];

export const BODIES_PAGES: readonly PageEntry[] = [
  {
    path: '/bodies',
    rooms: ['bodies'],
    load: async () => (await import('./BodiesPage.tsx')).BodiesPage,
    calls: () => ['/api/bodies'],
  },
  {
    path: '/bodies/:body',
    rooms: ['bodies'],
    load: async () => (await import('./BodyPage.tsx')).BodyPage,
    calls: (at) => [`/api/bodies/${at('body')}`],
  },
  { path: '/bodies/:body/office', rooms: BODIES, load: async () => (await import('./OfficePage.tsx')).OfficePage },
  { path: '/bodies/:body/office/plan', rooms: BODIES, load: async () => (await import('./PlanPage.tsx')).PlanPage },
  {
    path: '/bodies/:body/office/settings',
    rooms: BODIES,
    load: async () => (await import('./SettingsPage.tsx')).SettingsPage,
  },
  {
    path: '/bodies/:body/office/seats/:seat',
    rooms: BODIES,
    load: async () => (await import('./SeatPage.tsx')).SeatPage,
  },
  {
    path: '/bodies/:body/sittings/:sitting',
    rooms: BODIES,
    load: async () => (await import('./SittingPage.tsx')).SittingPage,
    calls: (at) => [`/api/bodies/${at('body')}/sittings/${at('sitting')}`],
  },
  {
    path: '/calendar',
    rooms: BODIES,
    load: async () => (await import('./CalendarPage.tsx')).CalendarPage,
    calls: () => ['/api/bodies/calendar', '/api/bodies/mine'],
  },
  {
    path: '/calendar/confirm-mail',
    rooms: BODIES,
    load: async () => (await import('./ConfirmMailPage.tsx')).ConfirmMailPage,
    calls: () => ['/api/bodies/mine'],
  },
  {
    path: '/calendar/details',
    rooms: BODIES,
    load: async () => (await import('./DetailsPage.tsx')).DetailsPage,
    calls: () => ['/api/bodies/mine'],
  },
];
