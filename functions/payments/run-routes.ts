import { Hono } from 'hono';
import { emptyBody } from '../../shared/kernel/text.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import {
  authorityQuery,
  closeBody,
  openRunBody,
  pageQuery,
  reasonBody,
  releaseBody,
  runParam,
  transmittedBody,
  type RunItems,
  type RunLine,
  type RunLines,
  type RunView,
} from '../../shared/payments/wire.ts';
import { answered, freshlySignedIn, signedIn, withKey, type Intent, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { valid } from '../kernel/valid.ts';
import { closeRun } from './close-run.ts';
import type { PaymentDeps } from './deps.ts';
import { authorityFor, listed } from './order-routes.ts';
import { noteRejection, rejectRun } from './reject-run.ts';
import { downloadRun, releaseRun } from './release-run.ts';
import { itemsPk, runAsk, runsPk } from './rows.ts';
import { cancelRun, noteTransmitted, openRun, reopenRun } from './run-step.ts';
import { itemFor, readableRun, runViewFor, type StoredItem } from './run-view.ts';

const reading = ({ journal, clock }: PaymentDeps) =>
  new Hono<SignedIn>()
    .get(
      '/runs',
      described('payments', 'The payment runs of an authority, newest first'),
      signedIn,
      valid('query', authorityQuery),
      async (c) => {
        const { authority: asked, cursor } = c.req.valid('query');
        const authority = authorityFor(c.var.actor, asked);
        if (authority === undefined) return answered(c, 'payments', refuse('not-found'));
        const page = await listed<RunLine>(journal, { pk: runsPk(authority), cursor, newestFirst: true });
        return answered(c, 'payments', ok<RunLines>(page));
      },
    )
    .get(
      '/runs/:run',
      described('payments', 'One run with its totals, its steps and what stands against closing it'),
      signedIn,
      valid('param', runParam),
      async (c) => {
        const { run } = c.req.valid('param');
        const [rows = []] = await journal.read([runAsk(run)]);
        const stored = readableRun(c.var.actor, run, rows);
        const result: Result<RunView> =
          stored === undefined ? refuse('not-found') : ok(runViewFor(c.var.actor, stored, clock.now()));
        return answered(c, 'payments', result);
      },
    )
    .get(
      '/runs/:run/items',
      described('payments', 'The items of a run; account numbers whole for payers only'),
      signedIn,
      valid('param', runParam),
      valid('query', pageQuery),
      async (c) => {
        const { run } = c.req.valid('param');
        const [[rows = []], page] = await Promise.all([
          journal.read([runAsk(run)]),
          listed<StoredItem>(journal, { pk: itemsPk(run), cursor: c.req.valid('query').cursor }, 'item'),
        ]);
        const stored = readableRun(c.var.actor, run, rows);
        if (stored === undefined) return answered(c, 'payments', refuse('not-found'));
        const items = page.items.map((item) => itemFor(c.var.actor, stored.head.authority, item));
        return answered(c, 'payments', ok<RunItems>({ ...page, items }));
      },
    );

const opening = (deps: PaymentDeps) =>
  new Hono<SignedIn>().put(
    '/runs/:run',
    described('payments', 'Open a run under an id made by the client; what waits is collected into it'),
    signedIn,
    valid('param', runParam),
    valid('json', openRunBody),
    async (c) =>
      answered(c, 'payments', await openRun(deps, c.var.actor, c.req.valid('param').run, c.req.valid('json'))),
  );

const may = signedIn as unknown as typeof withKey;

/** Closing and all that undoes it. */
const closing = (deps: PaymentDeps) =>
  new Hono<Intent>()
    .post(
      '/runs/:run/close',
      described('payments', 'Close the run with the totals that were seen: its list and its file are frozen'),
      may,
      withKey,
      valid('param', runParam),
      valid('json', closeBody),
      async (c) =>
        answered(c, 'payments', await closeRun(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') })),
    )
    .post(
      '/runs/:run/reopen',
      described('payments', 'Open a closed run again; its items are put back and collected anew'),
      may,
      withKey,
      valid('param', runParam),
      valid('json', emptyBody),
      async (c) =>
        answered(
          c,
          'payments',
          await reopenRun(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/runs/:run/cancel',
      described('payments', 'Cancel a run before its release; its items are free for another one'),
      may,
      withKey,
      valid('param', runParam),
      valid('json', emptyBody),
      async (c) =>
        answered(
          c,
          'payments',
          await cancelRun(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

/** Releasing, and what leads to the bank. */
const releasing = (deps: PaymentDeps) =>
  new Hono<Intent>()
    .post(
      '/runs/:run/release',
      described('payments', 'Release the closed run by the hash of its file, after a fresh sign-in, as another person'),
      may,
      freshlySignedIn(deps) as unknown as typeof withKey,
      withKey,
      valid('param', runParam),
      valid('json', releaseBody),
      async (c) =>
        answered(
          c,
          'payments',
          await releaseRun(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/runs/:run/download',
      described('payments', 'A link to the released file'),
      may,
      withKey,
      valid('param', runParam),
      valid('json', emptyBody),
      async (c) => answered(c, 'payments', await downloadRun(deps, c.var.actor, c.req.valid('param').run)),
    )
    .post(
      '/runs/:run/transmitted',
      described('payments', 'Record the day on which the bank took the file'),
      may,
      withKey,
      valid('param', runParam),
      valid('json', transmittedBody),
      async (c) =>
        answered(
          c,
          'payments',
          await noteTransmitted(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

/** What the bank did not take: one person says it, another confirms it. */
const rejecting = (deps: PaymentDeps) =>
  new Hono<Intent>()
    .post(
      '/runs/:run/note-rejection',
      described(
        'payments',
        'Note that the bank did not take the file as a whole, with the reason, after a fresh sign-in',
      ),
      may,
      freshlySignedIn(deps) as unknown as typeof withKey,
      withKey,
      valid('param', runParam),
      valid('json', reasonBody),
      async (c) =>
        answered(
          c,
          'payments',
          await noteRejection(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/runs/:run/reject',
      described('payments', 'Confirm as another person that the bank did not take it; its payments are free again'),
      may,
      freshlySignedIn(deps) as unknown as typeof withKey,
      withKey,
      valid('param', runParam),
      valid('json', emptyBody),
      async (c) =>
        answered(
          c,
          'payments',
          await rejectRun(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

export const runRoutes = (deps: PaymentDeps) =>
  new Hono<SignedIn>()
    .route('/', reading(deps))
    .route('/', opening(deps))
    .route('/', closing(deps))
    .route('/', releasing(deps))
    .route('/', rejecting(deps));
