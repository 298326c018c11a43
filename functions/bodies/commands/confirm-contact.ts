import { createHash } from 'node:crypto';
import type { Actor } from '../../../shared/kernel/actor.ts';
import type { Instant } from '../../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { handle, type Plan } from '../../kernel/handle.ts';
import type { Row } from '../../kernel/journal.ts';
import type { BodyDeps } from '../deps.ts';
import { isContactOver, memberKey, memberOf, newContactKey, newContactOf, type Member } from '../views.ts';

export const contactCodeHash = (code: string): string => createHash('sha256').update(code).digest('base64url');

/** So many wrong codes, and the address must be asked for anew. */
const MOST_TRIES = 5;

interface Confirmed {
  readonly version: number;
}

type Outcome = Confirmed | { readonly refusal: 'contact-code-wrong' | 'contact-code-used-up' };

const confirmPlan = (
  memberRow: Row | undefined,
  row: Row | undefined,
  code: string,
  at: Instant,
): Result<Plan<Outcome>> => {
  const [member, contact] = [memberOf(memberRow), newContactOf(row)];
  if (memberRow === undefined || member === undefined) return refuse('not-found');
  if (row === undefined || contact === undefined) return refuse('no-new-contact');
  if (isContactOver(contact, at)) return refuse('contact-code-over');
  if (contact.tries >= MOST_TRIES) return refuse('contact-code-used-up');
  const version = row.version ?? 0;
  const { pk, sk } = row;
  if (!contact.codes.includes(contactCodeHash(code))) {
    const tries = contact.tries + 1;
    return ok({
      answer: { refusal: tries < MOST_TRIES ? 'contact-code-wrong' : 'contact-code-used-up' },
      commit: { writes: [{ put: { pk, sk, contact: { ...contact, tries } }, if: { version } }] },
    });
  }
  const proven: Member = { ...member, email: contact.email, emailSince: at, emailProvenAt: at };
  const before = memberRow.version ?? 0;
  const put = { pk: memberRow.pk, sk: memberRow.sk, member: proven };
  return ok({
    answer: { version: before + 1 },
    commit: {
      writes: [
        { put, if: { version: before } },
        { put: { pk, sk }, if: { version } },
      ],
    },
  });
};

/** Shows that the new mail address is one's own: from now on mails go there. */
export const confirmContact = async (
  deps: BodyDeps,
  { actor, key, code }: { readonly actor: Actor; readonly key: string; readonly code: string },
): Promise<Result<Confirmed>> => {
  const outcome = await handle<Outcome>(deps, {
    actor,
    key,
    request: { act: 'confirm-contact', code },
    read: [memberKey(actor.person), newContactKey(actor.person)],
    plan: ([members = [], contacts = []], at) => confirmPlan(members[0], contacts[0], code, at),
  });
  if (!outcome.ok) return outcome;
  return 'refusal' in outcome.value ? refuse(outcome.value.refusal) : ok(outcome.value);
};
