import { ACCOUNTS_PAGES } from './accounts/pages.ts';
import { BODIES_PAGES } from './bodies/pages.ts';
import { COMPENSATION_PAGES } from './compensation/pages.ts';
import { FUNDING_PAGES } from './funding/pages.ts';
import { LEDGER_PAGES } from './ledger/pages.ts';
import { LEGAL_PAGES } from './legal/pages.ts';
import { NOTICES_PAGES } from './notices/pages.ts';
import { PAYMENTS_PAGES } from './payments/pages.ts';
import { PROGRAMMES_PAGES } from './programmes/pages.ts';
import { SITE_PAGES } from './site/pages.ts';
import type { PageEntry } from './page-entry.ts';

/** Every page of the portal. Addresses that stand in mails and notices keep for good. */
export const PAGES: readonly PageEntry[] = [
  ...SITE_PAGES,
  ...LEGAL_PAGES,
  ...PROGRAMMES_PAGES,
  ...FUNDING_PAGES,
  ...NOTICES_PAGES,
  ...BODIES_PAGES,
  ...COMPENSATION_PAGES,
  ...ACCOUNTS_PAGES,
  ...PAYMENTS_PAGES,
  ...LEDGER_PAGES,
];
