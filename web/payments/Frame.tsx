import { useLocation } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '../i18n.ts';
import { AuthorityLinks } from '../ui/AuthorityLinks.tsx';
import { OfficialPage } from '../ui/OfficialPage.tsx';
import { Page } from '../ui/Page.tsx';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import { usePayingOffice } from './offices.ts';

const PARTS = [
  { path: '/payments', text: 'payments.nav.orders' },
  { path: '/payments/runs', text: 'payments.nav.runs' },
  { path: '/payments/statements', text: 'payments.nav.statements' },
  { path: '/payments/clarifications', text: 'payments.nav.clarifications' },
] as const;

/** What stands around each list of payments: which list, for which authority. */
export const Frame = (props: { name: string; children: (authority: () => string) => JSX.Element }) => {
  const location = useLocation();
  const office = usePayingOffice();
  const to = (path: string, authority: string) => `${path}?${new URLSearchParams({ authority })}`;
  return (
    <OfficialPage for={office.here()}>
      {(authority) => (
        <Page title={t(`payments.${props.name}.title`)} lead={t(`payments.${props.name}.lead`)}>
          <ViewLinks
            label={t('payments.nav.label')}
            links={PARTS.map(({ path, text }) => ({
              href: to(path, authority()),
              text: t(text),
              isHere: location.pathname === path,
            }))}
          />
          <AuthorityLinks
            authorities={office.all()}
            here={authority()}
            href={(other) => to(location.pathname, other)}
          />
          {props.children(authority)}
        </Page>
      )}
    </OfficialPage>
  );
};
