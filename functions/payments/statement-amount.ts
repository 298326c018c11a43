import { cents, isCents, type Cents } from '../../shared/kernel/cents.ts';
import type { Unreadable } from '../../shared/payments/statement-entry.ts';
import { textUnder, under, type Part } from './statement-xml.ts';

/** Amounts are compared exactly, in hundred-thousandths: the schema allows five decimals. */
const DECIMALS = 5;
const PER_CENT = 1000n;

/** An xs:decimal, `000149.87`, `20.`, `.50` or `+20.00`, in hundred-thousandths; undefined where it is none. */
const decimal = (text: string): bigint | undefined => {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d{0,40})(?:\.(\d{0,40}))?$/.exec(text) ?? [];
  const digits = fraction.replace(/0+$/, '');
  if (sign === undefined || whole + fraction === '' || digits.length > DECIMALS) return undefined;
  const value = BigInt(`${whole}${digits.padEnd(DECIMALS, '0')}`);
  return sign === '-' ? -value : value;
};

/** The amount under this name as it counts on an account in euro, exactly; undefined where it does not. */
export const exactIn = (part: Part | undefined): bigint | undefined => {
  const currency = textUnder(part, 'Amt', '@Ccy');
  const value = decimal(textUnder(part, 'Amt') ?? '');
  return value === undefined || value < 0n || (currency !== undefined && currency !== 'EUR') ? undefined : value;
};

/** In whole cents that the portal counts with. */
const wholeCents = (exact: bigint | undefined): Cents | undefined => {
  const inCents = exact === undefined || exact % PER_CENT !== 0n ? Number.NaN : Number(exact / PER_CENT);
  return isCents(inCents) ? inCents : undefined;
};

export interface Amount {
  readonly cents: Cents;
  /** Where it cannot count as cents: why, and how the bank wrote it. */
  readonly unreadable?: Unreadable;
  readonly amountText?: string;
}

const whyNot = (currency: string, exact: bigint | undefined): Unreadable => {
  if (currency !== 'EUR') return 'other-currency';
  return exact === undefined || exact % PER_CENT !== 0n ? 'amount-unreadable' : 'amount-too-large';
};

/** What an entry says it moves. What is no sum of euro in whole cents, or beyond all that is paid here, is for a person. */
export const amountIn = (part: Part): Amount => {
  const exact = exactIn(part);
  const counted = wholeCents(exact);
  if (counted !== undefined) return { cents: counted };
  const currency = textUnder(part, 'Amt', '@Ccy') ?? 'EUR';
  const amountText = `${textUnder(part, 'Amt') ?? ''} ${currency}`.slice(0, 44).trim();
  return { cents: cents(0), unreadable: whyNot(currency, exact), amountText };
};

const centsUnder = (part: Part | undefined): Cents | undefined => wholeCents(exactIn(part));

/** What one transfer of an entry moves, where the bank says it in euro. */
export const amountOfDetail = (detail: Part): Cents | undefined =>
  centsUnder(detail) ??
  centsUnder(under(detail, 'AmtDtls', 'TxAmt')) ??
  centsUnder(under(detail, 'AmtDtls', 'InstdAmt'));

/** `1.234,56 EUR`, of hundred-thousandths. */
export const euroText = (exact: bigint): string => {
  const digits = String((exact < 0n ? -exact : exact) / PER_CENT).padStart(3, '0');
  const euros = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${exact < 0n ? '-' : ''}${euros},${digits.slice(-2)} EUR`;
};
