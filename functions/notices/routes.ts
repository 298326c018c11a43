import { Hono } from 'hono';
import { holds, scopesOf, type Actor } from '../../shared/kernel/actor.ts';
import { dayOf } from '../../shared/kernel/day.ts';
import { asId, type OrganisationId } from '../../shared/kernel/id.ts';
import { ok, refuse } from '../../shared/kernel/result.ts';
import { emptyBody } from '../../shared/kernel/text.ts';
import { noticeParam, noticesQuery, postedBody, type NoticeLine } from '../../shared/notices/wire.ts';
import { answered, signedIn, withKey, type Intent, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { valid } from '../kernel/valid.ts';
import type { NoticeDeps } from './deps.ts';
import { provideAgain, recordPosting } from './dispatch.ts';
import { openNotice } from './open.ts';
import { noticeForReader } from './reading.ts';
import { noticesPk, personalNoticesPk } from './views.ts';

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
        const today = dayOf(deps.clock.now());
        return answered(c, 'notices', await noticeForReader(deps, c.var.actor, c.req.valid('param').notice, today));
      },
    );

const opening = (deps: NoticeDeps) =>
  new Hono<Intent>().post(
    '/:notice/open',
    described('notices', 'Open the notice; the first time by a signatory is its retrieval (§ 41(2a) VwVfG)'),
    signedIn as unknown as typeof withKey,
    withKey,
    valid('param', noticeParam),
    async (c) => answered(c, 'notices', await openNotice(deps, c.var.actor, c.var.key, c.req.valid('param').notice)),
  );

/** What an officer does where the portal could not deliver: by post, or once more in the portal. */
const dispatching = (deps: NoticeDeps) =>
  new Hono<Intent>()
    .post(
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
    )
    .post(
      '/:notice/provide',
      described('notices', 'Provide the notice in the portal again, after a provision ended without retrieval'),
      signedIn as unknown as typeof withKey,
      withKey,
      valid('param', noticeParam),
      valid('json', emptyBody),
      async (c) =>
        answered(c, 'notices', await provideAgain(deps, c.var.actor, c.var.key, c.req.valid('param').notice)),
    );

export const noticeRoutes = (deps: NoticeDeps) =>
  new Hono<SignedIn>().route('/', reading(deps)).route('/', opening(deps)).route('/', dispatching(deps));
