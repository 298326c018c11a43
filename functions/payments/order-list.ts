import { ownOf } from '../../shared/kernel/own.ts';
import { hash } from 'node:crypto';
import type { Actor } from '../../shared/kernel/actor.ts';
import { formatCents, sum } from '../../shared/kernel/cents.ts';
import { csvLine, MARK } from '../../shared/kernel/csv.ts';
import { authorityOn } from '../../shared/authorities/directory.ts';
import { dayOf, yearOf, type Instant } from '../../shared/kernel/day.ts';
import type { OrderListFacts, OrderStep } from '../../shared/notices/order-list.ts';
import type { RunId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { isPayer } from '../../shared/payments/rules/permit.ts';
import { unprintableIn } from '../notices/views.ts';
import type { PaymentRouteDeps } from './deps.ts';
import { itemsPk, runAsk } from './rows.ts';
import { itemOf, readableRun, type RunHead, type StoredItem, type StoredRun } from './run-view.ts';

/** Columns of a payment order for the city's own budget system; German, since the cash office reads it. */
const COLUMNS = [
  'Lfd. Nr.',
  'Empfänger',
  'IBAN',
  'Betrag EUR',
  'Verwendungszweck',
  'Referenz',
  'Kapitel',
  'Titel',
  'Haushaltsjahr',
  'Sachlich und rechnerisch richtig',
  'Angeordnet',
];

/**
 * Auszahlungsanordnung (§ 70 LHO) as a table: one line an item, with its budget place and who certified and ordered it, then
 * the sum. Formulas in names are written as text.
 */
export const orderListCsv = (
  { payer, executionDay }: Pick<RunHead, 'payer' | 'executionDay'>,
  items: readonly StoredItem[],
): string => {
  const budget = [payer.budgetChapter ?? '', payer.budgetTitle ?? '', String(yearOf(executionDay))];
  return [
    MARK,
    csvLine(COLUMNS),
    ...items.map(({ holder, iban, cents, remittance, endToEndId, hands }, index) =>
      csvLine([
        String(index + 1),
        holder,
        iban,
        formatCents(cents),
        remittance,
        endToEndId,
        ...budget,
        hands?.certifiedBy ?? '',
        (hands?.orderedBy ?? []).join(', '),
      ]),
    ),
    csvLine(['', 'Summe', '', formatCents(sum(items.map(({ cents }) => cents))), ...Array<string>(7).fill('')]),
  ].join('');
};

const LINK_SECONDS = 300;

/** Who closed and released the run, by name; who certified and ordered stands with each item. */
const stepsOf = ({ facts, names }: StoredRun): OrderStep[] =>
  (['closed', 'released'] as const).flatMap((step) => {
    const fact = facts.findLast(({ type }) => type === `run.${step}`);
    return fact === undefined ? [] : [{ step, name: ownOf(names, fact.by) ?? fact.by, on: dayOf(fact.at) }];
  });

const factsOf = (stored: StoredRun, items: readonly StoredItem[], at: Instant): OrderListFacts | undefined => {
  const { head, id } = stored;
  const authority = authorityOn(head.authority, dayOf(at));
  const { budgetChapter: chapter, budgetTitle: title } = head.payer;
  if (authority === undefined) return undefined;
  return {
    run: id,
    day: dayOf(at),
    executionDay: head.executionDay,
    authority,
    budgets: chapter === undefined || title === undefined ? [] : [{ chapter, title, year: yearOf(head.executionDay) }],
    payer: { name: head.payer.name, iban: head.payer.iban },
    items: items.map(({ holder, iban, cents, remittance, endToEndId, hands }) => ({
      holder,
      iban,
      cents,
      purpose: remittance,
      caseNumber: endToEndId,
      ...hands,
    })),
    count: head.count,
    sumCents: head.sumCents,
    steps: stepsOf(stored),
  };
};

interface Made {
  readonly bytes: Uint8Array;
  readonly type: string;
}

const made = async (
  { render, clock }: PaymentRouteDeps,
  stored: StoredRun,
  items: readonly StoredItem[],
  format: 'pdf' | 'csv',
): Promise<Result<Made>> => {
  if (format === 'csv')
    return ok({ bytes: new TextEncoder().encode(orderListCsv(stored.head, items)), type: 'text/csv; charset=utf-8' });
  const facts = factsOf(stored, items, clock.now());
  if (facts === undefined) return refuse('not-found');
  try {
    const { pdf } = await render({ kind: 'orderList', facts });
    return ok({ bytes: pdf, type: 'application/pdf' });
  } catch (error) {
    if (unprintableIn(error) === undefined) throw error;
    return refuse('list-unprintable');
  }
};

/** A link to the list of a run that is closed or beyond, for whoever pays. */
export const downloadOrderList = async (
  deps: PaymentRouteDeps,
  actor: Actor,
  id: RunId,
  format: 'pdf' | 'csv',
): Promise<Result<{ readonly link: string }>> => {
  const { journal, files } = deps;
  const [runRows = [], itemRows = []] = await journal.read([runAsk(id), { pk: itemsPk(id), prefix: '' }]);
  const stored = readableRun(actor, id, runRows);
  if (stored === undefined) return refuse('not-found');
  if (!isPayer(actor, stored.head.authority)) return refuse('not-permitted');
  const { closing, stage } = stored.run;
  if (closing === undefined || stage === 'cancelled' || stage === 'rejected') return refuse('illegal-step');
  const list = await made(deps, stored, itemRows.map(itemOf), format);
  if (!list.ok) return list;
  const { bytes, type } = list.value;
  const path = `order-lists/${hash('sha256', bytes, 'hex')}`;
  await files.put(path, bytes, { type, immutable: true });
  return ok({ link: await files.link(path, { name: `${closing.messageId}.${format}`, seconds: LINK_SECONDS }) });
};
