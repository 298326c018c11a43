import { ownOf } from '../../../shared/kernel/own.ts';
import type * as z from 'zod/mini';
import { scopesOf, type Actor } from '../../../shared/kernel/actor.ts';
import type { Instant } from '../../../shared/kernel/day.ts';
import type { BodyId } from '../../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import type { memberBody } from '../../../shared/bodies/wire.ts';
import { handle } from '../../kernel/handle.ts';
import { isFreshlySignedIn } from '../../kernel/asking.ts';
import type { Row, Task, Write } from '../../kernel/journal.ts';
import type { BodyDeps } from '../deps.ts';
import {
  bodyAsk,
  newContactKey,
  type NewContact,
  memberKey,
  memberOf,
  NAMES,
  type Member,
  type PersonLine,
} from '../views.ts';

type MemberBody = z.infer<typeof memberBody>;

export const bodiesOf = (actor: Actor): BodyId[] => scopesOf(actor, 'member') as BodyId[];

const changed = (before: Member, asked: MemberBody, at: Instant): Member => {
  const { portalDelivery, address: _, ...kept } = before;
  const consent = asked.acceptsPortalDelivery ? (portalDelivery ?? { consentedAt: at }) : undefined;
  return {
    ...kept,
    language: asked.language,
    isNamed: asked.isNamed,
    ...(asked.address !== undefined && { address: asked.address }),
    ...(consent !== undefined && { portalDelivery: consent }),
  };
};

/** Consent to be named is shown, or taken back, on the pages of all bodies of the person at once. */
const namedIn = (rows: readonly Row[], person: string, isNamed: boolean): Write[] => {
  const row = rows.find(({ sk }) => sk === NAMES);
  const names = row?.['names'] as Record<string, PersonLine> | undefined;
  const line = names !== undefined && Object.hasOwn(names, person) ? ownOf(names, person) : undefined;
  if (row === undefined || line === undefined || line.isNamed === isNamed) return [];
  return [{ put: { ...row, names: { ...names, [person]: { ...line, isNamed } } }, if: { version: row.version ?? 1 } }];
};

/**
 * Another mail address counts once its owner has shown that they can read it; until then the old one stays. It is asked for by
 * somebody who signed in a moment ago, since the code for bank details may go there one day (ASVS 7.5.1).
 */
const contactAsked = (
  actor: Actor,
  before: Member,
  { email }: MemberBody,
  row: Row | undefined,
  at: Instant,
): Result<{ readonly writes: readonly Write[]; readonly tasks: readonly Task[] }> => {
  if (email === before.email) return ok({ writes: [], tasks: [] });
  if (!isFreshlySignedIn(actor, at)) return refuse('sign-in-again');
  const contact: NewContact = { email, askedAt: at, codes: [], tries: 0 };
  const { person } = actor;
  return ok({
    writes: [{ put: { ...newContactKey(person), contact }, if: { version: row?.version ?? 0 } }],
    tasks: [{ id: `${person}-${Date.parse(at)}-contact`, kind: 'bodies.contact', person, askedAt: at }],
  });
};

/** What a member says of themselves, in the version that they saw. */
export const changeMember = (
  deps: BodyDeps,
  { actor, version }: { readonly actor: Actor; readonly version: number },
  asked: MemberBody,
): Promise<Result<{ readonly version: number }>> =>
  handle(deps, {
    actor,
    request: { act: 'member', asked },
    read: [memberKey(actor.person), newContactKey(actor.person), ...bodiesOf(actor).map(bodyAsk)],
    plan: (rows, at) => {
      const [[row] = [], [waiting] = [], ...bodies] = rows;
      const before = memberOf(row);
      if (row === undefined || before === undefined) return refuse('not-found');
      if (row.version !== version) return refuse('changed-meanwhile');
      const contact = contactAsked(actor, before, asked, waiting, at);
      if (!contact.ok) return contact;
      const put: Row = { ...memberKey(actor.person), member: changed(before, asked, at) };
      return ok({
        commit: {
          writes: [
            { put, if: { version } },
            ...contact.value.writes,
            ...bodies.flatMap((rows) => namedIn(rows, actor.person, asked.isNamed)),
          ],
          tasks: contact.value.tasks,
        },
        answer: { version: version + 1 },
      });
    },
  });
