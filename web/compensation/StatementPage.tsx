import { createAsync, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { StatementLine, StatementView } from '../../shared/compensation/wire.ts';
import { createAct } from '../acting.ts';
import { t, textIf } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Money } from '../ui/Money.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { Summary } from '../ui/Summary.tsx';
import { statement, statementDocument } from './data.ts';

const KINDS = { below: 'success', near: 'warning', above: 'danger', unknown: 'info' } as const;

type Limit = StatementView['limits'][number];

const Line = (props: { line: StatementLine }) => (
  <li class="entry stack stack--close">
    <div class="claim-line">
      <h3 class="kern-heading-small">
        <a class="kern-link" href={`/compensation/${props.line.claim}`}>
          <DayText day={props.line.on} />
        </a>
      </h3>
      <span class="claim-amount">
        <Money cents={props.line.feeCents + props.line.expensesCents} />
      </span>
    </div>
    <p class="kern-body">
      <bdi lang="de">{props.line.bodyName}</bdi>
    </p>
    <p class="kern-body kern-body--small">
      {t('compensation.statement.fee')} <Money cents={props.line.feeCents} /> · {t('compensation.statement.expenses')}{' '}
      <Money cents={props.line.expensesCents} /> · {t('compensation.statement.paid-on')}{' '}
      <DayText day={props.line.paidOn} /> · <Isolate>{props.line.caseNumber}</Isolate>
    </p>
    <p class="kern-body kern-body--small">
      <bdi lang="de">{props.line.legalBasis}</bdi>
    </p>
  </li>
);

const LimitLine = (props: { limit: Limit }) => (
  <li class="entry stack stack--close">
    <p class="kern-body kern-body--bold">
      {textIf(`compensation.limit.${props.limit.key.replaceAll('.', '-')}`) ?? props.limit.key}
    </p>
    <p class="row">
      <StatusTag kind={KINDS[props.limit.state]} text={t(`compensation.limit-state.${props.limit.state}`)} />
      <Show when={props.limit.cents}>{(cents) => <Money cents={cents()} />}</Show>
    </p>
    <p class="kern-body kern-body--small">
      <bdi lang="de">{props.limit.norm}</bdi>
    </p>
    <Show when={props.limit.state === 'unknown'}>
      <p class="kern-body kern-body--small">{t('compensation.limit-unknown')}</p>
    </Show>
  </li>
);

const Download = (props: { year: string }) => {
  const act = createAct();
  const open = () =>
    act.run(async (intent) => {
      const answer = await statementDocument(props.year, intent);
      if (answer.ok) location.assign(answer.value.link);
      return answer;
    });
  return (
    <>
      <div class="actions">
        <Button icon="download" busy={act.busy()} onClick={() => void open()}>
          {t('compensation.statement.pdf')}
        </Button>
      </div>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
    </>
  );
};

const Statement = (props: { found: StatementView }) => (
  <Page
    title={t('compensation.statement.title', { year: props.found.year })}
    lead={t('compensation.statement.lead')}
    above={
      <LinkButton href="/compensation" kind="tertiary" icon="back">
        {t('compensation.claim.back')}
      </LinkButton>
    }
  >
    <Download year={String(props.found.year)} />
    <Summary
      title={t('compensation.statement.sum')}
      items={[
        { term: t('compensation.statement.fees'), value: <Money cents={props.found.feesCents} /> },
        { term: t('compensation.statement.expenses'), value: <Money cents={props.found.expensesCents} /> },
        { term: t('compensation.statement.total'), value: <Money cents={props.found.totalCents} /> },
      ]}
    />
    <section class="stack">
      <h2 class="kern-heading-medium">{t('compensation.statement.lines')}</h2>
      <ul class="plain-list">
        <For each={props.found.lines} fallback={<li class="kern-body">{t('compensation.statement.empty')}</li>}>
          {(line) => <Line line={line} />}
        </For>
      </ul>
    </section>
    <section class="stack">
      <h2 class="kern-heading-medium">{t('compensation.statement.limits')}</h2>
      <p class="kern-body measure">{t('compensation.statement.tax')}</p>
      <ul class="plain-list">
        <For each={props.found.limits}>{(limit) => <LimitLine limit={limit} />}</For>
      </ul>
    </section>
  </Page>
);

/** What was paid in one calendar year, and how far it is from the amounts that the tax law names. */
export const StatementPage = () => {
  const params = useParams<{ year: string }>();
  const found = createAsync(() => statement(params.year));
  return <Show when={found()}>{(shown) => <Statement found={shown()} />}</Show>;
};
