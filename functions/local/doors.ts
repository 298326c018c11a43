import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { CannotStart } from './cannot-start.ts';
import type { Answer } from './front.ts';

/** The city's open port. Until it is given its answer it says that it is starting. */
export interface Doors {
  readonly port: number;
  answerWith(answer: Answer): void;
  close(): Promise<void>;
}

const STARTING: Answer = () =>
  new Response('The portal is starting.\n', { status: 503, headers: { 'retry-after': '2' } });

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
  let answer = STARTING;
  const fetch = (request: Request, node: unknown) => answer(request, node as Parameters<Answer>[1]);
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
  return { port, close, answerWith: (given) => void (answer = given) };
};
