import { hash } from 'node:crypto';
import type { Actor } from '../../shared/kernel/actor.ts';
import { formatCents, sum } from '../../shared/kernel/cents.ts';
import { csvLine, MARK } from '../../shared/kernel/csv.ts';
import type { RunId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { isPayer } from '../../shared/payments/rules/permit.ts';
import type { PaymentDeps } from './deps.ts';
import { itemsPk, runAsk } from './rows.ts';
import { itemOf, readableRun, type StoredItem } from './run-view.ts';

/** Columns of a payment order for the city's own budget system; German, since the cash office reads it. */
const COLUMNS = ['Lfd. Nr.', 'Empfänger', 'IBAN', 'Betrag EUR', 'Verwendungszweck', 'Referenz'];

/** Auszahlungsanordnung (§ 70 LHO) as a table: one line an item, then the sum. Formulas in names are written as text. */
export const orderListCsv = (items: readonly StoredItem[]): string =>
  [
    MARK,
    csvLine(COLUMNS),
    ...items.map(({ holder, iban, cents, remittance, endToEndId }, index) =>
      csvLine([String(index + 1), holder, iban, formatCents(cents), remittance, endToEndId]),
    ),
    csvLine(['', 'Summe', '', formatCents(sum(items.map(({ cents }) => cents))), '', '']),
  ].join('');

const LINK_SECONDS = 300;

/** A link to the list of a run that is closed or beyond, for whoever pays. */
export const downloadOrderList = async (
  { journal, files }: PaymentDeps,
  actor: Actor,
  id: RunId,
  format: 'pdf' | 'csv',
): Promise<Result<{ readonly link: string }>> => {
  const [runRows = [], itemRows = []] = await journal.read([runAsk(id), { pk: itemsPk(id), prefix: '' }]);
  const stored = readableRun(actor, id, runRows);
  if (stored === undefined) return refuse('not-found');
  if (!isPayer(actor, stored.head.authority)) return refuse('not-permitted');
  const { closing } = stored.run;
  if (closing === undefined) return refuse('illegal-step');
  if (format === 'pdf') return refuse('no-pdf-yet');
  const bytes = new TextEncoder().encode(orderListCsv(itemRows.map(itemOf)));
  const path = `payments/${hash('sha256', bytes, 'hex')}`;
  await files.put(path, bytes, { type: 'text/csv; charset=utf-8', immutable: true });
  return ok({ link: await files.link(path, { name: `${closing.messageId}.csv`, seconds: LINK_SECONDS }) });
};
