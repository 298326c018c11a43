import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isCents, type Cents } from '../../shared/kernel/cents.ts';
import { isDay, type Day } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { hasUnsafeCharacters } from '../../shared/kernel/text.ts';
import type { Statement, StatementEntry } from '../../shared/payments/statement-entry.ts';
import { each, statementsIn, textUnder, under, type Part, type StatementXmlRefusal } from './statement-xml.ts';

export type StatementRefusal = StatementXmlRefusal | 'other-account' | 'other-currency' | 'statement-too-long';

/** As many movements as one statement may have. */
const MOST_ENTRIES = 50_000;

const centsIn = (part: Part | undefined, name = 'Amt'): Cents | undefined => {
  const [, whole, fraction = ''] = /^(\d{1,11})(?:\.(\d{1,2})0*)?$/.exec(textUnder(part, name) ?? '') ?? [];
  const value = Number(`${whole}${fraction.padEnd(2, '0')}`);
  return isCents(value) ? value : undefined;
};

const dayIn = (part: Part | undefined, name: string): Day | undefined => {
  const text = (textUnder(part, name, 'Dt') ?? textUnder(part, name, 'DtTm') ?? '').slice(0, 10);
  return isDay(text) ? text : undefined;
};

const lineIn = (text: string | undefined, max: number): string =>
  Array.from(text ?? '', (letter) => (hasUnsafeCharacters(letter) || letter === '\n' ? ' ' : letter))
    .join('')
    .slice(0, max);

/** How the bank itself names a movement; without such a name the content alone tells it. */
const referenceOf = (statementId: string, entry: Part): readonly string[] => {
  const byBank = textUnder(entry, 'AcctSvcrRef');
  if (byBank !== undefined) return ['bank', byBank];
  const inStatement = textUnder(entry, 'NtryRef');
  return inStatement === undefined ? ['content'] : ['statement', statementId, inStatement];
};

interface Place {
  readonly iban: string;
  readonly statementId: string;
  readonly entry: Part;
}

/** Account and name of whoever is on the other side. */
const otherSide = (detail: Part, direction: string): { readonly iban?: string; readonly name?: string } => {
  const side = direction === 'DBIT' ? 'Cdtr' : 'Dbtr';
  const parties = under(detail, 'RltdPties');
  const iban = textUnder(parties, `${side}Acct`, 'Id', 'IBAN');
  const name = textUnder(parties, side, 'Pty', 'Nm') ?? textUnder(parties, side, 'Nm');
  return { ...(iban !== undefined && { iban }), ...(name !== undefined && { name: lineIn(name, 140) }) };
};

