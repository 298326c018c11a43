import { Hono } from 'hono';
import { emptyBody } from '../../shared/kernel/text.ts';
import {
  entryParam,
  erasureBody,
  erasureParam,
  heldBody,
  heldManyBody,
  heldQuery,
} from '../../shared/ledger/office-wire.ts';
import { answered, signedIn, withKey, type Intent, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { valid } from '../kernel/valid.ts';
import { askErasure, decideOnErasure, listErasures } from './erasures.ts';
import { listHeld, publishHeld, publishManyHeld, type OfficeDeps } from './held.ts';

const may = signedIn as unknown as typeof withKey;

const reading = (deps: OfficeDeps) =>
  new Hono<SignedIn>()
    .get(
      '/held',
      described('ledger', 'Rows of loaded files that wait, since they may tell of a natural person'),
      signedIn,
      valid('query', heldQuery),
      async (c) => answered(c, 'ledger', await listHeld(deps, c.var.actor, c.req.valid('query').cursor)),
    )
    .get('/erasures', described('ledger', 'Requests to erase published words'), signedIn, async (c) =>
      answered(c, 'ledger', await listErasures(deps, c.var.actor)),
    )
    .put(
      '/erasures/:erasure',
      described('ledger', 'Ask for published words to be erased; a second person must agree'),
      signedIn,
      valid('param', erasureParam),
      valid('json', erasureBody),
      async (c) =>
        answered(c, 'ledger', await askErasure(deps, c.var.actor, c.req.valid('param').erasure, c.req.valid('json'))),
    );

const heldActs = (deps: OfficeDeps) =>
  new Hono<Intent>()
    .post(
      '/held/publish',
      described('ledger', 'Publish several waiting rows in one way'),
      may,
      withKey,
      valid('json', heldManyBody),
      async (c) => answered(c, 'ledger', await publishManyHeld(deps, c.var.actor, c.req.valid('json'))),
    )
    .post(
      '/held/:entry/publish',
      described('ledger', 'Publish a waiting row: as it stands, without its name, or with other words'),
      may,
      withKey,
      valid('param', entryParam),
      valid('json', heldBody),
      async (c) =>
        answered(
          c,
          'ledger',
          await publishHeld(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

const erasureAct = (deps: OfficeDeps, act: 'confirm' | 'decline', says: string) =>
  new Hono<Intent>().post(
    `/erasures/:erasure/${act}`,
    described('ledger', says),
    may,
    withKey,
    valid('param', erasureParam),
    valid('json', emptyBody),
    async (c) =>
      answered(c, 'ledger', await decideOnErasure(deps, { ...c.var, id: c.req.valid('param').erasure, act })),
  );

/** What those do who keep the register; to be mounted under `/api/ledger`. */
export const ledgerOfficeRoutes = (deps: OfficeDeps) =>
  new Hono()
    .route('/', reading(deps))
    .route('/', heldActs(deps))
    .route('/', erasureAct(deps, 'confirm', 'Agree to the erasure, as the second person'))
    .route('/', erasureAct(deps, 'decline', 'Let the words stand'));
