import type { DynamoDBStreamEvent } from 'aws-lambda';
import { wholeApi } from '../whole-api.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal } from '../kernel/journal.ts';
import type { Mailer } from '../kernel/mail.ts';
import { noteOutbox } from '../kernel/note-outbox.ts';
import { sweep, workOff, type OutboxDeps } from '../kernel/outbox.ts';
import type { Settings } from '../kernel/settings.ts';
import type { Issuer } from '../kernel/sign-in-issuer.ts';
import type { NoteEvent } from '../kernel/security-log.ts';
import { onNewTasks } from '../kernel/stream-event.dynamo.ts';
import type { Uploads } from '../kernel/uploads.ts';
import { QUEUE } from '../ledger/rows.ts';
import { sequence } from '../ledger/sequence.ts';
import type { Signer } from '../ledger/signer.ts';
import type { RenderDocument } from '../notices/deps.ts';
import { workDaily } from '../daily.ts';
import { reactionsOf } from '../reactions.ts';
import type { StreamHandler } from './stream/delivery.ts';

/** What the portal stands on, here as in AWS. */
export interface Ground {
  readonly journal: Journal;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly issuer: Issuer;
  readonly signer: Signer;
  readonly settings: Settings;
  readonly report: (what: string, error: unknown) => void;
  /** Writes the security log. */
  readonly note?: NoteEvent;
  /** Whether the disk has room for more. */
  readonly hasRoom: () => Promise<boolean>;
}

/** The portal's entry points, as AWS starts them: the API, the stream's handler, and what runs on a schedule. */
export interface Portal {
  readonly api: (request: Request) => Response | Promise<Response>;
  readonly stream: StreamHandler;
  readonly sweep: () => Promise<unknown>;
  /** Asked between two steps whether to stop: a long queue must not keep the city from ending. */
  readonly sequence: (isOver: () => boolean) => Promise<unknown>;
  readonly daily: () => Promise<unknown>;
}

/** The page setter is large: it is loaded when the first notice is set, not before the city is ready. */
const renderLazily: RenderDocument = async (document) => {
  const { renderDocument } = await import('../notices/pdf/render.ts');
  return renderDocument(document);
};

/** So long a new task is the stream's alone. */
const GRACE_SECONDS = 10;

export const portalOf = (ground: Ground): Portal => {
  const { report, settings, ...shared } = ground;
  const { publicUrl } = settings;
  const api = wholeApi({
    ...shared,
    settings,
    publicUrl,
    published: shared.files,
    render: renderLazily,
    log: ({ reference, route, error }) => report(`${route} failed (${reference})`, error),
  });
  const outbox: OutboxDeps = {
    ...shared,
    log: ({ task, kind, attempts, error }) => report(`${kind} ${task} failed ${attempts} times`, error),
  };
  const reacting = { ...shared, ...outbox, publicUrl };
  const reactions = reactionsOf(reacting);
  return {
    api: (request) => api.fetch(request),
    stream: onNewTasks((row) => workOff(outbox, reactions, row)),
    sweep: async () => {
      await sweep(outbox, reactions, { which: 'due', graceSeconds: GRACE_SECONDS });
      return noteOutbox(ground);
    },
    daily: () => workDaily(reacting),
    sequence: (isOver) =>
      sequence(
        {
          ...shared,
          origin: settings.ledgerOrigin,
          log: ({ what, entry, error }) => report(`${what}: ${entry}`, error),
        },
        { isOver },
      ),
  };
};

/** Whether these records put something into the sequencer's queue. */
export const ringsSequencer = (event: DynamoDBStreamEvent): boolean =>
  event.Records.some(({ eventName, dynamodb }) => eventName === 'INSERT' && dynamodb?.Keys?.['pk']?.S === QUEUE);