/** The bank's reason if money came back: a return names one or is booked as such; a reversal undoes a booking. */
const returnIn = (entry: Part, detail: Part): string | undefined => {
  const why = under(detail, 'RtrInf');
  const code = textUnder(why, 'Rsn', 'Cd') ?? textUnder(why, 'Rsn', 'Prtry');
  const isReturn =
    why !== undefined ||
    textUnder(entry, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') === 'RRTN' ||
    textUnder(entry, 'RvslInd') === 'true';
  return isReturn ? lineIn(code ?? 'MS03', 35) : undefined;
};

const amountOf = (detail: Part): Cents | undefined =>
  centsIn(detail) ?? centsIn(under(detail, 'AmtDtls', 'TxAmt')) ?? centsIn(under(detail, 'AmtDtls', 'InstdAmt'));

const identified = (place: Place, detail: Part, told: Omit<StatementEntry, 'id'>): StatementEntry => {
  const refs = [textUnder(detail, 'Refs', 'TxId'), textUnder(detail, 'Refs', 'InstrId')];
  const identity = [place.iban, ...referenceOf(place.statementId, place.entry), ...refs.map((one) => one ?? ''), told];
  return { id: hash('sha256', canonicalize(identity) ?? '', 'hex').slice(0, 32), ...told };
};

const entryOf = (
  place: Place,
  detail: Part,
  cents: Cents,
  unreadable: StatementEntry['unreadable'],
): StatementEntry | undefined => {
  const { entry } = place;
  const on = dayIn(entry, 'ValDt') ?? dayIn(entry, 'BookgDt');
  const indicator = textUnder(detail, 'CdtDbtInd') ?? textUnder(entry, 'CdtDbtInd') ?? '';
  if (on === undefined || (indicator !== 'CRDT' && indicator !== 'DBIT')) return undefined;
  const endToEndId = textUnder(detail, 'Refs', 'EndToEndId');
  const returned = returnIn(entry, detail);
  const remittance = each(under(detail, 'RmtInf'), 'Ustrd').map((part) => (typeof part === 'string' ? part : ''));
  return identified(place, detail, {
    direction: indicator === 'CRDT' ? 'credit' : 'debit',
    cents,
    on,
    remittance: lineIn(remittance.join(' '), 300),
    ...(returned !== undefined && { returned }),
    ...(endToEndId !== undefined && endToEndId !== 'NOTPROVIDED' && { endToEndId: lineIn(endToEndId, 35) }),
    ...otherSide(detail, indicator),
    ...(unreadable !== undefined && { unreadable }),
  });
};

/** Of a batch each transfer; one alone takes the amount of the entry where it names none. */
const entriesOf = (place: Place): (StatementEntry | undefined)[] => {
  const { entry } = place;
  const total = centsIn(entry);
  if (total === undefined) return [undefined];
  const details = each(entry, 'NtryDtls').flatMap((one) => each(one, 'TxDtls'));
  const isBatch = each(entry, 'NtryDtls').some((one) => Number(textUnder(one, 'Btch', 'NbOfTxs') ?? '1') > 1);
  if (details.length === 0) return [entryOf(place, '', total, isBatch ? 'batch-without-details' : undefined)];
  const amounts = details.length === 1 ? [amountOf(details[0]!) ?? total] : details.map(amountOf);
  const adds = amounts.every((one) => one !== undefined) && amounts.reduce<number>((a, b) => a + (b ?? 0), 0) === total;
  return details.map((detail, index) =>
    entryOf(place, detail, amounts[index] ?? total, adds ? undefined : 'amounts-differ'),
  );
};

const isBooked = (entry: Part): boolean => (textUnder(entry, 'Sts', 'Cd') ?? textUnder(entry, 'Sts')) === 'BOOK';

const foreignCurrency = (statement: Part, entries: readonly Part[]): boolean =>
  [textUnder(statement, 'Acct', 'Ccy'), ...entries.map((entry) => textUnder(entry, 'Amt', '@Ccy'))].some(
    (currency) => currency !== undefined && currency !== 'EUR',
  );

/** Reads a bank's statement for the account with this number; each movement once, also where the file doubles it. */
export const readStatement = (bytes: Uint8Array, iban: string): Result<Statement, StatementRefusal> => {
  const statements = statementsIn(bytes);
  if (!statements.ok) return statements;
  const entries = new Map<string, StatementEntry>();
  let pending = 0;
  for (const statement of statements.value) {
    if (textUnder(statement, 'Acct', 'Id', 'IBAN') !== iban) return refuse('other-account');
    const told = each(statement, 'Ntry');
    if (foreignCurrency(statement, told)) return refuse('other-currency');
    const booked = told.filter(isBooked);
    pending += told.length - booked.length;
    const statementId = textUnder(statement, 'Id') ?? '';
    for (const entry of booked.flatMap((one) => entriesOf({ iban, statementId, entry: one }))) {
      if (entry === undefined) return refuse('statement-form');
      entries.set(entry.id, entry);
    }
    if (entries.size > MOST_ENTRIES) return refuse('statement-too-long');
  }
  return ok({ iban, entries: [...entries.values()], pending });
};
