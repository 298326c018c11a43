import { Hono } from 'hono';
import {
  answerObjectionBody,
  appointBody,
  bodyParam,
  cancelBody,
  confirmBody,
  correctBody,
  endSeatBody,
  moveBody,
  objectBody,
  planBody,
  seatBody,
  seatParam,
  settingsBody,
  sittingParam,
} from '../../shared/bodies/wire.ts';
import { emptyBody } from '../../shared/kernel/text.ts';
import { answered, signedIn, withKey, withVersion, type Edit, type Intent, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { marked } from '../kernel/security-log.ts';
import { valid } from '../kernel/valid.ts';
import { confirmAttendance, correctAttendance } from './commands/attend.ts';
import { cancelSitting, inviteToSitting, moveSitting } from './commands/keep.ts';
import { answerObjection, objectToList } from './commands/objections.ts';
import { planSitting } from './commands/plan.ts';
import { appointToSeat, endSeat, nameSeat } from './commands/seats.ts';
import { changeSettings } from './commands/settings.ts';
import type { BodyDeps } from './deps.ts';

const may = signedIn as unknown as typeof withKey;

/** What is made with an id of the client's: the same twice is once. */
const making = (deps: BodyDeps) =>
  new Hono<SignedIn>()
    .put(
      '/:body/seats/:seat',
      described('bodies', 'Name a seat of the board'),
      signedIn,
      valid('param', seatParam),
      valid('json', seatBody),
      async (c) =>
        answered(c, 'bodies', await nameSeat(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json'))),
    )
    .put(
      '/:body/sittings/:sitting',
      described('bodies', 'Plan a sitting, or a series of them'),
      signedIn,
      valid('param', sittingParam),
      valid('json', planBody),
      async (c) =>
        answered(
          c,
          'bodies',
          await planSitting(deps, { ...c.var, ...c.req.valid('param'), asked: c.req.valid('json') }),
        ),
    );

const setting = (deps: BodyDeps) =>
  new Hono<Edit>().put(
    '/:body/settings',
    described('bodies', 'Decide what the board pays beside the fee'),
    signedIn as unknown as typeof withVersion,
    withVersion,
    valid('param', bodyParam),
    valid('json', settingsBody),
    async (c) =>
      answered(c, 'bodies', await changeSettings(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json'))),
  );

const seating = (deps: BodyDeps) =>
  new Hono<Intent>()
    .post(
      '/:body/seats/:seat/appoint',
      described('bodies', 'Appoint a member or deputy to the seat'),
      may,
      withKey,
      valid('param', seatParam),
      valid('json', appointBody),
      marked('role-changed'),
      async (c) =>
        answered(c, 'bodies', await appointToSeat(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json'))),
    )
    .post(
      '/:body/seats/:seat/end',
      described('bodies', 'End the running term of the seat'),
      may,
      withKey,
      valid('param', seatParam),
      valid('json', endSeatBody),
      marked('role-changed'),
      async (c) =>
        answered(c, 'bodies', await endSeat(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json'))),
    );

const keeping = (deps: BodyDeps) =>
  new Hono<Intent>()
    .post(
      '/:body/sittings/:sitting/move',
      described('bodies', 'Move the sitting to another time or place'),
      may,
      withKey,
      valid('param', sittingParam),
      valid('json', moveBody),
      async (c) =>
        answered(c, 'bodies', await moveSitting(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json'))),
    )
    .post(
      '/:body/sittings/:sitting/cancel',
      described('bodies', 'Cancel the sitting'),
      may,
      withKey,
      valid('param', sittingParam),
      valid('json', cancelBody),
      async (c) =>
        answered(c, 'bodies', await cancelSitting(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json'))),
    )
    .post(
      '/:body/sittings/:sitting/invite',
      described('bodies', 'Invite everybody who sits on the board that day'),
      may,
      withKey,
      valid('param', sittingParam),
      valid('json', emptyBody),
      async (c) => answered(c, 'bodies', await inviteToSitting(deps, { ...c.var, ...c.req.valid('param') })),
    );

const attending = (deps: BodyDeps) =>
  new Hono<Intent>()
    .post(
      '/:body/sittings/:sitting/confirm',
      described('bodies', 'Confirm who was there'),
      may,
      withKey,
      valid('param', sittingParam),
      valid('json', confirmBody),
      async (c) =>
        answered(
          c,
          'bodies',
          await confirmAttendance(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json')),
        ),
    )
    .post(
      '/:body/sittings/:sitting/correct',
      described('bodies', 'Correct the confirmed list, with a reason'),
      may,
      withKey,
      valid('param', sittingParam),
      valid('json', correctBody),
      async (c) =>
        answered(
          c,
          'bodies',
          await correctAttendance(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json')),
        ),
    )
    .post(
      '/:body/sittings/:sitting/object',
      described('bodies', 'Object to the list, as one who has a seat'),
      may,
      withKey,
      valid('param', sittingParam),
      valid('json', objectBody),
      async (c) =>
        answered(c, 'bodies', await objectToList(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json'))),
    )
    .post(
      '/:body/sittings/:sitting/answer-objection',
      described('bodies', 'Answer an objection'),
      may,
      withKey,
      valid('param', sittingParam),
      valid('json', answerObjectionBody),
      async (c) =>
        answered(c, 'bodies', await answerObjection(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json'))),
    );

export const bodyActRoutes = (deps: BodyDeps) =>
  new Hono<SignedIn>()
    .route('/', making(deps))
    .route('/', setting(deps))
    .route('/', seating(deps))
    .route('/', keeping(deps))
    .route('/', attending(deps));
