import {
  examinesClaims,
  isApplicant,
  isMember,
  isOfficial,
  isOperator,
  officesOf,
  paysOut,
  seesRegisterOffice,
  type Session,
} from '../session.ts';

export interface Entry {
  readonly href: string;
  /** Key of the text. */
  readonly text: string;
}

/** Where this person's own work lies; only pages that the person may open. Empty for whoever is not signed in. */
export const workOf = (who: Session | undefined): Entry[] => [
  ...(isApplicant(who)
    ? [
        { href: '/funding/cases', text: 'ui.nav.cases' },
        { href: '/notices', text: 'ui.nav.notices' },
      ]
    : []),
  ...(isOfficial(who) ? [{ href: '/funding/work-list', text: 'ui.nav.work' }] : []),
  ...(isMember(who)
    ? [
        { href: '/calendar', text: 'ui.nav.calendar' },
        { href: '/compensation', text: 'ui.nav.compensation' },
      ]
    : []),
  ...officesOf(who).map((body) => ({ href: `/bodies/${body}/office`, text: 'ui.nav.office' })),
  ...(examinesClaims(who) ? [{ href: '/compensation/work-list', text: 'ui.nav.claims' }] : []),
  ...(paysOut(who)
    ? [
        { href: '/payments', text: 'ui.nav.payments' },
        { href: '/accounts/pending', text: 'ui.nav.pending' },
      ]
    : []),
  ...(seesRegisterOffice(who)
    ? [
        { href: '/ledger/office/held', text: 'ui.nav.held' },
        { href: '/ledger/office/erasures', text: 'ui.nav.erasures' },
      ]
    : []),
  ...(isOperator(who) ? [{ href: '/operation', text: 'ui.nav.operation' }] : []),
];

/** What stands in the main navigation for this person. */
export const navigation = (who: Session | undefined): Entry[] => [
  { href: '/programmes/calls', text: 'ui.nav.calls' },
  ...workOf(who),
  { href: '/bodies', text: 'ui.nav.bodies' },
  { href: '/ledger', text: 'ui.nav.ledger' },
  { href: '/reports', text: 'ui.nav.reports' },
];
