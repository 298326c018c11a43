import type { Cents } from '../../shared/kernel/cents.ts';
import type { Day } from '../../shared/kernel/day.ts';
import { hasUnsafeCharacters } from '../../shared/kernel/text.ts';
import type { StatementEntry, Unreadable } from '../../shared/payments/statement-entry.ts';
import { plainIban } from '../../shared/accounts/iban.ts';
import { amountIn, amountOfDetail, type Amount } from './statement-amount.ts';
import { dayIn } from './statement-day.ts';
import { each, textUnder, under, type Part } from './statement-xml.ts';

/** What a movement says, before it is told apart from others that say the same. */
export type Told = Omit<StatementEntry, 'id'>;

/** One transfer of an entry; `detail` is empty where the bank gives none. */
export interface Movement {
  readonly entry: Part;
  readonly detail: Part;
  readonly told: Told;
}

const lineIn = (text: string | undefined, max: number): string =>
  Array.from((text ?? '').slice(0, max), (letter) =>
    hasUnsafeCharacters(letter) || letter === '\n' ? ' ' : letter,
  ).join('');

/** What banks write where a reference belongs and they have none. */
const NO_REFERENCE = new Set(['NONREF', 'NOTPROVIDED', 'NOREF', 'NONE']);

/** The reference under these names, unless it only says that there is none. */
export const referenceUnder = (part: Part | undefined, ...names: readonly string[]): string | undefined => {
  const found = textUnder(part, ...names);
  return found === undefined || NO_REFERENCE.has(found.toUpperCase()) ? undefined : found;
};

/** Account and name of whoever is on the other side. */
const otherSide = (detail: Part, direction: string): { readonly iban?: string; readonly name?: string } => {
  const side = direction === 'DBIT' ? 'Cdtr' : 'Dbtr';
  const parties = under(detail, 'RltdPties');
  const iban = textUnder(parties, `${side}Acct`, 'Id', 'IBAN');
  const name = textUnder(parties, side, 'Pty', 'Nm') ?? textUnder(parties, side, 'Nm');
  return {
    ...(iban !== undefined && { iban: plainIban(iban) }),
    ...(name !== undefined && { name: lineIn(name, 140) }),
  };
};

const isReturnCode = (part: Part): boolean => textUnder(part, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') === 'RRTN';

/** An xs:boolean. */
const isSet = (part: Part, name: string): boolean => ['true', '1'].includes(textUnder(part, name) ?? '');

/** The bank's reason if money came back: a return names one or is booked as such; a reversal undoes a booking. */
const returnIn = (entry: Part, detail: Part): string | undefined => {
  const why = under(detail, 'RtrInf');
  const code = textUnder(why, 'Rsn', 'Cd') ?? textUnder(why, 'Rsn', 'Prtry');
  const isReturn = why !== undefined || isReturnCode(entry) || isReturnCode(detail) || isSet(entry, 'RvslInd');
  return isReturn ? lineIn(code ?? 'MS03', 35) : undefined;
};

/** What keeps a person from trusting it, the amount before all else. */
const flawOf = (amount: Amount, on: Day | undefined, indicator: string, given: Unreadable | undefined) => {
  if (amount.unreadable !== undefined) return amount.unreadable;
  if (indicator !== 'CRDT' && indicator !== 'DBIT') return 'direction-unknown';
  return on === undefined ? 'day-missing' : given;
};

interface Given {
  readonly amount: Amount;
  /** For an entry without a day of its own. */
  readonly madeOn: Day;
  readonly unreadable?: Unreadable | undefined;
}

const movementOf = (entry: Part, detail: Part, { amount, madeOn, unreadable: given }: Given): Movement => {
  const on = dayIn(entry, 'ValDt') ?? dayIn(entry, 'BookgDt');
  const indicator = textUnder(detail, 'CdtDbtInd') ?? textUnder(entry, 'CdtDbtInd') ?? '';
  const unreadable = flawOf(amount, on, indicator, given);
  const endToEndId = referenceUnder(detail, 'Refs', 'EndToEndId');
  const returned = returnIn(entry, detail);
  const remittance = each(under(detail, 'RmtInf'), 'Ustrd').map((part) => textUnder({ part }, 'part') ?? '');
  const told: Told = {
    direction: indicator === 'CRDT' ? 'credit' : 'debit',
    cents: amount.cents,
    on: on ?? madeOn,
    remittance: lineIn(remittance.join(' '), 300),
    ...(returned !== undefined && { returned }),
    ...(endToEndId !== undefined && { endToEndId: lineIn(endToEndId, 35) }),
    ...otherSide(detail, indicator),
    ...(unreadable !== undefined && { unreadable }),
    ...(amount.amountText !== undefined && { amountText: amount.amountText }),
  };
  return { entry, detail, told };
};

const saysBatch = (entry: Part): boolean =>
  each(entry, 'NtryDtls').some((one) => Number(textUnder(one, 'Btch', 'NbOfTxs') ?? '1') > 1);

/** Of a batch each transfer; one alone takes the amount of the entry where it names none. */
export const movementsOf = (entry: Part, madeOn: Day): Movement[] => {
  const amount = amountIn(entry);
  const details = each(entry, 'NtryDtls').flatMap((one) => each(one, 'TxDtls'));
  const [first = '', ...more] = details;
  if (amount.unreadable !== undefined) return [movementOf(entry, more.length === 0 ? first : '', { amount, madeOn })];
  if (details.length === 0) {
    const unreadable = saysBatch(entry) ? 'batch-without-details' : undefined;
    return [movementOf(entry, '', { amount, madeOn, unreadable })];
  }
  const amounts =
    more.length === 0 ? [amountOfDetail(first) ?? amount.cents] : details.map((detail) => amountOfDetail(detail));
  const sum = amounts.reduce<number>((all, one) => all + (one ?? Number.NaN), 0);
  const unreadable = sum === amount.cents ? undefined : 'amounts-differ';
  return details.map((detail, index) => {
    const cents: Cents = amounts[index] ?? amount.cents;
    return movementOf(entry, detail, { amount: { cents }, madeOn, unreadable });
  });
};
