import type { Actor } from '../../shared/kernel/actor.ts';
import { holds, scopesOf } from '../../shared/kernel/actor.ts';
import { isPayer } from '../../shared/accounts/rules/permit.ts';
import { maskedIban } from '../../shared/accounts/iban.ts';
import type { AccountDetails, PendingLine, PendingLines } from '../../shared/accounts/wire.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { AuthorityId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { Key, Row, Write } from '../kernel/journal.ts';
import type { AccountDeps } from './deps.ts';
import { currentOf, pendingOf } from './show.ts';
import type { AccountFile } from './views.ts';

const PAGE = 50;

const queuePk = (authority: AuthorityId): string => `account-queue#${authority}`;

type QueuedLine = Omit<PendingLine, 'mayConfirm'>;

/** The rows by which the second persons of each authority find what waits for them, oldest first. */
const queueRows = (file: AccountFile, at: Instant): Row[] => {
  const { owner, entry } = file;
  const pending = pendingOf(file, at, false);
  if (entry === undefined || pending === undefined || pending.confirmedByOfficer || owner.kind !== 'person') return [];
  const current = currentOf(file, at, false);
  const line: QueuedLine = {
    person: owner.id,
    name: entry.name,
    pending,
    ...(current && { current }),
    ...(entry.changedContact && { changedContact: entry.changedContact }),
  };
  const sk = `${pending.enteredAt}#${owner.id}`;
  return entry.authorities.map((authority) => ({ pk: queuePk(authority), sk, line }));
};

const idOf = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

/** What changes in the lists when an account goes from one state to the next. */
export const queueWrites = (before: AccountFile, after: AccountFile, at: Instant): Write[] => {
  const to = queueRows(after, at);
  const stays = new Set(to.map(idOf));
  const gone = queueRows(before, at).filter((row) => !stays.has(idOf(row)));
  return [...to.map((put) => ({ put })), ...gone.map(({ pk, sk }) => ({ remove: { pk, sk } }))];
};

const masked = (details: AccountDetails): AccountDetails => ({
  ...details,
  iban: maskedIban(details.iban),
  isMasked: true,
});

const lineFor = (actor: Actor, authority: AuthorityId, { pending, current, ...line }: QueuedLine): PendingLine => {
  const pays = isPayer(actor, [authority]);
  return {
    ...line,
    pending: pays ? pending : { ...pending, ...masked(pending) },
    ...(current && { current: pays ? current : masked(current) }),
    mayConfirm: pays && line.person !== actor.person,
  };
};

/** New bank details that wait for their second person; whole for those who pay, masked for the auditor. */
export const pendingAccounts = async (
  { journal }: AccountDeps,
  actor: Actor,
  asked: { readonly authority?: AuthorityId | undefined; readonly cursor?: string | undefined },
): Promise<Result<PendingLines>> => {
  const [own] = scopesOf(actor, 'certifier', 'orderer') as AuthorityId[];
  const authority = asked.authority ?? own;
  if (authority === undefined) return refuse('not-permitted');
  if (!isPayer(actor, [authority]) && !holds(actor, 'auditor', authority)) return refuse('not-permitted');
  const { rows, next } = await journal.page({ pk: queuePk(authority), limit: PAGE, cursor: asked.cursor });
  const items = rows.map((row) => lineFor(actor, authority, row['line'] as QueuedLine));
  return ok({ items, ...(next !== undefined && { next }) });
};
