import { createAsync } from '@solidjs/router';
import { Show } from 'solid-js';
import type { StatementLine } from '../../shared/payments/wire.ts';
import { moneyText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { InstantText } from '../ui/DayText.tsx';
import { PagedList } from '../ui/PagedList.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { revalidatePayments, statements } from './data.ts';
import { Frame } from './Frame.tsx';
import { isPayer } from './offices.ts';
import { StatementUpload } from './StatementUpload.tsx';
import { watch } from './watched.ts';

const StatementCard = (props: { line: StatementLine; authority: string }) => (
  <article class="entry stack stack--close">
    <h2 class="kern-title kern-title--small">
      {t('payments.statement.of')} <InstantText at={props.line.receivedAt} />
    </h2>
    <p class="row">
      <Show when={props.line.isDone} fallback={<StatusTag kind="info" text={t('payments.statement.working')} />}>
        <StatusTag kind="success" text={t('payments.statement.worked')} />
      </Show>
      <Show when={props.line.returned > 0}>
        <StatusTag kind="danger" text={t('payments.statement.returned', { count: props.line.returned })} />
      </Show>
      <Show when={props.line.unclear > 0}>
        <StatusTag kind="warning" text={t('payments.statement.unclear', { count: props.line.unclear })} />
      </Show>
    </p>
    <Show when={!props.line.isDone}>
      <progress
        class="progress"
        max={Math.max(1, props.line.entries)}
        value={props.line.done}
        aria-label={t('payments.statement.working')}
      />
    </Show>
    <p class="kern-body">
      {t('payments.statement.entries', { count: props.line.entries })}{' '}
      {t('payments.statement.booked', { count: props.line.booked })}{' '}
      <Show when={props.line.others}>{(count) => t('payments.statement.others', { count: count() })}</Show>
    </p>
    <Show when={props.line.gapCents}>
      {(cents) => (
        <p class="kern-body kern-body--bold">
          {t('payments.statement.gap', { amount: moneyText(cents(), language()) })}
        </p>
      )}
    </Show>
    <Show when={props.line.isBalanced === false}>
      <p class="kern-body kern-body--small">{t('payments.statement.unbalanced')}</p>
    </Show>
    <Show when={props.line.unclear > 0}>
      <p class="kern-body">
        <a class="kern-link" href={`/payments/clarifications?authority=${props.authority}`}>
          {t('payments.statement.to-clarifications')}
        </a>
      </p>
    </Show>
  </article>
);

const Statements = (props: { authority: string }) => {
  const first = createAsync(() => statements(props.authority));
  watch(() => first()?.items.some(({ isDone }) => !isDone) ?? false, revalidatePayments);
  return (
    <PagedList
      label={t('payments.statements.title')}
      empty={t('payments.statements.empty')}
      first={first()}
      more={(cursor) => statements(props.authority, cursor)}
    >
      {(line) => <StatementCard line={line} authority={props.authority} />}
    </PagedList>
  );
};

/** What the bank told: only its statement makes a payment paid. */
export const StatementsPage = () => (
  <Frame name="statements">
    {(authority) => (
      <>
        <Show when={isPayer(authority())}>
          <StatementUpload authority={authority()} />
        </Show>
        <Statements authority={authority()} />
      </>
    )}
  </Frame>
);
