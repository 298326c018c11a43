import { holds, type Actor, type Role } from '../../kernel/actor.ts';
import { dayOf, type Day, type Instant } from '../../kernel/day.ts';
import type { AuthorityId, BodyId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { endOfDayPeriod } from '../../law/deadlines.ts';
import { settledValue } from '../../law/parameters.ts';
import type { Attendance, SittingStage } from '../facts.ts';
import type { Sitting } from '../sitting.ts';
import type { SittingAct } from '../views.ts';

/** One row of the state machine of a sitting: who may do it from where. */
export interface Transition {
  readonly act: SittingAct | 'plan' | 'removeDocument';
  readonly from: readonly Sitting['stage'][];
  readonly to: SittingStage | 'same';
  readonly role: Role;
}

const KEPT: readonly Sitting['stage'][] = ['planned', 'attended'];

/** Drawn in README.md by scripts/state-machines.ts. */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'plan', from: ['none'], to: 'planned', role: 'bodyOffice' },
  { act: 'move', from: ['planned'], to: 'planned', role: 'bodyOffice' },
  { act: 'cancel', from: ['planned'], to: 'cancelled', role: 'bodyOffice' },
  { act: 'invite', from: ['planned'], to: 'planned', role: 'bodyOffice' },
  { act: 'addDocument', from: KEPT, to: 'same', role: 'bodyOffice' },
  { act: 'removeDocument', from: KEPT, to: 'same', role: 'bodyOffice' },
  { act: 'confirm', from: ['planned'], to: 'attended', role: 'bodyOffice' },
  { act: 'correct', from: ['attended'], to: 'attended', role: 'bodyOffice' },
  { act: 'object', from: ['attended'], to: 'attended', role: 'member' },
  { act: 'answerObjection', from: ['attended'], to: 'attended', role: 'bodyOffice' },
];

/** The last day on which those who are on the list may object to it; counted from each correction anew. */
export const objectUntil = ({ at }: Attendance): Day => {
  const on = dayOf(at);
  return endOfDayPeriod(on, settledValue('bodies.objectWithin', on));
};

/** Who of the body's own authority may read everything of a body; the body office too, and an auditor. */
const READERS: readonly Role[] = ['caseOfficer', 'approver', 'certifier', 'orderer', 'programmeManager', 'auditor'];

export const isOffice = (actor: Actor, body: BodyId): boolean => holds(actor, 'bodyOffice', body);

export const readsAll = (actor: Actor, body: BodyId, authority: AuthorityId): boolean =>
  isOffice(actor, body) || READERS.some((role) => holds(actor, role, authority));

export type SittingRefusal = 'not-permitted' | 'illegal-step' | 'cancelled-before' | 'confirmed-before';

const wrongStage = (stage: Sitting['stage'], act: Transition['act']): SittingRefusal => {
  if (stage === 'cancelled') return 'cancelled-before';
  return stage === 'attended' && act === 'confirm' ? 'confirmed-before' : 'illegal-step';
};

/** Whether this person may take this step now; a member's own seat is looked at by the rule of the step itself. */
export const permit = (
  act: Transition['act'],
  sitting: Sitting,
  body: BodyId,
  actor: Actor,
): Result<Transition, SittingRefusal> => {
  const transition = TRANSITIONS.find((one) => one.act === act)!;
  // Who was there objects by the seat of that day, which the step looks at, also when the seat and its role have ended since.
  if (transition.role !== 'member' && !holds(actor, transition.role, body)) return refuse('not-permitted');
  return transition.from.includes(sitting.stage) ? ok(transition) : refuse(wrongStage(sitting.stage, act));
};

/** Whether the person is on the list that counts: present, or absent on a seat of their own. */
export const mayObject = (sitting: Sitting, isSeated: boolean, at: Instant): boolean =>
  sitting.attendance !== undefined && isSeated && dayOf(at) <= objectUntil(sitting.attendance);
