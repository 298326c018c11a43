import { Hono } from 'hono';
import { refuse } from '../../shared/kernel/result.ts';
import { previewParam } from '../../shared/notices/wire.ts';
import { caseAsk, isApplicant, isOfficial, readableCase } from '../funding/views.ts';
import { answered, signedIn, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { valid } from '../kernel/valid.ts';
import type { NoticeDeps, RenderDocument } from './deps.ts';

/** Only where the page setter is at hand; what composes a notice is loaded when the first one is asked for. */
export const noticePreviewRoutes = (deps: NoticeDeps & { readonly render: RenderDocument }) =>
  new Hono<SignedIn>().post(
    '/previews/:application',
    described('notices', 'Render the notice on the open proposal, as it would be released today'),
    signedIn,
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
