import { Hono } from 'hono';
import { dayOf } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type {
  BodyView,
  MemberView,
  OfficeView,
  SittingLine,
  SittingLines,
  SittingView,
} from '../../shared/bodies/views.ts';
import {
  bodyParam,
  confirmContactBody,
  memberBody,
  pageQuery,
  plainQuery,
  sittingParam,
} from '../../shared/bodies/wire.ts';
import { bodyById } from '../../shared/bodies/directory.ts';
import { seatsOf } from '../../shared/bodies/body.ts';
import { readsAll } from '../../shared/bodies/rules/permit.ts';
import { holds, type Actor } from '../../shared/kernel/actor.ts';
import type { BodyId } from '../../shared/kernel/id.ts';
import { answered, signedIn, withKey, withVersion, type Edit, type Intent, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import type { Env } from '../kernel/env.ts';
import { byPerson, CODE_LIMIT, CONTACT_LIMIT, limited } from '../kernel/limit.ts';
import { mailFailuresAsk } from '../kernel/mail-failure.ts';
import { marked } from '../kernel/security-log.ts';
import { valid } from '../kernel/valid.ts';
import { workableBody } from './body-step.ts';
import { confirmContact } from './commands/confirm-contact.ts';
import { bodiesOf, changeMember } from './commands/member.ts';
import type { BodyDeps } from './deps.ts';
import { officeView, showBodies, showBody } from './show.ts';
import { sittingView } from './show-sitting.ts';
import { labelOf } from './seats-of.ts';
import { lineOf } from './sitting-rows.ts';
import { readableSitting, sittingAsks } from './sitting-step.ts';
import {
  bodyAsk,
  bodyOf,
  isContactOver,
  newContactKey,
  newContactOf,
  memberKey,
  memberOf,
  sittingRowOf,
  sittingsPk,
} from './views.ts';

const publicReading = (deps: BodyDeps) =>
  new Hono<Env>()
    .get(
      '/',
      described('bodies', 'All boards: whom they advise, when they meet next', { access: 'public' }),
      valid('query', plainQuery),
      async (c) => answered(c, 'bodies', ok({ items: await showBodies(deps) })),
    )
    .get(
      '/:body',
      described('bodies', 'One board: legal basis, office, seats, sittings, public documents', { access: 'public' }),
      valid('param', bodyParam),
      valid('query', plainQuery),
      async (c) => {
        const known = bodyById(c.req.valid('param').body);
        const result: Result<BodyView> = known === undefined ? refuse('not-found') : ok(await showBody(deps, known));
        return answered(c, 'bodies', result);
      },
    );

const coming = (lines: readonly SittingLine[], today: string): SittingLine[] =>
  lines.filter(({ from, stage }) => from >= today && stage === 'planned').sort((a, b) => (a.from < b.from ? -1 : 1));

const calendarOf = async (deps: BodyDeps, actor: Actor): Promise<SittingLine[]> => {
  const pages = await Promise.all(
    bodiesOf(actor).map((body) => deps.journal.page({ pk: sittingsPk(body), limit: 40, newestFirst: true })),
  );
  const lines = pages.flatMap(({ rows }) => rows.map((row) => lineOf(sittingRowOf(row))));
  return coming(lines, dayOf(deps.clock.now()));
};

const memberView = async (deps: BodyDeps, actor: Actor): Promise<Result<MemberView>> => {
  const bodies = bodiesOf(actor);
  const asks = [memberKey(actor.person), newContactKey(actor.person), ...bodies.map(bodyAsk)];
  const [[row] = [], [waiting] = [], ...found] = await deps.journal.read(asks);
  const contact = newContactOf(waiting);
  const member = memberOf(row);
  if (row === undefined || member === undefined) return refuse('not-found');
  const today = dayOf(deps.clock.now());
  const seats = bodies.flatMap((id, index) => {
    const stored = bodyOf(id, found[index] ?? []);
    if (stored === undefined) return [];
    return seatsOf(stored.body, actor.person, today).map(({ seat, as }) => {
      const term = stored.body.seats.get(seat)![as].findLast(({ person }) => person === actor.person)!;
      const { from, until } = term;
      const label = labelOf(stored, seat);
      return { body: id, bodyName: stored.known.name, seat, label, as, from, ...(until !== undefined && { until }) };
    });
  });
  const { name, email, language, isNamed, address, portalDelivery } = member;
  return ok({
    version: row.version ?? 1,
    name,
    email,
    ...(contact !== undefined && !isContactOver(contact, deps.clock.now()) && { newEmail: contact.email }),
    language,
    isNamed,
    acceptsPortalDelivery: portalDelivery !== undefined,
    ...(address && { address }),
    seats,
  });
};

/** A member's own pages; they stand before `/:body`, whose place they would else take. */
const ownReading = (deps: BodyDeps) =>
  new Hono<SignedIn>()
    .get('/mine', described('bodies', 'My seats and what I have said of myself'), signedIn, async (c) =>
      answered(c, 'bodies', await memberView(deps, c.var.actor)),
    )
    .get('/calendar', described('bodies', 'The coming sittings of my boards'), signedIn, async (c) =>
      answered(c, 'bodies', ok({ items: await calendarOf(deps, c.var.actor) })),
    );

const ownEditing = (deps: BodyDeps) =>
  new Hono<Edit>().put(
    '/mine',
    described('bodies', 'Change what I have said of myself: address, language, consents'),
    signedIn as unknown as typeof withVersion,
    withVersion,
    limited(deps, CONTACT_LIMIT, byPerson),
    valid('json', memberBody),
    marked('contact-changed'),
    async (c) => answered(c, 'bodies', await changeMember(deps, c.var, c.req.valid('json'))),
  );

const contactActs = (deps: BodyDeps) =>
  new Hono<Intent>().post(
    '/mine/confirm-contact',
    described('bodies', 'Confirm the new mail address with the code that was sent there'),
    signedIn as unknown as typeof withKey,
    withKey,
    limited(deps, CODE_LIMIT, byPerson),
    valid('json', confirmContactBody),
    marked('contact-changed'),
    async (c) => answered(c, 'bodies', await confirmContact(deps, { ...c.var, ...c.req.valid('json') })),
  );

/** Members as long as they have a seat: with its last day the list ends, whatever became of the role. */
const readsSittings = async (deps: BodyDeps, actor: Actor, body: BodyId): Promise<boolean> => {
  const known = bodyById(body);
  if (known === undefined) return false;
  if (readsAll(actor, body, known.authority)) return true;
  if (!holds(actor, 'member', body)) return false;
  const [rows = []] = await deps.journal.read([bodyAsk(body)]);
  const stored = bodyOf(body, rows);
  return stored !== undefined && seatsOf(stored.body, actor.person, dayOf(deps.clock.now())).length > 0;
};

const officeReading = (deps: BodyDeps) =>
  new Hono<SignedIn>()
    .get(
      '/:body/office',
      described('bodies', 'What the body office works with: seats, settings'),
      signedIn,
      valid('param', bodyParam),
      async (c) => {
        const { body } = c.req.valid('param');
        const [rows = []] = await deps.journal.read([bodyAsk(body)]);
        const found = workableBody(c.var.actor, body, rows);
        const result: Result<OfficeView> =
          found === undefined ? refuse('not-found') : ok(officeView(found, c.var.actor, deps.clock.now()));
        return answered(c, 'bodies', result);
      },
    )
    .get(
      '/:body/sittings',
      described('bodies', 'The sittings of a board, newest first'),
      signedIn,
      valid('param', bodyParam),
      valid('query', pageQuery),
      async (c) => {
        const { body } = c.req.valid('param');
        if (!(await readsSittings(deps, c.var.actor, body))) return answered(c, 'bodies', refuse('not-found'));
        const { cursor } = c.req.valid('query');
        const { rows, next } = await deps.journal.page({ pk: sittingsPk(body), limit: 50, cursor, newestFirst: true });
        const items = rows.map((row) => lineOf(sittingRowOf(row)));
        const result: Result<SittingLines> = ok({ items, ...(next !== undefined && { next }) });
        return answered(c, 'bodies', result);
      },
    )
    .get(
      '/:body/sittings/:sitting',
      described('bodies', 'One sitting with its documents and its attendance list'),
      signedIn,
      valid('param', sittingParam),
      async (c) => {
        const here = c.req.valid('param');
        const at = deps.clock.now();
        const asks = [...sittingAsks(here.body, here.sitting), mailFailuresAsk('sitting', here.sitting)];
        const rows = await deps.journal.read(asks);
        const found = readableSitting(c.var.actor, here, rows, dayOf(at));
        const result: Result<SittingView> =
          found === undefined ? refuse('not-found') : ok(sittingView(found, c.var.actor, at, rows[2]));
        return answered(c, 'bodies', result);
      },
    );

export const bodyRoutes = (deps: BodyDeps) =>
  new Hono<SignedIn>()
    .route('/', ownReading(deps))
    .route('/', ownEditing(deps))
    .route('/', contactActs(deps))
    .route('/', publicReading(deps))
    .route('/', officeReading(deps));
