import { createAsync } from '@solidjs/router';
import { t } from '../i18n.ts';
import { PagedList } from '../ui/PagedList.tsx';
import { ClarificationCard } from './ClarificationCard.tsx';
import { clarifications } from './data.ts';
import { Frame } from './Frame.tsx';
import { isPayer } from './offices.ts';

const Clarifications = (props: { authority: string }) => {
  const first = createAsync(() => clarifications(props.authority));
  return (
    <PagedList
      label={t('payments.clarifications.title')}
      empty={t('payments.clarifications.empty')}
      first={first()}
      more={(cursor) => clarifications(props.authority, cursor)}
    >
      {(item) => <ClarificationCard item={item} mayAct={isPayer(props.authority)} />}
    </PagedList>
  );
};

/** Movements of the account that need a person; none of them counts as money before. */
export const ClarificationsPage = () => (
  <Frame name="clarifications">{(authority) => <Clarifications authority={authority()} />}</Frame>
);
