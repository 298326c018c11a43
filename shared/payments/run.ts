import type { Day, Instant } from '../kernel/day.ts';
import { replay, type Recorded } from '../kernel/decider.ts';
import type { AuthorityId, PersonId } from '../kernel/id.ts';
import type { RunChannel, RunFact, RunStage } from './facts.ts';

export type Closing = Omit<Extract<RunFact, { type: 'run.closed' }>, 'type'>;

/** A payment run (Zahllauf) as its facts tell it. */
export interface Run {
  readonly seq: number;
  readonly stage: Exclude<RunStage, 'partlyBooked' | 'booked'>;
  readonly authority?: AuthorityId;
  readonly executionDay?: Day;
  readonly channel?: RunChannel;
  readonly openedAt?: Instant;
  /** How often it was closed; the message id counts on with it. */
  readonly closings: number;
  /** Everyone who ever closed it: none of them releases it. */
  readonly closers: readonly PersonId[];
  /** The frozen list and its file, as long as it is closed or beyond. */
  readonly closing?: Closing;
  readonly sentOn?: Day;
  /** Who said that the bank did not take the file. */
  readonly rejectionBy?: PersonId;
}

export const NO_RUN: Run = { seq: 0, stage: 'none', closings: 0, closers: [] };

const withoutClosing = ({ closing: _, ...rest }: Run): Run => rest;

type FactOf<T extends RunFact['type']> = Extract<RunFact, { type: T }>;
type Who = { readonly by: PersonId; readonly at: Instant };

const APPLY: { readonly [T in RunFact['type']]: (state: Run, fact: FactOf<T>, who: Who) => Run } = {
  'run.opened': (state, { authority, executionDay, channel }, { at }) => ({
    ...state,
    stage: 'open',
    authority,
    executionDay,
    channel,
    openedAt: at,
  }),
  'run.closed': (state, { type: _, ...closing }, { by }) => ({
    ...state,
    stage: 'closed',
    closing,
    closings: state.closings + 1,
    closers: [...new Set([...state.closers, by])],
  }),
  'run.reopened': (state) => ({ ...withoutClosing(state), stage: 'open' }),
  'run.released': (state) => ({ ...state, stage: 'released' }),
  'run.transmitted': (state, { on }) => ({ ...state, stage: 'sent', sentOn: on }),
  'run.cancelled': (state) => ({ ...state, stage: 'cancelled' }),
  'run.rejectionNoted': (state, _, { by }) => ({ ...state, rejectionBy: by }),
  'run.rejected': (state) => ({ ...state, stage: 'rejected' }),
};

export const evolveRun = (before: Run, { seq, fact, by, at }: Recorded<RunFact>): Run => {
  const apply = APPLY[fact.type] as (state: Run, fact: RunFact, who: Who) => Run;
  return { ...apply(before, fact, { by: by as PersonId, at }), seq };
};

export const readRun = (stream: readonly Recorded<RunFact>[]): Run => replay(NO_RUN, evolveRun, stream);

/** Whether the bank may have it: from here on only the bank and decisions on single items change anything. */
export const isOut = ({ stage }: Pick<Run, 'stage'>): boolean => stage === 'released' || stage === 'sent';

/** What its items make of it: `settled` of `count` are booked, returned, rejected or cancelled. */
export const stageWithItems = (run: Run, items: { readonly count: number; readonly settled: number }): RunStage => {
  if (!isOut(run) || items.settled === 0) return run.stage;
  return items.settled < items.count ? 'partlyBooked' : 'booked';
};
