import { holds, type Actor, type Role } from '../../kernel/actor.ts';
import type { AuthorityId, PersonId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { RunStage } from '../facts.ts';
import type { Run } from '../run.ts';
import type { RunAct } from '../wire.ts';

/** One row of the state machine of rules 10.6: who may do it from where, and who must be another person. */
export interface Transition {
  readonly act: RunAct | 'open';
  readonly from: readonly RunStage[];
  readonly to: RunStage;
  readonly role: Role;
  /** Marked ⚭: not by anyone who ever closed this run; of a rejection, not by whoever noted it. */
  readonly fourEyes?: boolean;
}

/**
 * Source: domain rules 10.6. What the bank does (booked, partly booked, returned) follows from the items and is nobody's
 * act. Drawn in README.md by scripts/state-machines.ts.
 */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'open', from: ['none'], to: 'open', role: 'certifier' },
  { act: 'close', from: ['open'], to: 'closed', role: 'certifier' },
  { act: 'reopen', from: ['closed'], to: 'open', role: 'certifier' },
  { act: 'release', from: ['closed'], to: 'released', role: 'orderer', fourEyes: true },
  { act: 'download', from: ['released'], to: 'released', role: 'orderer' },
  { act: 'transmitted', from: ['released'], to: 'sent', role: 'orderer' },
  { act: 'download', from: ['sent'], to: 'sent', role: 'orderer' },
  { act: 'checkPayee', from: ['released'], to: 'released', role: 'orderer' },
  { act: 'checkPayee', from: ['sent'], to: 'sent', role: 'orderer' },
  { act: 'decideHeld', from: ['released'], to: 'released', role: 'orderer' },
  { act: 'decideHeld', from: ['sent'], to: 'sent', role: 'orderer' },
  { act: 'cancel', from: ['open', 'closed'], to: 'cancelled', role: 'orderer' },
  { act: 'noteRejection', from: ['released'], to: 'released', role: 'orderer' },
  { act: 'noteRejection', from: ['sent'], to: 'sent', role: 'orderer' },
  { act: 'reject', from: ['released', 'sent'], to: 'rejected', role: 'certifier', fourEyes: true },
];

export type PermitRefusal = 'not-permitted' | 'illegal-step' | 'same-person' | 'same-person-rejection';

/** What the bank does not do is said once, and confirmed only after it was said. */
const isDue = (act: Transition['act'], { rejectionBy }: Run): boolean =>
  act === 'noteRejection' ? rejectionBy === undefined : act !== 'reject' || rejectionBy !== undefined;

/** Whether this person may take this step now. Role first, then the run's stage, then the persons. */
export const permit = (
  act: Transition['act'],
  run: Run,
  authority: AuthorityId,
  actor: Actor,
): Result<Transition, PermitRefusal> => {
  const rows = TRANSITIONS.filter((one) => one.act === act);
  if (!rows.some(({ role }) => holds(actor, role, authority))) return refuse('not-permitted');
  const transition = rows.find(({ from }) => from.includes(run.stage));
  if (transition === undefined || !isDue(act, run)) return refuse('illegal-step');
  if (act === 'reject') return run.rejectionBy === actor.person ? refuse('same-person-rejection') : ok(transition);
  if (transition.fourEyes === true && run.closers.includes(actor.person)) return refuse('same-person');
  return ok(transition);
};

/** The acts that this person may take now; buttons are shown for these only. */
export const permittedActs = (run: Run, authority: AuthorityId, actor: Actor): RunAct[] => [
  ...new Set(
    TRANSITIONS.map(({ act }) => act).filter(
      (act): act is RunAct => act !== 'open' && permit(act, run, authority, actor).ok,
    ),
  ),
];

/** Who pays for the authority: these see whole account numbers. */
export const isPayer = (actor: Actor, authority: AuthorityId): boolean =>
  holds(actor, 'certifier', authority) || holds(actor, 'orderer', authority);

export const mayReadPayments = (actor: Actor, authority: AuthorityId): boolean =>
  isPayer(actor, authority) || holds(actor, 'auditor', authority);

/** Nobody acts on a payment to themselves, whatever roles they hold now or held then. */
export const isOwn = (
  actor: { readonly person: PersonId },
  payee: { readonly kind: string; readonly id: string },
): boolean => payee.kind === 'person' && payee.id === (actor.person as string);
