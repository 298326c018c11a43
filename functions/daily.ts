import { endRoles } from './bodies/end-roles.ts';
import { remindOfClaims } from './compensation/remind.ts';
import { publishEffective } from './funding/delivery.ts';
import { publishQuarters } from './ledger/publish-quarters.ts';
import type { ReactionDeps } from './reactions.ts';

/** What is looked for once a day: periods that are over, reminders that are due. Each may run at any time and again. */
export type DailyWork = (deps: ReactionDeps) => Promise<void>;

/** By name, so that a failure says which. */
const DAILY: Readonly<Record<string, DailyWork>> = {
  'bodies.endRoles': endRoles,
  'compensation.remind': remindOfClaims,
  'funding.publishEffective': publishEffective,
  'ledger.publishQuarters': publishQuarters,
};

/**
 * Does all of it, one after the other; what fails does not hold up the rest.
 * @throws AggregateError that names what failed
 */
export const workDaily = async (deps: ReactionDeps, works = DAILY): Promise<void> => {
  const failed: Error[] = [];
  for (const [name, work] of Object.entries(works)) {
    try {
      await work(deps);
    } catch (cause) {
      failed.push(new Error(`The daily work ${name} failed`, { cause }));
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, failed.map(({ message }) => message).join('; '));
};
