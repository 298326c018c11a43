import type { Clock } from './clock.ts';
import { dispositionOf } from './disposition.ts';
import type { Files } from './files.ts';
import { type Credentials, signedAddress } from './signed-address.ts';

export interface SignedFilesOptions {
  /** The bucket's own host name. */
  readonly host: string;
  readonly region: string;
  readonly clock: Clock;
  readonly credentials: () => Credentials;
  readonly fetch?: typeof fetch;
}

const SECONDS = 60;

const readsOnly = (): Promise<never> => Promise.reject(new Error('This function reads files and writes none'));

/**
 * Files in one bucket for a function that only reads: with signed addresses instead of a client, which would weigh a
 * quarter of all its code and be loaded at every cold start.
 */
export const signedFiles = ({ host, region, clock, credentials, fetch: ask = fetch }: SignedFilesOptions): Files => {
  const addressOf = (path: string, seconds: number, query: Readonly<Record<string, string>> = {}): string =>
    signedAddress({ method: 'GET', host, path, query, seconds, at: clock.now(), region }, credentials());
  return {
    get: async (path) => {
      const answer = await ask(addressOf(path, SECONDS));
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw new Error(`The file ${path} could not be read: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    link: (path, { name, seconds }) =>
      Promise.resolve(addressOf(path, seconds, { 'response-content-disposition': dispositionOf(name) })),
    put: readsOnly,
    remove: readsOnly,
    list: readsOnly,
  };
};
