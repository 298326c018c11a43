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
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const refuse = <R extends string>(refusal: R): Refused<R> => ({ ok: false, refusal });
