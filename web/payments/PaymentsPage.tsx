import { createAsync, useSearchParams } from '@solidjs/router';
import { PAYMENT_QUEUES, type PaymentQueue } from '../../shared/payments/wire.ts';
import { t } from '../i18n.ts';
import { PagedList } from '../ui/PagedList.tsx';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import { orders } from './data.ts';
import { Frame } from './Frame.tsx';
import { isPayer } from './offices.ts';
import { OrderCard } from './OrderCard.tsx';

const Orders = (props: { queue: PaymentQueue; authority: string }) => {
  const first = createAsync(() => orders(props.queue, props.authority));
  return (
    <PagedList
      label={t(`payments.orders.queue.${props.queue}`)}
      empty={t(`payments.orders.empty.${props.queue}`)}
      first={first()}
      more={(cursor) => orders(props.queue, props.authority, cursor)}
    >
      {(line) => <OrderCard line={line} mayAct={isPayer(props.authority)} />}
    </PagedList>
  );
};

/** Payments that were ordered and wait: ready for the next run, or held. */
export const PaymentsPage = () => {
  const [search] = useSearchParams();
  const queue = () => PAYMENT_QUEUES.find((one) => one === search['queue']) ?? 'ready';
  return (
    <Frame name="orders">
      {(authority) => (
        <>
          <ViewLinks
            label={t('payments.orders.queues')}
            links={PAYMENT_QUEUES.map((one) => ({
              href: `/payments?${new URLSearchParams({ queue: one, authority: authority() })}`,
              text: t(`payments.orders.queue.${one}`),
              isHere: one === queue(),
            }))}
          />
          <Orders queue={queue()} authority={authority()} />
        </>
      )}
    </Frame>
  );
};
