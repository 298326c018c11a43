import { Hono } from 'hono';
import { refuse } from '../../shared/kernel/result.ts';
import { claimPreviewParam, previewParam, statementParam } from '../../shared/notices/wire.ts';
import { claimAsk, isClaimant, isOfficial as isOfficialOfClaim, readableClaim } from '../compensation/views.ts';
import { caseAsk, isApplicant, isOfficial, readableCase } from '../funding/views.ts';
import { answered, signedIn, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { byPerson, limited, RENDER_LIMIT } from '../kernel/limit.ts';
import { valid } from '../kernel/valid.ts';
import type { RenderingDeps } from './keep.ts';

const applications = (deps: RenderingDeps) =>
  new Hono<SignedIn>().post(
    '/previews/:application',
    described('notices', 'Render the notice on the open proposal, as it would be released today'),
    signedIn,
    limited(deps, RENDER_LIMIT, byPerson),
    valid('param', previewParam),
    async (c) => {
      const { application } = c.req.valid('param');
      const [rows = []] = await deps.journal.read([caseAsk(application)]);
      const found = readableCase(c.var.actor, application, rows);
      if (found === undefined || isApplicant(c.var.actor, found) || !isOfficial(c.var.actor, found))
        return answered(c, 'notices', refuse('not-found'));
      const { preview } = await import('./preview.ts');
      return answered(c, 'notices', await preview(deps, c.var.actor, found));
    },
  );

const claims = (deps: RenderingDeps) =>
  new Hono<SignedIn>().post(
    '/previews/claims/:claim',
    described('notices', 'Render the notice on a proposed partial rejection, as it would be released today'),
    signedIn,
    limited(deps, RENDER_LIMIT, byPerson),
    valid('param', claimPreviewParam),
    async (c) => {
      const { claim } = c.req.valid('param');
      const [rows = []] = await deps.journal.read([claimAsk(claim)]);
      const found = readableClaim(c.var.actor, claim, rows);
      if (found === undefined || isClaimant(c.var.actor, found) || !isOfficialOfClaim(c.var.actor, found))
        return answered(c, 'notices', refuse('not-found'));
      const { previewClaim } = await import('./preview-claim.ts');
      return answered(c, 'notices', await previewClaim(deps, c.var.actor, found));
    },
  );

const statements = (deps: RenderingDeps) =>
  new Hono<SignedIn>().post(
    '/statements/:year',
    described('notices', 'Make one’s own yearly statement of compensation as a document'),
    signedIn,
    limited(deps, RENDER_LIMIT, byPerson),
    valid('param', statementParam),
    async (c) => {
      const { makeStatement } = await import('./statement.ts');
      return answered(c, 'notices', await makeStatement(deps, c.var.actor, Number(c.req.valid('param').year)));
    },
  );

/** Only where the page setter is at hand; what composes a document is loaded when the first one is asked for. */
export const noticePreviewRoutes = (deps: RenderingDeps) =>
  new Hono<SignedIn>().route('/', applications(deps)).route('/', claims(deps)).route('/', statements(deps));
