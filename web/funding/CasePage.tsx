import { createAsync, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { language, t } from '../i18n.ts';
import { isOfficial, session } from '../session.ts';
import { DayText, InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Money } from '../ui/Money.tsx';
import { Page } from '../ui/Page.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { Answers } from './Answers.tsx';
import { caseView } from './data.ts';
import { Draft } from './Draft.tsx';
import { History } from './History.tsx';
import { Officers } from './Officers.tsx';
import { Proposal } from './Proposal.tsx';
import { Received } from './Received.tsx';
import { kindOf } from './stages.ts';
import { leadOf } from './lead.ts';
import { Way } from './Way.tsx';
import { Withdraw } from './Withdraw.tsx';

const moneyItems = (found: CaseView): SummaryItem[] => [
  ...(found.requestedCents === undefined
    ? []
    : [{ term: t('funding.case.requested'), value: <Money cents={found.requestedCents} /> }]),
  ...(found.grantedCents === undefined
    ? []
    : [{ term: t('funding.case.granted'), value: <Money cents={found.grantedCents} /> }]),
];

const placeItems = (found: CaseView): SummaryItem[] => [
  { term: t('funding.case.organisation'), value: <Isolate>{found.organisation.name}</Isolate> },
  { term: t('funding.case.authority'), value: <bdi lang="de">{found.authority}</bdi> },
  ...(found.officer === undefined
    ? []
    : [{ term: t('funding.case.officer'), value: <Isolate>{found.officer}</Isolate> }]),
  { term: t('funding.case.since'), value: <InstantText at={found.since} /> },
  ...(found.receivedOn === undefined
    ? []
    : [{ term: t('funding.case.received'), value: <DayText day={found.receivedOn} /> }]),
  ...(found.delivery === undefined
    ? []
    : [
        { term: t('funding.case.delivered'), value: <DayText day={found.delivery.on} /> },
        { term: t('funding.case.remedy-until'), value: <DayText day={found.delivery.remedyUntil} /> },
      ]),
];

/** The decision, where there is one: its notice and its public entry. */
const Decided = (props: { found: CaseView }) => (
  <Show when={props.found.decision}>
    {(decision) => (
      <div class="actions">
        <LinkButton href={`/notices/${decision().notice}`}>{t('funding.case.notice')}</LinkButton>
        <Show when={props.found.entry}>
          {(entry) => (
            <LinkButton href={`/ledger/entries/${entry()}`} kind="secondary">
              {t('funding.case.entry')}
            </LinkButton>
          )}
        </Show>
      </div>
    )}
  </Show>
);

const Submitted = (props: { found: CaseView }) => (
  <>
    <Decided found={props.found} />
    <Officers found={props.found} />
    <Summary title={t('funding.case.where')} items={[...placeItems(props.found), ...moneyItems(props.found)]} />
    <Show when={props.found.proposal}>{(proposal) => <Proposal proposal={proposal()} />}</Show>
    <History found={props.found} />
    <details class="kern-accordion">
      <summary class="kern-accordion__header">
        <span class="kern-title">{t('funding.case.application')}</span>
      </summary>
      <section class="kern-accordion__body">
        <Answers found={props.found} />
      </section>
    </details>
  </>
);

/** One case for all who may see it: the organisation's way through it, and the authority's file. */
export const CasePage = () => {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => caseView(params.id));
  return (
    <Show when={found()}>
      {(shown) => (
        <Page
          title={shown().title || t('funding.cases.untitled')}
          typed
          above={
            <p class="kern-preline">
              {shown().call[language()]} <Isolate>{shown().caseNumber}</Isolate>
            </p>
          }
          lead={leadOf(shown(), isOfficial(session()))}
        >
          <p class="row">
            <StatusTag kind={kindOf(shown().stage)} text={t(`funding.stage.${shown().stage}`)} />
            <Show when={shown().isLate}>
              <StatusTag kind="warning" text={t('funding.work.late')} />
            </Show>
          </p>
          <Received found={shown()} />
          <Way stage={shown().stage} steps={shown().steps} />
          <Show when={shown().stage !== 'draft'} fallback={<Draft found={shown()} />}>
            <Submitted found={shown()} />
          </Show>
          <Show when={shown().stage !== 'draft' && shown().acts.includes('withdraw')}>
            <Withdraw found={shown()} />
          </Show>
        </Page>
      )}
    </Show>
  );
};
