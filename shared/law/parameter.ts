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

/** A value in force from `validFrom` (to the end of `validUntil`, where it has one). */
export interface KnownVersion<V> extends Sourced {
  readonly value: V;
  readonly status: Exclude<Status, 'unknown'>;
  readonly validFrom: Day;
  readonly validUntil?: Day;
  /** What is still to be asked or read before the value is relied upon. */
  readonly question?: string;
}

/** A time for which the value is not known; `assumed` is what was heard or would be the usual value. */
export interface UnknownVersion<V> extends Sourced {
  readonly assumed?: V;
  readonly status: 'unknown';
  readonly validFrom: Day;
  readonly validUntil?: Day;
  readonly question: string;
}

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
