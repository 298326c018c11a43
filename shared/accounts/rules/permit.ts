import { holds, type Actor, type Role } from '../../kernel/actor.ts';
import { addSeconds, type Instant } from '../../kernel/day.ts';
import type { AuthorityId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { accountAt, stageOf, type Account, type AccountFact, type AccountOwner, type AccountStage } from '../facts.ts';

export type AccountAct = 'enter' | 'confirmByHolder' | 'confirmByOfficer' | 'reject' | 'withdraw';

/** One row of the state machine of bank details: who may do it from where. */
export interface AccountTransition {
  readonly act: AccountAct;
  readonly from: readonly AccountStage[];
  readonly to: AccountStage;
  readonly role: 'holder' | 'secondPerson';
}

const IN_CHANGE: readonly AccountStage[] = ['pending', 'changing'];

/** Source: domain rules 7.4, issue 3 point 5. Drawn in README.md by scripts/state-machines.ts; time alone leads to `inForce`. */
export const TRANSITIONS: readonly AccountTransition[] = [
  { act: 'enter', from: ['none', 'pending'], to: 'pending', role: 'holder' },
  { act: 'enter', from: ['inForce', 'changing'], to: 'changing', role: 'holder' },
  { act: 'confirmByHolder', from: IN_CHANGE, to: 'inForce', role: 'holder' },
  { act: 'confirmByOfficer', from: IN_CHANGE, to: 'inForce', role: 'secondPerson' },
  { act: 'reject', from: ['pending'], to: 'none', role: 'secondPerson' },
  { act: 'reject', from: ['changing'], to: 'inForce', role: 'secondPerson' },
  { act: 'withdraw', from: ['pending'], to: 'none', role: 'holder' },
  { act: 'withdraw', from: ['changing'], to: 'inForce', role: 'holder' },
];

/** So long new details wait whoever confirmed them: time for the person to notice what they did not do (rules 7.4). */
export const HOLD_SECONDS = 24 * 60 * 60;

/** The second person: pays for the authority and so wants to know whom. */
const SECOND: readonly Role[] = ['certifier', 'orderer'];

export type AccountRefusal = 'not-permitted' | 'own-account' | 'nothing-pending' | 'changed-meanwhile';

export const isHolder = (owner: AccountOwner, actor: Actor): boolean =>
  owner.kind === 'person' && owner.id === actor.person;

/** Whether this person pays for one of these authorities, and so sees the whole number. */
export const isPayer = (actor: Actor, authorities: readonly AuthorityId[]): boolean =>
  authorities.some((authority) => SECOND.some((role) => holds(actor, role, authority)));

/** Where the account belongs: its owner, and the authorities that pay to them. */
export interface AccountParties {
  readonly owner: AccountOwner;
  readonly authorities: readonly AuthorityId[];
}

const isAllowed = (role: AccountTransition['role'], { owner, authorities }: AccountParties, actor: Actor): boolean =>
  role === 'holder' ? isHolder(owner, actor) : isPayer(actor, authorities);

/** Whether this person may take this step now. Role first, then the persons, then the account's stage. */
export const permit = (
  act: AccountAct,
  account: Account,
  parties: AccountParties,
  actor: Actor,
  at: Instant,
): Result<AccountTransition, AccountRefusal> => {
  const [some, ...others] = TRANSITIONS.filter((one) => one.act === act);
  if (!isAllowed(some!.role, parties, actor)) return refuse('not-permitted');
  // Whatever roles somebody holds: not on their own account, nor on one that they themselves have entered.
  const { pending } = accountAt(account, at);
  const isOwn = isHolder(parties.owner, actor) || pending?.enteredBy === actor.person;
  if (some!.role === 'secondPerson' && isOwn) return refuse('own-account');
  const stage = stageOf(accountAt(account, at));
  const transition = [some!, ...others].find(({ from }) => from.includes(stage));
  return transition === undefined ? refuse('nothing-pending') : ok(transition);
};

/** Bankverbindung angeben oder ändern. New details take the place of those that wait; the old ones stay in force. */
export const enter = (
  account: Account,
  parties: AccountParties,
  hash: string,
  actor: Actor,
  at: Instant,
): Result<AccountFact[], AccountRefusal> => {
  const permitted = permit('enter', account, parties, actor, at);
  return permitted.ok ? ok([{ type: 'account.entered', hash, heldUntil: addSeconds(at, HOLD_SECONDS) }]) : permitted;
};

/** The person who holds the account has got the code at the contact that was known before. */
export const confirmByHolder = (
  account: Account,
  parties: AccountParties,
  actor: Actor,
  at: Instant,
): Result<AccountFact[], AccountRefusal> => {
  const permitted = permit('confirmByHolder', account, parties, actor, at);
  if (!permitted.ok) return permitted;
  const { hash, holderConfirmedAt } = account.pending!;
  return ok(holderConfirmedAt === undefined ? [{ type: 'account.confirmedByHolder', hash }] : []);
};

/** A second person has looked at exactly the details of this hash. */
export const confirmByOfficer = (
  account: Account,
  parties: AccountParties,
  seen: string,
  actor: Actor,
  at: Instant,
): Result<AccountFact[], AccountRefusal> => {
  const permitted = permit('confirmByOfficer', account, parties, actor, at);
  if (!permitted.ok) return permitted;
  const { hash, officer } = account.pending!;
  if (hash !== seen) return refuse('changed-meanwhile');
  return ok(officer === undefined ? [{ type: 'account.confirmedByOfficer', hash }] : []);
};

export const rejectDetails = (
  account: Account,
  parties: AccountParties,
  { seen, textsHash }: { readonly seen: string; readonly textsHash: string },
  actor: Actor,
  at: Instant,
): Result<AccountFact[], AccountRefusal> => {
  const permitted = permit('reject', account, parties, actor, at);
  if (!permitted.ok) return permitted;
  const { hash } = account.pending!;
  return hash === seen ? ok([{ type: 'account.rejected', hash, textsHash }]) : refuse('changed-meanwhile');
};

export const withdraw = (
  account: Account,
  parties: AccountParties,
  actor: Actor,
  at: Instant,
): Result<AccountFact[], AccountRefusal> => {
  const permitted = permit('withdraw', account, parties, actor, at);
  return permitted.ok ? ok([{ type: 'account.withdrawn', hash: account.pending!.hash }]) : permitted;
};
