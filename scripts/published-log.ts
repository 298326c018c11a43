import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadLog } from '../shared/ledger/verify.ts';

/** Where a log may lie below what a person names: the log itself, the portal, its folder of files. */
const BELOW = ['', 'ledger/log', 'log', 'files/ledger/log', 'ledger'];

const TRIES = 3;

const fromWeb =
  (base: string): ReadLog =>
  async (path) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await fetch(`${base}/${path}`);
        if (answer.status === 404 || answer.status === 403) return undefined;
        if (!answer.ok) throw new Error(`${base}/${path} answers with ${answer.status}`);
        return new Uint8Array(await answer.arrayBuffer());
      } catch (cause) {
        if (attempt === TRIES) throw new Error(`${base}/${path} cannot be reached`, { cause });
      }
    }
  };

const fromFolder =
  (base: string): ReadLog =>
  async (path) => {
    try {
      return new Uint8Array(await readFile(join(base, path)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
      throw error;
    }
  };

const isCheckpoint = (bytes: Uint8Array | undefined): boolean =>
  bytes !== undefined && new TextDecoder().decode(bytes).includes('\n\n— ');

/** Reads the log at or below an address or a folder; undefined where none is published. */
export const logAt = async (place: string): Promise<ReadLog | undefined> => {
  const base = place.replace(/\/+$/, '');
  for (const below of BELOW) {
    const at = below === '' ? base : `${base}/${below}`;
    const read = /^https?:\/\//.test(base) ? fromWeb(at) : fromFolder(at);
    // A page that answers every address is no checkpoint.
    if (isCheckpoint(await read('checkpoint'))) return read;
  }
  return undefined;
};
