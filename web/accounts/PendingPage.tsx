import { createAsync, useSearchParams } from '@solidjs/router';
import { t } from '../i18n.ts';
import { authoritiesOf } from '../offices.ts';
import { session } from '../session.ts';
import { AuthorityLinks } from '../ui/AuthorityLinks.tsx';
import { OfficialPage } from '../ui/OfficialPage.tsx';
import { Page } from '../ui/Page.tsx';
import { PagedList } from '../ui/PagedList.tsx';
import { pendingAccounts } from './pending-data.ts';
import { PendingCard } from './PendingCard.tsx';

const Pending = (props: { authority: string }) => {
  const first = createAsync(() => pendingAccounts(props.authority));
  return (
    <PagedList
      label={t('accounts.pending.title')}
      empty={t('accounts.pending.empty')}
      first={first()}
      more={(cursor) => pendingAccounts(props.authority, cursor)}
    >
      {(line) => <PendingCard line={line} />}
    </PagedList>
  );
};

/** The second pair of eyes on new bank details. */
export const PendingPage = () => {
  const [search] = useSearchParams();
  const authorities = () => authoritiesOf(session(), ['certifier', 'orderer', 'auditor']);
  const here = () => authorities().find((id) => id === search['authority']) ?? authorities()[0];
  return (
    <OfficialPage for={here()}>
      {(authority) => (
        <Page title={t('accounts.pending.title')} lead={t('accounts.pending.lead')}>
          <AuthorityLinks
            authorities={authorities()}
            here={authority()}
            href={(to) => `/accounts/pending?${new URLSearchParams({ authority: to })}`}
          />
          <Pending authority={authority()} />
        </Page>
      )}
    </OfficialPage>
  );
};
