import type { Instant } from './day.ts';
import type { PersonId } from './id.ts';

/** What every fact says: its type, `<noun>.<past tense>`, and the fields of that type. */
export interface Fact {
  readonly type: string;
}

/** Who does it and when; passed into every rule, since rules have no clock of their own. */
export interface Act {
  readonly by: PersonId | 'system';
  readonly at: Instant;
}

/** A fact as it stands in its stream. `seq` counts from 1. */
export interface Recorded<F extends Fact = Fact> extends Act {
  readonly seq: number;
  readonly fact: F;
}

/** Reads a stream from its beginning into the state that the rules look at. */
export const replay = <S, F extends Fact>(
  initial: S,
  evolve: (state: S, recorded: Recorded<F>) => S,
  stream: readonly Recorded<F>[],
): S => stream.reduce(evolve, initial);

/** Puts new facts behind those that are there, as they will be recorded. */
export const record = <F extends Fact>(after: number, act: Act, facts: readonly F[]): Recorded<F>[] =>
  facts.map((fact, index) => ({ seq: after + index + 1, by: act.by, at: act.at, fact }));
