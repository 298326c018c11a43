import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { Sourced, Status } from './status.ts';

declare const brand: unique symbol;

/** Hundredths of a percent: 3000 is 30 percent. May be negative (the base rate was). */
export type BasisPoints = number & { readonly [brand]: 'basisPoints' };

/** @throws RangeError if the number is not whole. */
export const basisPoints = (value: number): BasisPoints => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not whole basis points: ${value}`);
  return value as BasisPoints;
};

/** What a parameter is counted in, and the type of its value. `months` and `days` are lengths of periods. */
export interface UnitValues {
  readonly cents: Cents;
  readonly basisPoints: BasisPoints;
  readonly days: number;
  readonly months: number;
  readonly minutes: number;
  readonly count: number;
  readonly text: string;
  readonly flag: boolean;
}

export type Unit = keyof UnitValues;

/** A value that can be computed with. */
export interface Known<V> extends Sourced {
  readonly value: V;
  readonly status: Exclude<Status, 'unknown'>;
  /** What is still to be asked or read before the value is relied upon. */
  readonly question?: string;
}

/** A value that is not known; `assumed` is what was heard or would be usual. */
export interface Unknown<V> extends Sourced {
  readonly assumed?: V;
  readonly status: 'unknown';
  readonly question: string;
}

export const isKnown = <V>(held: Known<V> | Unknown<V>): held is Known<V> => held.status !== 'unknown';

/** Both days are included; without `validUntil` it holds until it is replaced. */
export interface Validity {
  readonly validFrom: Day;
  readonly validUntil?: Day;
}

export type KnownVersion<V> = Known<V> & Validity;
export type UnknownVersion<V> = Unknown<V> & Validity;
export type Version<V> = KnownVersion<V> | UnknownVersion<V>;

/** All values that a parameter had, oldest first, without overlap. Days before the first have no value. */
export interface History<U extends Unit, V extends UnitValues[U] = UnitValues[U]> {
  readonly unit: U;
  readonly versions: readonly Version<V>[];
}

/** The unit fixes the type of the values; a narrower one (`'payout' | 'graceEnd'`) can be named. */
export const history = <U extends Unit, V extends UnitValues[U] = UnitValues[U]>(
  unit: U,
  ...versions: Version<NoInfer<V>>[]
): History<U, V> => ({ unit, versions });
