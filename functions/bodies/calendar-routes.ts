import { Hono } from 'hono';
import { dayOf } from '../../shared/kernel/day.ts';
import { refuse } from '../../shared/kernel/result.ts';
import { sittingParam } from '../../shared/bodies/wire.ts';
import { answered, signedIn, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { valid } from '../kernel/valid.ts';
import type { BodyDeps } from './deps.ts';
import { calendarOfSitting } from './sitting-calendar.ts';
import { readableSitting, sittingAsks } from './sitting-step.ts';

/** One sitting as a file that calendar programmes open. */
export const sittingCalendarRoutes = (deps: BodyDeps & { readonly publicUrl: string }) =>
  new Hono<SignedIn>().get(
    '/:body/sittings/:sitting/calendar',
    described('bodies', 'The sitting as a calendar file'),
    signedIn,
    valid('param', sittingParam),
    async (c) => {
      const here = c.req.valid('param');
      const at = deps.clock.now();
      const rows = await deps.journal.read(sittingAsks(here.body, here.sitting));
      const found = readableSitting(c.var.actor, here, rows, dayOf(at));
      if (found === undefined) return answered(c, 'bodies', refuse('not-found'));
      const { method, text } = calendarOfSitting(found.stored, found.of, { publicUrl: deps.publicUrl, at });
      return c.body(text, 200, {
        'content-type': `text/calendar; charset=utf-8; method=${method}`,
        'content-disposition': 'attachment; filename="sitzung.ics"',
      });
    },
  );
