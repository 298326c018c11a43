import { Hono } from 'hono';
import { holds, scopesOf } from '../../shared/kernel/actor.ts';
import { dayOf } from '../../shared/kernel/day.ts';
import { asId, type AuthorityId, type OrganisationId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import {
  applicationParam,
  listQuery,
  sectionBody,
  sectionParam,
  startBody,
  workListQuery,
  type CaseLine,
  type CaseLines,
  type CaseView,
} from '../../shared/funding/wire.ts';
import { answered, signedIn, withVersion, type Edit, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import type { Page } from '../kernel/journal.ts';
import { byPerson, limited, DRAFT_LIMIT } from '../kernel/limit.ts';
import { valid } from '../kernel/valid.ts';
import { caseViewFor } from './case-view.ts';
import { saveSection, startDraft } from './commands/write-draft.ts';
import type { FundingDeps } from './deps.ts';
import { casesPk, workListPk } from './lines.ts';
import { caseAsk, readableCase } from './views.ts';

/** Lines on one page of a list. */
const PAGE = 50;

const linesOf = ({ rows, next }: Page): CaseLines => ({
  items: rows.map((row) => row['line'] as CaseLine),
  ...(next !== undefined && { next }),
});

const drafting = (deps: FundingDeps) =>
  new Hono<SignedIn>()
    .put(
      '/applications/:id',
      described('funding', 'Begin a draft under an id made by the client'),
      signedIn,
      limited(deps, DRAFT_LIMIT, byPerson),
      valid('param', applicationParam),
      valid('json', startBody),
      async (c) =>
        answered(
          c,
          'funding',
          await startDraft(deps, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('json') }),
        ),
    )
    .put(
      '/applications/:id/sections/:section',
      described('funding', 'Save one section of a draft in the version that was read (If-Match)'),
      signedIn,
      valid('param', sectionParam),
      valid('json', sectionBody),
      withVersion as unknown as typeof signedIn,
      async (c) => {
        const { version } = c.var as unknown as Edit['Variables'];
        return answered(
          c,
          'funding',
          await saveSection(deps, c.var.actor, { ...c.req.valid('param'), version, ...c.req.valid('json') }),
        );
      },
    );

const reading = (deps: FundingDeps) =>
  new Hono<SignedIn>()
    .get(
      '/applications',
      described('funding', 'The cases of an organisation, newest first'),
      signedIn,
      valid('query', listQuery),
      async (c) => {
        const { organisation = asId<'organisation'>(scopesOf(c.var.actor, 'editor', 'signatory')[0] ?? ''), cursor } =
          c.req.valid('query');
        const mine = holds(c.var.actor, 'editor', organisation) || holds(c.var.actor, 'signatory', organisation);
        if (!mine) return answered(c, 'funding', refuse('not-found'));
        const page = await deps.journal.page({
          pk: casesPk(organisation satisfies OrganisationId),
          limit: PAGE,
          cursor,
          newestFirst: true,
        });
        return answered(c, 'funding', ok(linesOf(page)));
      },
    )
    .get(
      '/work-list',
      described('funding', 'The cases of an authority by queue, oldest first'),
      signedIn,
      valid('query', workListQuery),
      async (c) => {
        const { actor } = c.var;
        const { queue = 'review', authority, cursor } = c.req.valid('query');
        const scope =
          authority ?? scopesOf(actor, 'caseOfficer', 'approver', 'auditor').find((one) => one !== '*') ?? '';
        const may = (['caseOfficer', 'approver', 'auditor'] as const).some((role) => holds(actor, role, scope));
        if (!may) return answered(c, 'funding', refuse('not-permitted'));
        const page = await deps.journal.page({
          pk: workListPk(scope as AuthorityId),
          prefix: `${queue}#`,
          limit: PAGE,
          cursor,
          newestFirst: queue === 'closed',
        });
        return answered(c, 'funding', ok(linesOf(page)));
      },
    )
    .get(
      '/applications/:id',
      described('funding', 'One case, as this person may see it'),
      signedIn,
      valid('param', applicationParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const [rows = []] = await deps.journal.read([caseAsk(id)]);
        const found = readableCase(c.var.actor, id, rows);
        const result: Result<CaseView> =
          found === undefined ? refuse('not-found') : ok(caseViewFor(c.var.actor, found, dayOf(deps.clock.now())));
        return answered(c, 'funding', result);
      },
    );

export const fundingRoutes = (deps: FundingDeps) =>
  new Hono<SignedIn>().route('/', drafting(deps)).route('/', reading(deps));
