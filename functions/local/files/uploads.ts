import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { epochSeconds, type Instant } from '../../../shared/kernel/day.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Files } from '../../kernel/files.ts';
import type { Uploads } from '../../kernel/uploads.ts';

export interface UploadStore {
  readonly files: Files;
  readonly publicUrl: string;
  /** The secret of the links; what is signed here begins with another word. */
  readonly secret: Uint8Array;
  readonly clock: Clock;
}

const WHERE = '/files/uploads';

/** Room for the fields and boundaries of the form around the file. */
const AROUND_THE_FILE = 16 * 1024;

/** Put together here, so that no scanner trips over the portal itself. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

type Terms = Readonly<Record<'key' | 'type' | 'size' | 'until', string>>;

const signatureOf = (secret: Uint8Array, { key, type, size, until }: Terms): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['upload', key, type, size, until]))
    .digest('base64url');

/**
 * Uploads beside the other files of the city. The scanner is a stand-in that knows the EICAR test file and nothing else:
 * for trying things out, not for files of people.
 */
export const localUploads = ({ files, publicUrl, secret, clock }: UploadStore): Uploads => ({
  admit: async (path, { type, size, seconds }) => {
    const until = String(epochSeconds(clock.now()) + seconds);
    const terms: Terms = { key: path, type, size: String(size), until };
    const query = new URLSearchParams({ ...terms, sig: signatureOf(secret, terms) });
    return { url: `${publicUrl}${WHERE}?${query.toString()}`, fields: { key: path, 'Content-Type': type } };
  },
  get: async (path) => {
    const bytes = await files.get(path);
    return bytes && { bytes, version: createHash('sha256').update(bytes).digest('hex') };
  },
  scan: async (_path, { bytes }) => (Buffer.from(bytes).includes(EICAR) ? 'infected' : 'clean'),
});

/** The terms of the form if it was given out here and its time is not over. */
const termsIn = (c: Context, { secret, clock }: UploadStore): Terms | undefined => {
  const ask = (name: string): string => c.req.query(name) ?? '';
  const terms: Terms = { key: ask('key'), type: ask('type'), size: ask('size'), until: ask('until') };
  const expected = Buffer.from(signatureOf(secret, terms));
  const given = Buffer.from(ask('sig'));
  const isSigned = expected.length === given.length && timingSafeEqual(expected, given);
  return isSigned && epochSeconds(clock.now()) < Number(terms.until) ? terms : undefined;
};

/** The body, or undefined as soon as more has come than was announced. */
const readUpTo = async (body: ReadableStream<Uint8Array> | null, most: number): Promise<Buffer | undefined> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const fieldsOf = async (c: Context, body: Buffer): Promise<FormData | undefined> => {
  try {
    return await new Response(Uint8Array.from(body), {
      headers: { 'content-type': c.req.header('content-type') ?? '' },
    }).formData();
  } catch {
    return undefined;
  }
};

const REFUSED = { 403: 'Not admitted\n', 400: 'Not as announced\n', 413: 'Larger than announced\n' } as const;

/** `POST /files/uploads`: takes what a form of `localUploads` says and nothing else, as the bucket does in AWS. */
export const uploadRoutes = (store: UploadStore): Hono =>
  new Hono().post(WHERE, async (c) => {
    const stop = (status: keyof typeof REFUSED) => c.text(REFUSED[status], status);
    const terms = termsIn(c, store);
    if (terms === undefined) return stop(403);
    const body = await readUpTo(c.req.raw.body, Number(terms.size) + AROUND_THE_FILE);
    if (body === undefined) return stop(413);
    const form = await fieldsOf(c, body);
    const file = form?.get('file');
    if (!(file instanceof File) || form?.get('key') !== terms.key || form.get('Content-Type') !== terms.type)
      return stop(400);
    if (file.size !== Number(terms.size)) return stop(file.size > Number(terms.size) ? 413 : 400);
    await store.files.put(terms.key, new Uint8Array(await file.arrayBuffer()), { type: terms.type });
    return c.body(null, 204);
  });

const DAY_SECONDS = 24 * 60 * 60;

/** Deletes uploads that are older than a day, as the bucket's lifecycle rule does in AWS. `folder` holds the files. */
export const expireUploads = async (folder: string, now: Instant): Promise<void> => {
  const found = await readdir(join(folder, 'uploads'), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of found) {
    const place = join(entry.parentPath, entry.name);
    const isOld = entry.isFile() && (await stat(place)).mtimeMs / 1000 + DAY_SECONDS < epochSeconds(now);
    if (isOld) await rm(place, { force: true });
  }
};
