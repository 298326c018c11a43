import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import type { Answer } from './front.ts';

/** The city's open port. Until it is given its answer it says that it is starting. */
export interface Doors {
  readonly port: number;
  answerWith(answer: Answer): void;
  /**
   * Takes nothing new and resolves when what was begun is answered, or after some seconds. `isNeeded` are requests without which
   * what was begun cannot be answered: the portal asks its own identity provider for keys.
   */
  drain(isNeeded?: (request: Request) => boolean): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_SECONDS = 10;

const STARTING: Answer = () =>
  new Response('The portal is starting.\n', { status: 503, headers: { 'retry-after': '2' } });

const ENDING: Answer = () =>
  new Response('The portal is ending.\n', { status: 503, headers: { 'retry-after': '10', connection: 'close' } });

/** Answers, and knows how many answers are still being made. */
const counted = () => {
  let answer = STARTING;
  let open = 0;
  const nobodyWaits = new EventTarget();
  const fetch = async (request: Request, node: unknown): Promise<Response> => {
    open += 1;
    try {
      return await answer(request, node as Parameters<Answer>[1]);
    } finally {
      open -= 1;
      if (open === 0) nobodyWaits.dispatchEvent(new Event('quiet'));
    }
  };
  const drain: Doors['drain'] = async (isNeeded = () => false) => {
    const before = answer;
    answer = (request, node) => (isNeeded(request) ? before : ENDING)(request, node);
    if (open > 0)
      await Promise.race([once(nobodyWaits, 'quiet'), wait(PATIENCE_SECONDS * 1000, undefined, { ref: false })]);
  };
  return { fetch, drain, answerWith: (given: Answer) => void (answer = given) };
};

const sentenceFor = (port: number, cause: NodeJS.ErrnoException): CannotStart | undefined => {
  if (cause.code === 'EADDRINUSE')
    return new CannotStart(
      `Port ${port} is taken by another program: stop that program, or choose another port, for example PORT=${port === 3001 ? 3002 : 3001} npm start.`,
      { cause },
    );
  if (cause.code === 'EACCES')
    return new CannotStart(`Port ${port} is not open to this user: choose one from 1024 on, for example PORT=3000.`, {
      cause,
    });
  return undefined;
};

const listen = (server: ServerType, port: number, host: string | undefined): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(sentenceFor(port, cause) ?? cause));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/**
 * Opens the port: for this machine only, by both its loopback addresses, or for everybody where the city has a public address.
 * @throws CannotStart if the port is taken or not allowed
 */
export const openDoors = async (wanted: { readonly port: number; readonly toAll: boolean }): Promise<Doors> => {
  const { fetch, drain, answerWith } = counted();
  const first = createAdaptorServer({ fetch });
  const servers = [first];
  const port = await listen(first, wanted.port, wanted.toAll ? undefined : '127.0.0.1');

  const close = async (): Promise<void> => {
    await Promise.all(
      servers.map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      ),
    );
  };

  if (!wanted.toAll) {
    const second = createAdaptorServer({ fetch });
    try {
      await listen(second, port, '::1');
      servers.push(second);
    } catch (cause) {
      if (!NO_SUCH_ADDRESS.has((cause as NodeJS.ErrnoException).code ?? '')) {
        await close();
        throw cause;
      }
    }
  }
  return { port, close, drain, answerWith };
};
