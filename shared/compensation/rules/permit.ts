import { holds, type Actor, type Role } from '../../kernel/actor.ts';
import type { PersonId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Claim } from '../claim.ts';
import type { ClaimStage } from '../facts.ts';
import { CLAIM_ACTS, type ClaimAct } from '../wire.ts';

export type Act =
  | 'setExpense'
  | 'askFee'
  | 'submit'
  | 'query'
  | 'answer'
  | 'certify'
  | 'proposeRejection'
  | 'returnRejection'
  | 'partlyReject'
  | 'reject'
  | 'order'
  | 'firstOrder'
  | 'secondOrder'
  | 'fixBankData'
  | 'decideOffset';

/** What the portal does by itself: it follows from the list of the sitting, or from what the bank says. */
export type Event = 'void' | 'recompute' | 'markPaid' | 'markFailed' | 'findOverpayment';

/** The three parts in which money leaves. Whoever once had one of them in a case has no other there, whatever roles came or went. */
export type Part = 'examine' | 'release' | 'order';

/** One row of the state machine of rules 10.5: who may do it from where, and who must be another person. */
export interface Transition {
  readonly act: Act | Event;
  readonly from: readonly ClaimStage[];
  readonly to: ClaimStage;
  readonly role: Role | 'portal';
  /** `self`: the person whose claim it is, whether the term still runs or not. */
  readonly of: 'self' | 'body' | 'authority' | 'nobody';
  readonly part?: Part;
  /** Marked ⚭: not by a person who had another part in this case. */
  readonly fourEyes?: boolean;
}

const OPEN: readonly ClaimStage[] = ['drafted', 'queried'];
const EXAMINED: readonly ClaimStage[] = ['certified', 'partlyCertified'];
const UNPAID: readonly ClaimStage[] = ['submitted', 'queried', 'rejectionProposed', ...EXAMINED, 'firstOrdered'];

const mine = (act: Act, from: readonly ClaimStage[], to: ClaimStage): Transition => ({
  act,
  from,
  to,
  role: 'member',
  of: 'self',
});

const examined = (act: Act, from: readonly ClaimStage[], to: ClaimStage, fourEyes = true): Transition[] =>
  (['bodyOffice', 'certifier'] as const).map((role) => ({
    act,
    from,
    to,
    role,
    of: role === 'bodyOffice' ? 'body' : 'authority',
    part: 'examine',
    fourEyes,
  }));

const decided = (act: Act, from: ClaimStage, to: ClaimStage): Transition => ({
  act,
  from: [from],
  to,
  role: 'caseOfficer',
  of: 'authority',
  part: 'release',
  fourEyes: true,
});

const ordered = (act: Act, from: readonly ClaimStage[], to: ClaimStage): Transition => ({
  act,
  from,
  to,
  role: 'orderer',
  of: 'authority',
  part: 'order',
  fourEyes: true,
});

const happens = (act: Event, from: readonly ClaimStage[], to: ClaimStage): Transition => ({
  act,
  from,
  to,
  role: 'portal',
  of: 'nobody',
});

/** Source: domain rules 10.5; drawn in README.md by scripts/state-machines.ts. */
export const TRANSITIONS: readonly Transition[] = [
  mine('setExpense', ['drafted'], 'drafted'),
  mine('setExpense', ['queried'], 'queried'),
  mine('setExpense', ['excluded'], 'excluded'),
  mine('askFee', ['drafted'], 'drafted'),
  mine('askFee', ['excluded'], 'excluded'),
  mine('submit', ['drafted', 'excluded'], 'submitted'),
  ...examined('query', ['submitted'], 'queried', false),
  mine('answer', ['queried'], 'submitted'),
  ...examined('certify', ['submitted'], 'certified'),
  ...examined('proposeRejection', ['submitted'], 'rejectionProposed'),
  decided('returnRejection', 'rejectionProposed', 'submitted'),
  decided('partlyReject', 'rejectionProposed', 'partlyCertified'),
  decided('reject', 'rejectionProposed', 'rejected'),
  ordered('order', EXAMINED, 'ordered'),
  ordered('firstOrder', EXAMINED, 'firstOrdered'),
  ordered('secondOrder', ['firstOrdered'], 'ordered'),
  ...examined('fixBankData', ['paymentFailed'], 'certified'),
  decided('decideOffset', 'clawback', 'paid'),
  happens('markPaid', ['ordered'], 'paid'),
  happens('markFailed', ['ordered', 'paid', 'clawback'], 'paymentFailed'),
  happens('recompute', UNPAID, 'submitted'),
  happens('recompute', ['void', 'excluded'], 'drafted'),
  happens('void', [...OPEN, 'excluded', ...UNPAID.filter((stage) => stage !== 'queried')], 'void'),
  happens('findOverpayment', ['paid'], 'clawback'),
];

export type PermitRefusal = 'not-permitted' | 'illegal-step' | 'own-claim' | 'same-person' | 'bias-declared';

const isMine = ({ of }: Claim, { person }: Actor): boolean => of?.person === person;

const mayTake = ({ role, of }: Transition, claim: Claim, actor: Actor): boolean => {
  if (claim.of === undefined || role === 'portal' || of === 'nobody') return false;
  return of === 'self' ? isMine(claim, actor) : holds(actor, role, claim.of[of]);
};

const personsIn = (claim: Claim, part: Part): readonly PersonId[] =>
  ({ examine: claim.examiners, release: claim.releasers, order: claim.orderers })[part];

const PARTS: readonly Part[] = ['examine', 'release', 'order'];

/** By person, never by role: also when roles were swapped in between, and when the case came back. */
const hadAnotherPart = ({ act, part }: Transition, claim: Claim, { person }: Actor): boolean =>
  PARTS.some((other) => other !== part && personsIn(claim, other).includes(person)) ||
  (act === 'secondOrder' && claim.firstOrderedBy === person);

/** Whether this person may take this step now. Role first, then the claim's stage, then the persons. */
export const permit = (act: Act, claim: Claim, actor: Actor): Result<Transition, PermitRefusal> => {
  const rows = TRANSITIONS.filter((one) => one.act === act && mayTake(one, claim, actor));
  if (rows.length === 0) return refuse('not-permitted');
  const row = rows.find(({ from }) => from.includes(claim.stage));
  if (row === undefined) return refuse('illegal-step');
  if (row.of !== 'self' && isMine(claim, actor)) return refuse('own-claim');
  if (row.of !== 'self' && claim.biased.includes(actor.person)) return refuse('bias-declared');
  if (row.fourEyes === true && hadAnotherPart(row, claim, actor)) return refuse('same-person');
  return ok(row);
};

const OFFICE: readonly Role[] = ['certifier', 'caseOfficer', 'orderer'];

/** Whether the person works on this claim for its office, and may say that they are biased (Besorgnis der Befangenheit, § 21 VwVfG). */
export const mayDeclareBias = (claim: Claim, actor: Actor): boolean => {
  const { of } = claim;
  if (of === undefined || isMine(claim, actor) || claim.biased.includes(actor.person)) return false;
  return holds(actor, 'bodyOffice', of.body) || OFFICE.some((role) => holds(actor, role, of.authority));
};

/** The acts that this person may take now; buttons are shown for these only. */
export const permittedActs = (claim: Claim, actor: Actor): ClaimAct[] =>
  CLAIM_ACTS.filter((act) => permit(act, claim, actor).ok);
