import { Hono } from 'hono';
import { holds, scopesOf, type Actor, type Role } from '../../shared/kernel/actor.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { ClaimLine, ClaimLines, ClaimQueue, ClaimView } from '../../shared/compensation/wire.ts';
import { claimParam, claimsQuery, reportableQuery, workListQuery, yearParam } from '../../shared/compensation/wire.ts';
import type { ClaimId } from '../../shared/kernel/id.ts';
import { answered, signedIn, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import type { Page } from '../kernel/journal.ts';
import { valid } from '../kernel/valid.ts';
import { claimViewFor } from './claim-view.ts';
import type { ClaimDeps } from './deps.ts';
import { claimsPk, workListPk } from './lines.ts';
import { memberRoutes } from './member-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { reportableOf, statementOf } from './statements.ts';
import { accountOf, accountStateOf } from './upstream.ts';
import { claimAsk, isClaimant, readableClaim } from './views.ts';
import { waitingFor } from './waiting.ts';

/** Lines on one page of a list. */
const PAGE = 50;

const linesOf = ({ rows, next }: Page): ClaimLines => ({
  items: rows.map((row) => row['line'] as ClaimLine),
  ...(next !== undefined && { next }),
});

/** Whose list it is; the body's own office sees what waits for it, all else belongs to the authority. */
const READERS: Readonly<Record<ClaimQueue, readonly Role[]>> = {
  certify: ['bodyOffice', 'certifier', 'auditor'],
  failed: ['bodyOffice', 'certifier', 'orderer', 'auditor'],
  decide: ['certifier', 'caseOfficer', 'auditor'],
  order: ['certifier', 'orderer', 'auditor'],
  secondOrder: ['certifier', 'orderer', 'auditor'],
  overpaid: ['certifier', 'caseOfficer', 'orderer', 'auditor'],
  done: ['certifier', 'orderer', 'caseOfficer', 'auditor'],
};

const scopeFor = (actor: Actor, queue: ClaimQueue, asked: string | undefined): string | undefined => {
  const scope = asked ?? scopesOf(actor, ...READERS[queue]).find((one) => one !== '*') ?? '';
  return READERS[queue].some((role) => holds(actor, role, scope)) ? scope : undefined;
};

/** One read for the claim; for officials one more, since whose account it is only the claim tells. */
const viewOf = async ({ journal, clock }: ClaimDeps, actor: Actor, claim: ClaimId): Promise<Result<ClaimView>> => {
  const [rows = [], own = []] = await journal.read([claimAsk(claim), accountOf(actor.person)]);
  const found = readableClaim(actor, claim, rows);
  if (found === undefined) return refuse('not-found');
  const [account = []] = isClaimant(actor, found) ? [own] : await journal.read([accountOf(found.of.person)]);
  return ok(claimViewFor(actor, found, accountStateOf(account, clock.now()).state));
};

const reading = (deps: ClaimDeps) =>
  new Hono<SignedIn>()
    .get(
      '/claims',
      described('compensation', 'My claims, newest first'),
      signedIn,
      valid('query', claimsQuery),
      async (c) => {
        const { cursor } = c.req.valid('query');
        const pk = claimsPk(c.var.actor.person);
        const page = await deps.journal.page({ pk, limit: PAGE, cursor, newestFirst: true });
        return answered(c, 'compensation', ok(linesOf(page)));
      },
    )
    .get(
      '/work-list',
      described('compensation', 'Claims of a body or an authority by queue, oldest first'),
      signedIn,
      valid('query', workListQuery),
      async (c) => {
        const { queue, scope: asked, cursor } = c.req.valid('query');
        const scope = scopeFor(c.var.actor, queue, asked);
        if (scope === undefined) return answered(c, 'compensation', refuse('not-permitted'));
        const page = await deps.journal.page({
          pk: workListPk(scope),
          prefix: `${queue}#`,
          limit: PAGE,
          cursor,
          newestFirst: queue === 'done',
        });
        return answered(c, 'compensation', ok(linesOf(page)));
      },
    )
    .get('/waiting', described('compensation', 'How much waits in each list of my own work'), signedIn, async (c) =>
      answered(c, 'compensation', ok(await waitingFor(deps.journal, c.var.actor))),
    )
    .get(
      '/claims/:claim',
      described('compensation', 'One claim, as this person may see it'),
      signedIn,
      valid('param', claimParam),
      async (c) => answered(c, 'compensation', await viewOf(deps, c.var.actor, c.req.valid('param').claim)),
    )
    .get(
      '/statements/:year',
      described('compensation', 'What was paid to me in a year, beside the amounts of the law'),
      signedIn,
      valid('param', yearParam),
      async (c) => answered(c, 'compensation', await statementOf(deps, c.var.actor, Number(c.req.valid('param').year))),
    )
    .get(
      '/reportable',
      described('compensation', 'Yearly totals by person, to be reported from a threshold on'),
      signedIn,
      valid('query', reportableQuery),
      async (c) => answered(c, 'compensation', await reportableOf(deps, c.var.actor, c.req.valid('query'))),
    );

export const compensationRoutes = (deps: ClaimDeps) =>
  new Hono<SignedIn>().route('/', reading(deps)).route('/', memberRoutes(deps)).route('/', officeRoutes(deps));
