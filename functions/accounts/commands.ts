import { createHash } from 'node:crypto';
import type { AccountFact } from '../../shared/accounts/facts.ts';
import {
  confirmByHolder,
  confirmByOfficer,
  isPayer,
  rejectDetails,
  withdraw,
  type AccountParties,
} from '../../shared/accounts/rules/permit.ts';
import type { AccountView } from '../../shared/accounts/wire.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import type { PersonId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { handle, type Plan } from '../kernel/handle.ts';
import type { Row } from '../kernel/journal.ts';
import { seal } from '../kernel/seal.ts';
import type { AccountDeps } from './deps.ts';
import { ownView } from './show.ts';
import { ownerOf, stepCommit } from './step.ts';
import { accountAsk, accountFile, accountPk, reasonSk, type AccountFile } from './views.ts';

/** So many wrong codes, and the details must be entered anew. */
const MOST_TRIES = 5;

export interface Asked<B = object> {
  readonly actor: Actor;
  readonly key: string;
  readonly body: B;
}

/** So long a code confirms: who enters new details looks into the mailbox soon. */
const CODE_SECONDS = 3 * 24 * 60 * 60;

const isCodeOver = ({ pending }: AccountFile['account'], at: Instant): boolean =>
  pending !== undefined && pending.holderConfirmedAt === undefined && addSeconds(pending.enteredAt, CODE_SECONDS) <= at;

const partiesOf = ({ owner, entry }: AccountFile): AccountParties => ({ owner, authorities: entry?.authorities ?? [] });

export const codeHash = (code: string): string => createHash('sha256').update(code).digest('base64url');

type Own = AccountView | { readonly refusal: 'code-wrong' | 'code-used-up' };

/** A wrong code is counted, so it is a commit too; that it was wrong is kept under its key like any answer. */
const wrongCode = ({ owner, entry }: AccountFile): Plan<Own> => {
  const { version, ...kept } = entry!;
  const tries = kept.tries + 1;
  const put: Row = { pk: accountPk(owner), sk: 'entry', entry: { ...kept, tries } };
  return {
    answer: { refusal: tries < MOST_TRIES ? 'code-wrong' : 'code-used-up' },
    commit: { writes: [{ put, if: { version } }] },
  };
};

const confirmPlan = (file: AccountFile, code: string, actor: Actor, at: Instant): Result<Plan<Own>> => {
  const decided = confirmByHolder(file.account, partiesOf(file), actor, at);
  if (!decided.ok) return decided;
  const { entry } = file;
  if (entry === undefined || entry.tries >= MOST_TRIES) return refuse('code-used-up');
  if (isCodeOver(file.account, at)) return refuse('code-over');
  if (entry.hash !== file.account.pending?.hash || !entry.codes.includes(codeHash(code))) return ok(wrongCode(file));
  if (decided.value.length === 0) return ok({ answer: ownView(file, at) });
  const { after, commit } = stepCommit(file, decided.value, { by: actor, at });
  return ok({ answer: ownView(after, at), commit });
};

/** The holder shows the code that came by mail to the contact known before. */
export const confirmOwn = async (
  deps: AccountDeps,
  { actor, key, body }: Asked<{ readonly code: string }>,
): Promise<Result<AccountView>> => {
  const owner = ownerOf(actor);
  const outcome = await handle<Own>(deps, {
    actor,
    key,
    request: { act: 'confirm', body },
    read: [accountAsk(owner)],
    plan: ([rows = []], at) => confirmPlan(accountFile(owner, rows), body.code, actor, at),
  });
  if (!outcome.ok) return outcome;
  return 'refusal' in outcome.value ? refuse(outcome.value.refusal) : ok(outcome.value);
};

export const withdrawOwn = (deps: AccountDeps, { actor, key }: Asked): Promise<Result<AccountView>> => {
  const owner = ownerOf(actor);
  return handle(deps, {
    actor,
    key,
    request: { act: 'withdraw' },
    read: [accountAsk(owner)],
    plan: ([rows = []], at) => {
      const file = accountFile(owner, rows);
      const decided = withdraw(file.account, partiesOf(file), actor, at);
      if (!decided.ok) return decided;
      const { after, commit } = stepCommit(file, decided.value, { by: actor, at });
      return ok({ answer: ownView(after, at), commit });
    },
  });
};

/** The answer to a second person: nothing of the details, which they have just seen. */
export interface SecondAnswer {
  readonly person: PersonId;
  readonly seq: number;
}

interface SecondStep {
  readonly facts: readonly AccountFact[];
  readonly rows?: readonly Row[];
}

/** A step of the second person. Whoever does not pay this person learns nothing, not even that there is something. */
const asSecond = (
  deps: AccountDeps,
  { actor, key, body, person }: Asked & { readonly person: PersonId },
  act: string,
  decide: (file: AccountFile, at: Instant) => Result<SecondStep>,
): Promise<Result<SecondAnswer>> => {
  const owner = { kind: 'person', id: person } as const;
  return handle(deps, {
    actor,
    key,
    request: { act, person, body },
    read: [accountAsk(owner)],
    visible: ([rows = []]) => isPayer(actor, partiesOf(accountFile(owner, rows)).authorities),
    plan: ([rows = []], at) => {
      const file = accountFile(owner, rows);
      const decided = decide(file, at);
      if (!decided.ok) return decided;
      const { facts, rows: words = [] } = decided.value;
      if (facts.length === 0) return ok({ answer: { person, seq: file.account.seq } });
      const { after, commit } = stepCommit(file, facts, { by: actor, at }, { rows: words });
      return ok({ answer: { person, seq: after.account.seq }, commit });
    },
  });
};

export const confirmAsSecond = (
  deps: AccountDeps,
  asked: Asked<{ readonly hash: string }> & { readonly person: PersonId },
): Promise<Result<SecondAnswer>> =>
  asSecond(deps, asked, 'confirm-as-second', (file, at) => {
    const decided = confirmByOfficer(file.account, partiesOf(file), asked.body.hash, asked.actor, at);
    return decided.ok ? ok({ facts: decided.value }) : decided;
  });

/** With a reason that the holder reads; the old details stay in force. */
export const rejectAsSecond = (
  deps: AccountDeps,
  asked: Asked<{ readonly hash: string; readonly reason: string }> & { readonly person: PersonId },
): Promise<Result<SecondAnswer>> =>
  asSecond(deps, asked, 'reject', (file, at) => {
    const { hash, reason } = asked.body;
    const { salt, hash: textsHash } = seal({ reason });
    const decided = rejectDetails(file.account, partiesOf(file), { seen: hash, textsHash }, asked.actor, at);
    if (!decided.ok) return decided;
    return ok({ facts: decided.value, rows: [{ pk: accountPk(file.owner), sk: reasonSk(hash), salt, reason }] });
  });
