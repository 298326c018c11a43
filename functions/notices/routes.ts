import { Hono } from 'hono';
import { holds, scopesOf, type Actor } from '../../shared/kernel/actor.ts';
import { dayOf, type Day } from '../../shared/kernel/day.ts';
import { asId, type NoticeId, type OrganisationId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { deliveryOf } from '../../shared/notices/delivery.ts';
import { readNotice, type NoticeFact } from '../../shared/notices/facts.ts';
import {
  noticeParam,
  noticesQuery,
  postedBody,
  type NoticeLine,
  type NoticeView,
  type Opened,
} from '../../shared/notices/wire.ts';
import { record, type Recorded } from '../../shared/kernel/decider.ts';
import { answered, signedIn, withKey, type Intent, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { handle } from '../kernel/handle.ts';
import { streamOf, type Row } from '../kernel/journal.ts';
import { valid } from '../kernel/valid.ts';
import type { NoticeDeps } from './deps.ts';
import { recordPosting } from './post.ts';
import { noticeAsk, noticeOf, noticePath, noticePk, noticesPk, personalNoticesPk, type StoredNotice } from './views.ts';

const LINK_SECONDS = 300;

const OFFICIALS = ['caseOfficer', 'approver', 'auditor'] as const;
/** Who examines claims reads the notices on them as well. */
const OFFICIALS_OF_CLAIMS = [...OFFICIALS, 'certifier', 'orderer'] as const;

const isRecipient = (actor: Actor, { line: { organisation, person } }: StoredNotice): boolean =>
  organisation === undefined
    ? person === actor.person
    : holds(actor, 'editor', organisation) || holds(actor, 'signatory', organisation);

const readable = (actor: Actor, rows: readonly Row[]): StoredNotice | undefined => {
  const found = noticeOf(rows);
  if (found === undefined) return undefined;
  const roles = found.line.claim === undefined ? OFFICIALS : OFFICIALS_OF_CLAIMS;
  const official = roles.some((role) => holds(actor, role, found.line.authority));
  return official || isRecipient(actor, found) ? found : undefined;
};

const mayReceive = (actor: Actor, { organisation, person }: NoticeLine): boolean =>
  organisation === undefined ? person === actor.person : holds(actor, 'signatory', organisation);

/**
 * Entitled to receive: the person addressed, or for an organisation who may sign for it. An editor reads it, but does not
 * deliver it by reading.
 */
const delivers = (actor: Actor, { notice, line }: StoredNotice): boolean =>
  notice.stage === 'dispatched' && notice.dispatched?.channel === 'portal' && mayReceive(actor, line);

const viewOf = (actor: Actor, stored: StoredNotice, today: Day): NoticeView => ({
  ...stored.line,
  sha256: stored.notice.issued?.sha256 ?? '',
  delivery: deliveryOf(stored.notice, today),
  opensByRetrieval: delivers(actor, stored),
  ...(stored.notice.issued?.entry !== undefined && { entry: stored.notice.issued.entry }),
});

const fileName = ({ line }: StoredNotice): string => `Bescheid-${line.caseNumber}.pdf`;

/** Opens the notice; the first time by an entitled person is its retrieval, a fact that sets the day of delivery. */
const open = async (deps: NoticeDeps, actor: Actor, key: string, id: NoticeId): Promise<Result<Opened>> => {
  let stored: StoredNotice | undefined;
  const result = await handle(deps, {
    actor,
    key,
    request: { act: 'open', id },
    read: [noticeAsk(id)],
    visible: ([rows = []]) => readable(actor, rows) !== undefined,
    plan: ([rows = []], at) => {
      stored = readable(actor, rows);
      if (stored === undefined) return refuse('not-found');
      const today = dayOf(at);
      const facts: NoticeFact[] = delivers(actor, stored) ? [{ type: 'notice.retrieved', on: today }] : [];
      const stream = [
        ...streamOf<NoticeFact>(rows),
        ...record(stored.notice.seq, { at, by: actor.person }, facts),
      ] as Recorded<NoticeFact>[];
      const answer = {
        sha256: stored.notice.issued?.sha256 ?? '',
        name: fileName(stored),
        delivery: deliveryOf(readNotice(stream), today),
      };
      return ok(
        facts.length === 0
          ? { answer }
          : { answer, commit: { facts: [{ pk: noticePk(id), after: stored.notice.seq, facts }] } },
      );
    },
  });
  if (!result.ok) return result;
  const { sha256, name, delivery } = result.value;
  return ok({ link: await deps.files.link(noticePath(sha256), { name, seconds: LINK_SECONDS }), delivery });
};

/** The list that is asked for: an organisation's, whose members may read it, or one's own. */
const listAsked = (
  actor: Actor,
  { of, organisation }: { of?: 'me' | undefined; organisation?: OrganisationId | undefined },
) => {
  if (of === 'me') return ok(personalNoticesPk(actor.person));
  const own = organisation ?? asId<'organisation'>(scopesOf(actor, 'editor', 'signatory')[0] ?? '');
  return holds(actor, 'editor', own) || holds(actor, 'signatory', own) ? ok(noticesPk(own)) : refuse('not-found');
};

const reading = (deps: NoticeDeps) =>
  new Hono<SignedIn>()
    .get(
      '/',
      described('notices', 'The notices to an organisation or to oneself, newest first'),
      signedIn,
      valid('query', noticesQuery),
      async (c) => {
        const { cursor, ...asked } = c.req.valid('query');
        const list = listAsked(c.var.actor, asked);
        if (!list.ok) return answered(c, 'notices', list);
        const { rows, next } = await deps.journal.page({
          pk: list.value,
          limit: 50,
          cursor,
          newestFirst: true,
        });
        const items = rows.map((row) => row['line'] as NoticeLine);
        return answered(c, 'notices', ok({ items, ...(next !== undefined && { next }) }));
      },
    )
    .get(
      '/:notice',
      described('notices', 'One notice with its delivery and remedy period'),
      signedIn,
      valid('param', noticeParam),
      async (c) => {
        const [rows = []] = await deps.journal.read([noticeAsk(c.req.valid('param').notice)]);
        const found = readable(c.var.actor, rows);
        const today = dayOf(deps.clock.now());
        const result: Result<NoticeView> =
          found === undefined ? refuse('not-found') : ok(viewOf(c.var.actor, found, today));
        return answered(c, 'notices', result);
      },
    );

const opening = (deps: NoticeDeps) =>
  new Hono<Intent>().post(
    '/:notice/open',
    described('notices', 'Open the notice; the first time by a signatory is its retrieval (§ 41(2a) VwVfG)'),
    signedIn as unknown as typeof withKey,
    withKey,
    valid('param', noticeParam),
    async (c) => answered(c, 'notices', await open(deps, c.var.actor, c.var.key, c.req.valid('param').notice)),
  );

const posting = (deps: NoticeDeps) =>
  new Hono<Intent>().post(
    '/:notice/posted',
    described('notices', 'Record that the notice was posted, where it could not be delivered in the portal'),
    signedIn as unknown as typeof withKey,
    withKey,
    valid('param', noticeParam),
    valid('json', postedBody),
    async (c) =>
      answered(
        c,
        'notices',
        await recordPosting(deps, c.var.actor, c.var.key, { ...c.req.valid('param'), ...c.req.valid('json') }),
      ),
  );

export const noticeRoutes = (deps: NoticeDeps) =>
  new Hono<SignedIn>().route('/', reading(deps)).route('/', opening(deps)).route('/', posting(deps));
