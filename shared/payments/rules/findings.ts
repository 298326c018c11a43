import type { Day } from '../../kernel/day.ts';
import type { PaymentId } from '../../kernel/id.ts';
import { isTargetDay } from '../file/target-day.ts';
import type { RunChannel } from '../facts.ts';

/** What can stand against closing a run; also the refusal of closing it all the same. */
export const FINDINGS = [
  'still-collecting',
  'nothing-collected',
  'too-few-for-opt-out',
  'holder-not-latin',
  'day-past',
  'no-target-day',
] as const;
export type FindingName = (typeof FINDINGS)[number];

export interface Finding {
  readonly finding: FindingName;
  readonly payments: readonly PaymentId[];
}

export interface Collected {
  readonly channel: RunChannel;
  readonly executionDay: Day;
  readonly count: number;
  readonly isCollecting: boolean;
  readonly notLatin: readonly PaymentId[];
}

/** A batch of one would be checked against its payee by law; the channel without that check needs two (domain rules 7.3). */
const LEAST_FOR_OPT_OUT = 2;

/** Everything that stands against closing, so that a person sees it before and not one after the other. */
export const findingsIn = (run: Collected, today: Day): Finding[] => {
  const found: readonly (readonly [name: FindingName, stands: boolean, payments?: readonly PaymentId[]])[] = [
    ['still-collecting', run.isCollecting],
    ['nothing-collected', run.count === 0 && !run.isCollecting],
    ['too-few-for-opt-out', run.channel === 'optOut' && run.count > 0 && run.count < LEAST_FOR_OPT_OUT],
    ['holder-not-latin', run.channel !== 'orderList' && run.notLatin.length > 0, run.notLatin],
    ['day-past', run.executionDay < today],
    ['no-target-day', run.channel !== 'orderList' && !isTargetDay(run.executionDay)],
  ];
  return found.filter(([, stands]) => stands).map(([finding, , payments = []]) => ({ finding, payments }));
};
