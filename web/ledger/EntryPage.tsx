import { createAsync, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { bodyById } from '../../shared/bodies/directory.ts';
import type { PublicEntry } from '../../shared/ledger/wire.ts';
import { numberText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Money } from '../ui/Money.tsx';
import { Page } from '../ui/Page.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { entry } from './data.ts';
import { quarterText, recipientText } from './entry-text.ts';
import { VerifyEntry } from './VerifyEntry.tsx';

const written = (term: string, value: string | undefined): SummaryItem[] =>
  value === undefined ? [] : [{ term, value: <Isolate>{value}</Isolate> }];

const counted = (term: string, count: number | undefined): SummaryItem[] =>
  count === undefined ? [] : [{ term, value: numberText(count, language()) }];

/** Figures of a group: no recipient, no case, never a person. */
const aggregateItems = (shown: PublicEntry, quarter: string): SummaryItem[] => [
  { term: t('ledger.compensation.amount'), value: <Money cents={shown.amountCents} /> },
  {
    term: t('ledger.entry.body'),
    value:
      shown.body === undefined ? (
        t('ledger.entry.all-bodies')
      ) : (
        <bdi lang="de">{bodyById(shown.body)?.name ?? shown.body}</bdi>
      ),
  },
  { term: t('ledger.entry.quarter'), value: quarterText(quarter) },
  ...counted(t('ledger.entry.persons'), shown.persons),
  ...counted(t('ledger.entry.sittings'), shown.sittings),
  { term: t('ledger.entry.funder'), value: <Isolate>{shown.funder.name}</Isolate> },
  { term: t('ledger.entry.number'), value: String(shown.index + 1) },
];

const grantItems = (shown: PublicEntry): SummaryItem[] => [
  { term: t('ledger.entry.amount'), value: <Money cents={shown.amountCents} /> },
  { term: t('ledger.entry.recipient'), value: <Isolate>{recipientText(shown)}</Isolate> },
  ...written(t('ledger.entry.purpose'), shown.purpose),
  ...written(t('ledger.entry.place'), shown.place),
  { term: t('ledger.entry.funder'), value: <Isolate>{shown.funder.name}</Isolate> },
  { term: t('ledger.entry.year'), value: String(shown.year) },
  ...(shown.day === undefined ? [] : [{ term: t('ledger.entry.day'), value: <DayText day={shown.day} /> }]),
  ...written(t('ledger.entry.field'), shown.policyField),
  { term: t('ledger.entry.mode'), value: t(`ledger.legalMode.${shown.legalMode ?? 'unknown'}`) },
  ...written(t('ledger.entry.case'), shown.caseNumber),
  ...written(t('ledger.entry.register'), shown.registerId),
  { term: t('ledger.entry.number'), value: String(shown.index + 1) },
];

const itemsOf = (shown: PublicEntry): SummaryItem[] =>
  shown.quarter === undefined ? grantItems(shown) : aggregateItems(shown, shown.quarter);

const Replaced = (props: { entry: PublicEntry }) => (
  <>
    <Show when={props.entry.supersededBy}>
      {(newer) => (
        <Alert kind="warning" title={t('ledger.superseded')}>
          <a class="kern-link" href={`/ledger/entries/${newer()}`}>
            {t('ledger.entry.newer')}
          </a>
        </Alert>
      )}
    </Show>
    <Show when={props.entry.corrects}>
      {(older) => (
        <p class="kern-body">
          <a class="kern-link" href={`/ledger/entries/${older()}`}>
            {t('ledger.entry.corrects')}
          </a>
        </p>
      )}
    </Show>
  </>
);

/** One entry under its permanent address. */
export const EntryPage = () => {
  const params = useParams<{ entry: string }>();
  const found = createAsync(() => entry(params.entry));
  return (
    <Show when={found()}>
      {(shown) => (
        <Page
          title={recipientText(shown())}
          typed
          above={
            <LinkButton href="/ledger" kind="tertiary" icon="back">
              {t('ledger.entry.back')}
            </LinkButton>
          }
          lead={t(`ledger.kind.${shown().kind}`)}
        >
          <Show when={shown().nameWithheld}>
            {(ground) => <Alert kind="info" title={t(`ledger.withheld.${ground()}`)} />}
          </Show>
          <Replaced entry={shown()} />
          <Summary title={t('ledger.entry.about')} items={itemsOf(shown())} />
          <Show when={shown().recipient}>
            {(recipient) => (
              <a class="kern-link" href={`/ledger?recipient=${encodeURIComponent(recipient().id)}`}>
                {t('ledger.entry.all-of')}
              </a>
            )}
          </Show>
          <Show when={shown().quarter}>
            <a class="kern-link" href="/ledger/compensation">
              {t('ledger.entry.to-compensation')}
            </a>
          </Show>
          <VerifyEntry entry={shown()} />
        </Page>
      )}
    </Show>
  );
};
