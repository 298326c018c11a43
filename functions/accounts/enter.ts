import { enter } from '../../shared/accounts/rules/permit.ts';
import { accountAt } from '../../shared/accounts/facts.ts';
import { payableIban } from '../../shared/accounts/iban.ts';
import { sepaText } from '../../shared/accounts/sepa-text.ts';
import type { AccountView, ChangedContact } from '../../shared/accounts/wire.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { dayOf, type Day, type Instant } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import {
  isContactOver,
  memberKey,
  memberOf,
  newContactKey,
  newContactOf,
  type Member,
  type NewContact,
} from '../bodies/views.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import { seal } from '../kernel/seal.ts';
import { contactKnownBefore, maskedContact } from './contact.ts';
import type { AccountDeps } from './deps.ts';
import { ownView } from './show.ts';
import { ownerOf, stepCommit } from './step.ts';
import { accountAsk, accountFile, type AccountFile, type Details } from './views.ts';

export interface EnterDetails {
  readonly version: number;
  readonly iban: string;
  readonly holder: string;
}

/** The details as they are kept: the name as typed, since it is what the bank prints and what people recognise. */
const checked = ({ iban, holder }: EnterDetails, on: Day): Result<Details> => {
  const number = payableIban(iban, on);
  if (!number.ok) return number;
  const name = holder.trim().replace(/ {2,}/g, ' ');
  if (name === '') return refuse('malformed', [{ path: 'holder', code: 'empty' }]);
  const written = sepaText(name);
  if (!written.ok || written.value.length > 70)
    return refuse('holder-not-latin', [{ path: 'holder', code: 'holder-not-latin' }]);
  return ok({ iban: number.value, holder: name });
};

const isSame = (file: AccountFile, hash: string | undefined, { iban, holder }: Details): boolean => {
  const known = hash === undefined ? undefined : file.details.get(hash);
  return known?.iban === iban && known.holder === holder;
};

/** The same details once more, since the answer got lost on the way. */
const isEnteredAlready = (file: AccountFile, { version }: EnterDetails, details: Details): boolean =>
  file.account.seq === version + 1 && isSame(file, file.account.pending?.hash, details);

interface Around {
  readonly actor: Actor;
  readonly member: Member;
  readonly waiting: NewContact | undefined;
  readonly at: Instant;
}

/** What the second person is shown of the person's mail address: one that waits for its code, or another than that of the sign-in. */
const contactChange = (
  actor: Actor,
  member: Member,
  waiting: NewContact | undefined,
  at: Instant,
): ChangedContact | undefined => {
  if (waiting !== undefined && !isContactOver(waiting, at))
    return { address: maskedContact(waiting.email), since: waiting.askedAt, isProven: false };
  if (member.email === actor.email) return undefined;
  const isProven = member.emailProvenAt !== undefined;
  return { address: maskedContact(member.email), since: member.emailSince, isProven };
};

const enterPlan = (
  file: AccountFile,
  details: Details,
  { actor, member, waiting, at }: Around,
): Result<Plan<AccountView>> => {
  const { authorities, language } = member;
  const { salt, hash } = seal(details);
  const decided = enter(file.account, { owner: file.owner, authorities }, hash, actor, at);
  if (!decided.ok) return decided;
  const contact = contactKnownBefore(member, actor.email, at);
  const others = [actor.email].filter((to) => to !== contact.to);
  const changedContact = contactChange(actor, member, waiting, at);
  const entry = {
    ...contact,
    others,
    ...(changedContact && { changedContact }),
    hash,
    name: actor.name,
    authorities,
    language,
    codes: [],
    tries: 0,
  };
  const words = { details: { ...details, salt, hash }, entry };
  const { after, commit } = stepCommit(file, decided.value, { by: actor, at }, words);
  const id = `${actor.person}-${after.account.seq}-account-code`;
  const tasks = [{ id, kind: 'accounts.code', person: actor.person, hash }];
  return ok({ answer: ownView(after, at), commit: { ...commit, tasks } });
};

/** Enters or changes the bank details of the person who asks. Nothing is paid to them before they are confirmed twice. */
export const enterDetails = (deps: AccountDeps, actor: Actor, asked: EnterDetails): Promise<Result<AccountView>> => {
  const owner = ownerOf(actor);
  return handle(deps, {
    actor,
    request: asked,
    read: [accountAsk(owner), memberKey(actor.person), newContactKey(actor.person)],
    plan: ([rows = [], members = [], contacts = []], at) => {
      const file = accountFile(owner, rows);
      const details = checked(asked, dayOf(at));
      if (!details.ok) return details;
      if (isEnteredAlready(file, asked, details.value)) return ok({ answer: ownView(file, at) });
      if (file.account.seq !== asked.version) return refuse('changed-meanwhile');
      const { current, pending } = accountAt(file.account, at);
      if (pending === undefined && isSame(file, current?.hash, details.value)) return refuse('account-unchanged');
      const member = memberOf(members[0]);
      // Nobody could be the second person for somebody whom no authority pays.
      if (member === undefined || member.authorities.length === 0) return refuse('not-permitted');
      return enterPlan(file, details.value, { actor, member, waiting: newContactOf(contacts[0]), at });
    },
  });
};
