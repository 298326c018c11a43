import { Hono, type Context } from 'hono';
import {
  batchBody,
  claimParam,
  fixBankDataBody,
  offsetBody,
  proposeRejectionBody,
  releaseBody,
  seqBody,
  textBody,
} from '../../shared/compensation/wire.ts';
import { answered, signedIn, withKey, type Intent } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { textOf } from '../kernel/texts.ts';
import { valid } from '../kernel/valid.ts';
import { takeBatch } from './commands/batch.ts';
import { declareOwnBias, queryClaim } from './commands/claim.ts';
import { certifyClaim, proposeToReject, rejectByNotice, returnToExaminer } from './commands/examine.ts';
import { fixAccount, keepBack, orderClaim } from './commands/order.ts';
import type { ClaimDeps } from './deps.ts';

const may = signedIn as unknown as typeof withKey;

/** The sentence of a refusal in the language of the request, for the lines of a batch. */
const sentenceIn = (c: Context<Intent>) => async (refusal: string) =>
  (await textOf(c.var.language, 'compensation', `refusal.${refusal}`)) ??
  (await textOf(c.var.language, 'kernel', `refusal.${refusal}`)) ??
  refusal;

/** Many claims in one act, each with its own outcome. */
const batches = (deps: ClaimDeps) =>
  new Hono<Intent>()
    .post(
      '/certify',
      described('compensation', 'Certify many claims with the totals by body that were seen'),
      may,
      withKey,
      valid('json', batchBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await takeBatch(
            deps,
            { ...c.var, act: 'certify', body: c.req.valid('json'), sentence: sentenceIn(c) },
            certifyClaim,
          ),
        ),
    )
    .post(
      '/order',
      described('compensation', 'Order the payment of many claims with the totals by body that were seen'),
      may,
      withKey,
      valid('json', batchBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await takeBatch(
            deps,
            { ...c.var, act: 'order', body: c.req.valid('json'), sentence: sentenceIn(c) },
            orderClaim,
          ),
        ),
    );

const examining = (deps: ClaimDeps) =>
  new Hono<Intent>()
    .post(
      '/claims/:claim/certify',
      described('compensation', 'Certify the claim as it was seen'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', seqBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await certifyClaim(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/claims/:claim/query',
      described('compensation', 'Ask the member a question'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', textBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await queryClaim(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/claims/:claim/propose-rejection',
      described('compensation', 'Propose what is recognised of each amount'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', proposeRejectionBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await proposeToReject(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/claims/:claim/fix-bank-data',
      described('compensation', 'After a return: the bank details are right now'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', fixBankDataBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await fixAccount(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

const deciding = (deps: ClaimDeps) =>
  new Hono<Intent>()
    .post(
      '/claims/:claim/return-rejection',
      described('compensation', 'Send the proposal to reject back'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', textBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await returnToExaminer(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/claims/:claim/partly-reject',
      described('compensation', 'Reject in part by releasing the notice that was seen'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', releaseBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await rejectByNotice(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/claims/:claim/decide-offset',
      described('compensation', 'Keep back from later orders what was paid too much'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', offsetBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await keepBack(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

const stepping = (deps: ClaimDeps) =>
  new Hono<Intent>().post(
    '/claims/:claim/declare-bias',
    described('compensation', 'Declare to be biased in this case, and take no step in it any more'),
    may,
    withKey,
    valid('param', claimParam),
    valid('json', textBody),
    async (c) =>
      answered(
        c,
        'compensation',
        await declareOwnBias(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
      ),
  );

/** What officials do with claims: examine, decide, order. */
export const officeRoutes = (deps: ClaimDeps) =>
  new Hono<Intent>()
    .route('/', batches(deps))
    .route('/', examining(deps))
    .route('/', deciding(deps))
    .route('/', stepping(deps));
