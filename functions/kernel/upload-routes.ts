import { Hono } from 'hono';
import type { Actor } from '../../shared/kernel/actor.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { UPLOAD_LIMITS, uploadBody, type UploadForm } from '../../shared/kernel/uploads.ts';
import { answered, signedIn, type SignedIn } from './asking.ts';
import type { Clock } from './clock.ts';
import { described } from './described.ts';
import type { Journal } from './journal.ts';
import { byPerson, limited, HAND_OVER_LIMIT } from './limit.ts';
import { uploadPath, type Uploads } from './uploads.ts';
import { valid } from './valid.ts';

export interface UploadDeps {
  readonly uploads: Uploads;
  readonly journal: Journal;
  readonly clock: Clock;
}

/** So long may a phone in the underground take to send a picture. */
const SEND_SECONDS = 15 * 60;

type Body = ReturnType<typeof uploadBody.parse>;

const admit = async (uploads: Uploads, actor: Actor, { id, type, size }: Body): Promise<Result<UploadForm>> =>
  size > UPLOAD_LIMITS[type]
    ? refuse('upload-too-large')
    : ok(await uploads.admit(uploadPath(actor.person, id), { type, size, seconds: SEND_SECONDS }));

/** To be mounted under `/api/uploads`. Nothing is stored here: the form alone says what its storage will take. */
export const uploadRoutes = (deps: UploadDeps) =>
  new Hono<SignedIn>().post(
    '/',
    described('portal', 'Where and how to send the bytes of a file'),
    signedIn,
    limited(deps, HAND_OVER_LIMIT, byPerson),
    valid('json', uploadBody),
    async (c) => answered(c, 'kernel', await admit(deps.uploads, c.var.actor, c.req.valid('json'))),
  );
