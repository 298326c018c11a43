import { Hono } from 'hono';
import { emptyBody } from '../../shared/kernel/text.ts';
import {
  applicationParam,
  biasBody,
  decideBody,
  discardBody,
  earlyStartBody,
  proposeApprovalBody,
  proposeRefusalBody,
  returnBody,
  submitBody,
} from '../../shared/funding/wire.ts';
import { answered, signedIn, withKey, type Intent } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { valid } from '../kernel/valid.ts';
import { submitApplication, takeApplication, withdrawApplication } from './commands/apply.ts';
import { approveApplication, refuseByNotice } from './commands/decide.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { consentToEarlyStart, declareOwnBias } from './commands/officials.ts';
import { proposeGrant, proposeToRefuse, returnToOfficer } from './commands/propose.ts';
import type { FundingDeps } from './deps.ts';

const may = signedIn as unknown as typeof withKey;

const discarding = (deps: FundingDeps) =>
  new Hono<Intent>().post(
    '/applications/:id/discard',
    described('funding', 'Throw a draft away in the version that was seen'),
    may,
    withKey,
    valid('param', applicationParam),
    valid('json', discardBody),
    async (c) =>
      answered(
        c,
        'funding',
        await discardDraft(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
      ),
  );

/** Acts of the organisation, and taking a case over. */
const applying = (deps: FundingDeps) =>
  new Hono<Intent>()
    .post(
      '/applications/:id/submit',
      described('funding', 'Submit the draft in the version that was checked'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', submitBody),
      async (c) =>
        answered(
          c,
          'funding',
          await submitApplication(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/applications/:id/withdraw',
      described('funding', 'Withdraw the application'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', emptyBody),
      async (c) =>
        answered(
          c,
          'funding',
          await withdrawApplication(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/applications/:id/take',
      described('funding', 'Take the case over as its officer'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', emptyBody),
      async (c) =>
        answered(
          c,
          'funding',
          await takeApplication(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

/** Acts of the authority: propose, send back, decide. */
const deciding = (deps: FundingDeps) =>
  new Hono<Intent>()
    .post(
      '/applications/:id/propose-approval',
      described('funding', 'Propose to grant'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', proposeApprovalBody),
      async (c) =>
        answered(
          c,
          'funding',
          await proposeGrant(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/applications/:id/propose-refusal',
      described('funding', 'Propose to refuse'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', proposeRefusalBody),
      async (c) =>
        answered(
          c,
          'funding',
          await proposeToRefuse(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/applications/:id/return',
      described('funding', 'Send the proposal back to the case officer'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', returnBody),
      async (c) =>
        answered(
          c,
          'funding',
          await returnToOfficer(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/applications/:id/approve',
      described('funding', 'Approve by releasing the notice that was seen'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', decideBody),
      async (c) =>
        answered(
          c,
          'funding',
          await approveApplication(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/applications/:id/refuse',
      described('funding', 'Refuse by releasing the notice that was seen'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', decideBody),
      async (c) =>
        answered(
          c,
          'funding',
          await refuseByNotice(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

/** What an official does beside examining: consent to an early start, and keep away from a case. */
const beside = (deps: FundingDeps) =>
  new Hono<Intent>()
    .post(
      '/applications/:id/consent-early-start',
      described('funding', 'Consent to the start of a project before the decision; it gives no claim'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', earlyStartBody),
      async (c) =>
        answered(
          c,
          'funding',
          await consentToEarlyStart(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/applications/:id/declare-bias',
      described('funding', 'Declare bias and take no further step in the case (§§ 20, 21 VwVfG)'),
      may,
      withKey,
      valid('param', applicationParam),
      valid('json', biasBody),
      async (c) =>
        answered(
          c,
          'funding',
          await declareOwnBias(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

export const fundingActRoutes = (deps: FundingDeps) =>
  new Hono<Intent>()
    .route('/', discarding(deps))
    .route('/', applying(deps))
    .route('/', deciding(deps))
    .route('/', beside(deps));
