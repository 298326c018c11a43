import { ok } from '../shared/kernel/result.ts';
import { answered, signedIn, type SignedIn } from './kernel/asking.ts';
import { described } from './kernel/described.ts';
import type { Env } from './kernel/env.ts';
import type { Files } from './kernel/files.ts';
import { httpApp, type LogFault } from './kernel/http.ts';
import { watched, type NoteEvent } from './kernel/security-log.ts';
import type { Uploads } from './kernel/uploads.ts';
import { withActor, type SessionDeps } from './kernel/session.ts';
import type { Settings } from './kernel/settings.ts';
import type { NoticeDeps, RenderDocument } from './notices/deps.ts';
import { Hono } from 'hono';

export interface ApiDeps extends SessionDeps, NoticeDeps {
  readonly settings: Settings;
  readonly log: LogFault;
  /** Writes the security log; absent where nobody would read it. */
  readonly note?: NoteEvent;
  /** Whether there is room to write; absent where the platform has no disk that could fill. */
  readonly hasRoom?: () => Promise<boolean>;
  /** Sets notices; a deployment leaves it to the notices function, which alone carries the page setter. */
  readonly render: RenderDocument;
  /** Where the published log lies. */
  readonly published: Files;
  /** Where files lie that were handed over and are not yet part of anything. */
  readonly uploads: Uploads;
}

/** Who is asking. */
const portalRoutes = () =>
  new Hono<Env>().route(
    '/',
    new Hono<SignedIn>().get(
      '/me',
      described('portal', 'Who is signed in, with the roles held now'),
      signedIn,
      async (c) => {
        const { person, name, email, roles } = c.var.actor;
        return answered(c, 'kernel', ok({ person, name, email, roles }));
      },
    ),
  );

/** Puts the routes of rooms where they are reached. */
export type Rooms = (app: Hono<Env>, deps: ApiDeps) => void;

/** The portal behind `/api` with these rooms. */
export const createApi = (deps: ApiDeps, ...rooms: readonly Rooms[]) => {
  const { note } = deps;
  const watch = note && watched({ ...deps, note });
  const app = httpApp({ publicUrl: deps.settings.publicUrl, log: deps.log, watch }).use(withActor(deps));
  app.route('/api', portalRoutes());
  for (const enter of rooms) enter(app, deps);
  return app;
};
