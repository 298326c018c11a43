import { Hono } from 'hono';
import { emptyBody } from '../../shared/kernel/text.ts';
import {
  accountBody,
  confirmBody,
  officerConfirmBody,
  ownerParam,
  pendingQuery,
  rejectBody,
} from '../../shared/accounts/wire.ts';
import { ok } from '../../shared/kernel/result.ts';
import {
  answered,
  freshlySignedIn,
  signedIn,
  withKey,
  withVersion,
  type Edit,
  type Intent,
  type SignedIn,
} from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { ACCOUNT_LIMIT, byPerson, CODE_LIMIT, limited } from '../kernel/limit.ts';
import { marked } from '../kernel/security-log.ts';
import { valid } from '../kernel/valid.ts';
import { confirmAsSecond, confirmOwn, rejectAsSecond, withdrawOwn } from './commands.ts';
import type { AccountDeps } from './deps.ts';
import { enterDetails } from './enter.ts';
import { pendingAccounts } from './queue.ts';
import { ownView } from './show.ts';
import { ownerOf } from './step.ts';
import { accountAsk, accountFile } from './views.ts';

const may = signedIn as unknown as typeof withKey;

const reading = (deps: AccountDeps) =>
  new Hono<SignedIn>()
    .get(
      '/mine',
      described('accounts', 'My bank details, masked, and where their change stands'),
      signedIn,
      async (c) => {
        const owner = ownerOf(c.var.actor);
        const [rows = []] = await deps.journal.read([accountAsk(owner)]);
        return answered(c, 'accounts', ok(ownView(accountFile(owner, rows), deps.clock.now())));
      },
    )
    .get(
      '/pending',
      described('accounts', 'New bank details that wait for their second person'),
      signedIn,
      valid('query', pendingQuery),
      async (c) => answered(c, 'accounts', await pendingAccounts(deps, c.var.actor, c.req.valid('query'))),
    );

const entering = (deps: AccountDeps) =>
  new Hono<Edit>().put(
    '/mine',
    described('accounts', 'Enter or change my bank details'),
    signedIn as unknown as typeof withVersion,
    freshlySignedIn(deps) as unknown as typeof withVersion,
    marked('contact-changed'),
    withVersion,
    limited(deps, ACCOUNT_LIMIT, byPerson),
    valid('json', accountBody),
    async (c) =>
      answered(
        c,
        'accounts',
        await enterDetails(deps, c.var.actor, { ...c.req.valid('json'), version: c.var.version }),
      ),
  );

const ownActs = (deps: AccountDeps) =>
  new Hono<Intent>()
    .post(
      '/mine/confirm',
      described('accounts', 'Confirm new details with the code that came by mail'),
      may,
      withKey,
      limited(deps, CODE_LIMIT, byPerson),
      valid('json', confirmBody),
      async (c) => answered(c, 'accounts', await confirmOwn(deps, { ...c.var, body: c.req.valid('json') })),
    )
    .post(
      '/mine/withdraw',
      described('accounts', 'Take new details back; the old ones stay in force'),
      may,
      withKey,
      valid('json', emptyBody),
      async (c) => answered(c, 'accounts', await withdrawOwn(deps, { ...c.var, body: c.req.valid('json') })),
    );

const secondActs = (deps: AccountDeps) =>
  new Hono<Intent>()
    .post(
      '/:person/confirm',
      described('accounts', 'Confirm the details that were seen, as the second person'),
      may,
      freshlySignedIn(deps) as unknown as typeof withKey,
      withKey,
      valid('param', ownerParam),
      valid('json', officerConfirmBody),
      async (c) =>
        answered(
          c,
          'accounts',
          await confirmAsSecond(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/:person/reject',
      described('accounts', 'Reject new details with a reason'),
      may,
      withKey,
      valid('param', ownerParam),
      valid('json', rejectBody),
      async (c) =>
        answered(
          c,
          'accounts',
          await rejectAsSecond(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

/** To be mounted under `/api/accounts`. A person's own account is `mine`, which therefore is nobody's id. */
export const accountRoutes = (deps: AccountDeps) =>
  new Hono()
    .route('/', reading(deps))
    .route('/', entering(deps))
    .route('/', ownActs(deps))
    .route('/', secondActs(deps));
