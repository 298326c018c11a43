import type { SignPlace } from './characters.ts';

/** The outcome of a rule: a value, or the reason why not. Refusals are values, faults are thrown. */
export type Result<T, R extends string = string> = Ok<T> | Refused<R>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** `refusal` is also the last part of its locale key `<room>.refusal.<reason>`. */
export interface Refused<R extends string = string> {
  readonly ok: false;
  readonly refusal: R;
  /** With `malformed` and `incomplete`: what is wrong, where. */
  readonly issues?: readonly Flaw[];
  /** What its sentence names, by placeholder: an amount, an encoding. */
  readonly values?: Readonly<Record<string, string>>;
}

/** One thing wrong with an input: its path (`plan.costs.0.cents`) and the code of the rule, a locale key `<room>.issue.<code>` or `kernel.issue.<code>`; with a sign that can't stay, its place. */
export interface Flaw extends Partial<SignPlace> {
  readonly path: string;
  readonly code: string;
  readonly maximum?: number;
  readonly minimum?: number;
  /** Of a period: its days. */
  readonly from?: string;
  readonly to?: string;
  /** Of an IBAN: its country, how many signs it should have, how many there are. */
  readonly country?: string;
  readonly expected?: number;
  readonly found?: number;
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const refuse = <R extends string>(
  refusal: R,
  issues?: readonly Flaw[],
  values?: Refused['values'],
): Refused<R> => ({
  ok: false,
  refusal,
  ...(issues && { issues }),
  ...(values && { values }),
});
