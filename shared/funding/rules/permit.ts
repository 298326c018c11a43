import { holds, type Actor, type Role } from '../../kernel/actor.ts';
import type { AuthorityId, OrganisationId, PersonId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Application, Stage } from '../facts.ts';

export type Act =
  | 'submit'
  | 'withdraw'
  | 'take'
  | 'consentEarlyStart'
  | 'declareBias'
  | 'proposeApproval'
  | 'proposeRefusal'
  | 'return'
  | 'approve'
  | 'refuse';

/** One row of the state machine of rules 10.1: who may do it from where, and who must be another person. */
export interface Transition {
  readonly act: Act;
  readonly from: readonly Stage[];
  /** `same`: the case stays where it is. */
  readonly to: Stage | 'same';
  readonly role: Role;
  /** Another role that may do it as well. */
  readonly orRole?: Role;
  readonly of: 'organisation' | 'authority';
  /** Marked ⚭: not by the person who proposed, submitted or wrote the application. */
  readonly fourEyes?: boolean;
}

const OPEN: readonly Stage[] = ['submitted', 'inReview'];
const PROPOSED: readonly Stage[] = ['proposedApproval', 'proposedRefusal'];

/** Source: domain rules 10.1 as far as built; drawn in README.md by scripts/state-machines.ts. */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'submit', from: ['draft'], to: 'submitted', role: 'signatory', of: 'organisation' },
  { act: 'withdraw', from: ['draft', ...OPEN, ...PROPOSED], to: 'withdrawn', role: 'signatory', of: 'organisation' },
  { act: 'take', from: OPEN, to: 'inReview', role: 'caseOfficer', of: 'authority' },
  { act: 'consentEarlyStart', from: OPEN, to: 'same', role: 'approver', of: 'authority' },
  {
    act: 'declareBias',
    from: [...OPEN, ...PROPOSED],
    to: 'same',
    role: 'caseOfficer',
    orRole: 'approver',
    of: 'authority',
  },
  { act: 'proposeApproval', from: OPEN, to: 'proposedApproval', role: 'caseOfficer', of: 'authority' },
  { act: 'proposeRefusal', from: OPEN, to: 'proposedRefusal', role: 'caseOfficer', of: 'authority' },
  { act: 'return', from: PROPOSED, to: 'inReview', role: 'approver', of: 'authority', fourEyes: true },
  { act: 'approve', from: ['proposedApproval'], to: 'approved', role: 'approver', of: 'authority', fourEyes: true },
  { act: 'refuse', from: ['proposedRefusal'], to: 'refused', role: 'approver', of: 'authority', fourEyes: true },
];

/** Where the case belongs: known from the draft before there are facts. */
export interface Parties {
  readonly organisation: OrganisationId;
  readonly authority: AuthorityId;
  /** Everyone who wrote in the draft or submitted it. */
  readonly authors: readonly PersonId[];
}

export type PermitRefusal = 'not-permitted' | 'illegal-step' | 'same-person' | 'involved' | 'biased';

/** § 20 VwVfG: who acts for the organisation does not act for the authority in its case. */
const isInvolved = (actor: Actor, parties: Parties): boolean =>
  holds(actor, 'editor', parties.organisation) ||
  holds(actor, 'signatory', parties.organisation) ||
  parties.authors.includes(actor.person);

/** Also a proposal that was sent back and came again from a colleague: nobody decides on their own work. */
const hasProposed = ({ proposers = [] }: Application, actor: Actor): boolean => proposers.includes(actor.person);

/** § 21 VwVfG: who declared bias keeps away from this case for good. */
const isBiased = ({ biased = [] }: Application, actor: Actor): boolean => biased.includes(actor.person);

/** Whether this person may take this step now. Role first, then the case's stage, then the persons. */
export const permit = (
  act: Act,
  application: Application,
  parties: Parties,
  actor: Actor,
): Result<Transition, PermitRefusal> => {
  const transition = TRANSITIONS.find((one) => one.act === act)!;
  const { role, orRole = role, of } = transition;
  if (!holds(actor, role, parties[of]) && !holds(actor, orRole, parties[of])) return refuse('not-permitted');
  if (!transition.from.includes(application.stage)) return refuse('illegal-step');
  if (of === 'authority' && isInvolved(actor, parties)) return refuse('involved');
  if (of === 'authority' && isBiased(application, actor)) return refuse('biased');
  if (transition.fourEyes === true && hasProposed(application, actor)) return refuse('same-person');
  return ok(transition);
};

/** The acts that this person may take now; buttons are shown for these only. */
export const permittedActs = (application: Application, parties: Parties, actor: Actor): Act[] =>
  TRANSITIONS.map((transition) => transition.act).filter((act) => permit(act, application, parties, actor).ok);
