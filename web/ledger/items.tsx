import { bodyById } from '../../shared/bodies/directory.ts';
import type { PublicEntry } from '../../shared/ledger/wire.ts';
import { numberText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import type { SummaryItem } from '../ui/Summary.tsx';
import { quarterText, recipientText } from './entry-text.ts';

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

/** Everything that the page tells of an entry, as the signed log has it. */
export const itemsOf = (shown: PublicEntry): SummaryItem[] =>
  shown.quarter === undefined ? grantItems(shown) : aggregateItems(shown, shown.quarter);
