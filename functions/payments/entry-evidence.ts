import type { AuthorityId, PaymentId, RunId } from '../../shared/kernel/id.ts';
import { isOut } from '../../shared/payments/run.ts';
import { stageOf } from '../../shared/payments/payment.ts';
import type { StatementEntry } from '../../shared/payments/statement-entry.ts';
import type { Journal, Row } from '../kernel/journal.ts';
import { paymentOf, type StoredPayment } from './payment-view.ts';
import { alikePk, endToEndKey, entryKey, itemKey, paymentAsk, runAsk, sameAmountPrefix } from './rows.ts';
import { itemOf, runOf, type StoredItem, type StoredRun } from './run-view.ts';

/** Everything that some movements may belong to, read together. */
export interface Evidence {
  /** Movements that were taken up before. */
  readonly known: ReadonlySet<string>;
  /** By movement: the payment of its end-to-end id, or the only one with this amount and account that is out. */
  readonly paymentOf: ReadonlyMap<string, PaymentId>;
  /** Movements under an end-to-end id that was given up, since the bank was said to have refused its run. */
  readonly givenUp: ReadonlySet<string>;
  readonly payments: ReadonlyMap<PaymentId, StoredPayment>;
  readonly runs: ReadonlyMap<RunId, StoredRun>;
  readonly items: ReadonlyMap<PaymentId, StoredItem>;
}

interface Named {
  readonly entry: StatementEntry;
  readonly candidates: readonly PaymentId[];
  readonly isById: boolean;
}

const namedBy = (entry: StatementEntry, byId: Row | undefined, alike: readonly Row[]): Named => ({
  entry,
  candidates: byId === undefined ? alike.map((row) => row['payment'] as PaymentId) : [byId['payment'] as PaymentId],
  isById: byId !== undefined,
});

/** Without a known end-to-end id, account and amount may still tell a transfer that went out (domain rules 7.5). */
const isGuessable = ({ direction, iban }: StatementEntry): boolean => direction === 'debit' && iban !== undefined;

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((one) => one !== undefined);

const itemsOf = async (
  journal: Journal,
  payments: readonly StoredPayment[],
): Promise<Pick<Evidence, 'runs' | 'items'>> => {
  const inRuns = payments.flatMap(({ id, payment: { run } }) => (run === undefined ? [] : [{ id, run }]));
  const runIds = [...new Set(inRuns.map(({ run }) => run))];
  const answers = await journal.read([...runIds.map(runAsk), ...inRuns.map(({ id, run }) => itemKey(run, id))]);
  const runs = present(runIds.map((run, index) => runOf(run, answers[index] ?? [])));
  const items = answers.slice(runIds.length).flatMap((rows) => rows.map(itemOf));
  return {
    runs: new Map(runs.map((run) => [run.id, run])),
    items: new Map(items.map((item) => [item.payment, item])),
  };
};

const isGivenUp = ({ entry, candidates: [id], isById }: Named, payments: Evidence['payments']): boolean => {
  const order = id === undefined ? undefined : payments.get(id)?.order;
  return isById && order !== undefined && order.endToEndId !== entry.endToEndId;
};

const chosen = ({ entry, candidates }: Named, found: Pick<Evidence, 'payments' | 'runs'>): PaymentId | undefined => {
  const [only, ...others] = candidates.filter((id) => {
    const stored = found.payments.get(id);
    const run = stored?.payment.run && found.runs.get(stored.payment.run);
    const isById = stored?.order.endToEndId === entry.endToEndId;
    return (
      isById || (run !== undefined && isOut(run.run) && stored !== undefined && stageOf(stored.payment) === 'inRun')
    );
  });
  return others.length === 0 ? only : undefined;
};

/** Reads what these movements may belong to: three round trips, whatever their number. */
export const evidenceFor = async (
  journal: Journal,
  authority: AuthorityId,
  entries: readonly StatementEntry[],
): Promise<Evidence> => {
  const answers = await journal.read(
    entries.flatMap((entry) => [
      entryKey(entry.id),
      endToEndKey(entry.endToEndId ?? '-'),
      {
        pk: alikePk(authority),
        prefix: isGuessable(entry) ? sameAmountPrefix(entry.iban!, entry.cents) : '-',
      },
    ]),
  );
  const at = (index: number): readonly Row[] => answers[index] ?? [];
  const named = entries.map((entry, i) => namedBy(entry, at(3 * i + 1)[0], at(3 * i + 2)));
  const ids = [...new Set(named.flatMap(({ candidates }) => candidates))];
  const rows = await journal.read(ids.map(paymentAsk));
  const own = present(ids.map((id, index) => paymentOf(id, rows[index] ?? []))).filter(
    ({ order }) => order.authority === authority,
  );
  const payments = new Map(own.map((stored) => [stored.id, stored]));
  const { runs, items } = await itemsOf(journal, own);
  const choices = named.map((one) => [one.entry.id, chosen(one, { payments, runs })] as const);
  const givenUp = named.filter((one) => isGivenUp(one, payments)).map(({ entry }) => entry.id);
  return {
    givenUp: new Set(givenUp),
    known: new Set(entries.filter((_, i) => at(3 * i).length > 0).map(({ id }) => id)),
    paymentOf: new Map(choices.filter((pair): pair is readonly [string, PaymentId] => pair[1] !== undefined)),
    payments,
    runs,
    items,
  };
};
