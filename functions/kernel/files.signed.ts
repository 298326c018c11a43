import { hash } from 'node:crypto';
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
  /** Whether the function's role may write; else `put` is refused before anything is sent. */
  readonly writes?: boolean;
  readonly fetch?: typeof fetch;
}

const SECONDS = 60;

const notHere = (): Promise<never> => Promise.reject(new Error('This function does not list, remove or write files'));

/**
 * Files in one bucket for a function that reads and writes single ones: with signed addresses instead of a client, which
 * would weigh a quarter of all its code and be loaded at every cold start.
 */
export const signedFiles = (options: SignedFilesOptions): Files => {
  const { host, region, clock, credentials, writes = false, fetch: ask = fetch } = options;
  const signed = (method: 'GET' | 'PUT', path: string, seconds: number, query: Readonly<Record<string, string>> = {}) =>
    signedAddress({ method, host, path, query, seconds, at: clock.now(), region }, credentials());
  const addressOf = (path: string, seconds: number, query?: Readonly<Record<string, string>>): string =>
    signed('GET', path, seconds, query);
  /** A bucket that keeps what was written for years wants to be told the hash of what comes. */
  const put: Files['put'] = async (path, bytes, { type }) => {
    const answer = await ask(signed('PUT', path, SECONDS), {
      method: 'PUT',
      headers: { 'content-type': type, 'content-md5': hash('md5', bytes, 'base64') },
      body: Uint8Array.from(bytes),
    });
    if (!answer.ok) throw new Error(`The file ${path} could not be written: ${answer.status}`);
  };
  return {
    get: async (path) => {
      const answer = await ask(addressOf(path, SECONDS));
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw new Error(`The file ${path} could not be read: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    link: (path, { name, seconds }) =>
      Promise.resolve(addressOf(path, seconds, { 'response-content-disposition': dispositionOf(name) })),
    put: writes ? put : notHere,
    remove: notHere,
    list: notHere,
  };
};
