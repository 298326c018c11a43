import type { FirstCalls, PageEntry } from '../page-entry.ts';

const COMPENSATION = ['compensation', 'law', 'kernel'];
const CLAIM = [...COMPENSATION, 'notices'];

const claim: FirstCalls = (at) => [`/api/compensation/claims/${at('claim')}`];

export const COMPENSATION_PAGES: readonly PageEntry[] = [
  {
    path: '/compensation',
    rooms: COMPENSATION,
    load: async () => (await import('./MyClaims.tsx')).MyClaims,
    calls: () => ['/api/compensation/claims'],
  },
  {
    path: '/compensation/statements/:year',
    rooms: COMPENSATION,
    load: async () => (await import('./StatementPage.tsx')).StatementPage,
    calls: (at) => [`/api/compensation/statements/${at('year')}`],
  },
  {
    path: '/compensation/work-list',
    rooms: COMPENSATION,
    load: async () => (await import('./office/WorkListPage.tsx')).WorkListPage,
  },
  {
    path: '/compensation/reportable',
    rooms: COMPENSATION,
    load: async () => (await import('./office/ReportablePage.tsx')).ReportablePage,
  },
  {
    path: '/compensation/:claim/propose-rejection',
    rooms: COMPENSATION,
    load: async () => (await import('./office/ProposeRejectionPage.tsx')).ProposeRejectionPage,
    calls: claim,
  },
  {
    path: '/compensation/:claim/decide',
    rooms: CLAIM,
    load: async () => (await import('./office/DecidePage.tsx')).DecidePage,
    calls: claim,
  },
  {
    path: '/compensation/:claim',
    rooms: COMPENSATION,
    load: async () => (await import('./ClaimPage.tsx')).ClaimPage,
    calls: claim,
  },
  {
    path: '/compensation/:claim/expenses/:item',
    rooms: COMPENSATION,
    load: async () => (await import('./ExpensePage.tsx')).ExpensePage,
    calls: claim,
  },
];
