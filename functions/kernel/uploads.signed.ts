import { setTimeout as wait } from 'node:timers/promises';
import { addSeconds } from '../../shared/kernel/day.ts';
import type { UploadForm } from '../../shared/kernel/uploads.ts';
import type { SignedFilesOptions } from './files.signed.ts';
import { scopeOf, signatureOf, signedAddress, stampOf } from './signed-address.ts';
import type { ScanResult, Uploads } from './uploads.ts';
import { ownOf } from '../../shared/kernel/own.ts';

export interface SignedUploadsOptions extends SignedFilesOptions {
  readonly bucket: string;
  /** Between two looks at what the scanner says, and how many looks there are. */
  readonly patience?: { readonly milliseconds: number; readonly looks: number };
}

/** A scan usually takes a few seconds after the bytes have come; the request waits so long and no longer. */
const PATIENCE = { milliseconds: 1000, looks: 8 };

const SECONDS = 60;

/** What the scanner writes on an object (GuardDuty Malware Protection for S3). What it cannot look into is not let in. */
const SAYS: Readonly<Record<string, ScanResult>> = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'infected',
  UNSUPPORTED: 'infected',
};

const verdictIn = (tags: string): ScanResult =>
  ownOf(SAYS, /<Key>GuardDutyMalwareScanStatus<\/Key>\s*<Value>(\w+)<\/Value>/.exec(tags)?.[1] ?? '') ?? 'pending';

type Form = Parameters<Uploads['admit']>;

/** A POST policy: the bucket takes exactly this key, type and size until then, from whoever holds the form. */
const formFor = (
  { host, bucket, region, clock, credentials }: SignedUploadsOptions,
  path: Form[0],
  { type, size, seconds }: Form[1],
): UploadForm => {
  const at = clock.now();
  const { keyId, secret, session } = credentials();
  const stamp = stampOf(at);
  const scope = scopeOf(stamp, region);
  const fields = {
    key: path,
    'Content-Type': type,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': [keyId, ...scope].join('/'),
    'x-amz-date': stamp,
    ...(session !== undefined && { 'x-amz-security-token': session }),
  };
  const policy = Buffer.from(
    JSON.stringify({
      expiration: addSeconds(at, seconds),
      conditions: [
        { bucket },
        ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
        ['content-length-range', size, size],
      ],
    }),
  ).toString('base64');
  return {
    url: `https://${host}/`,
    fields: { ...fields, policy, 'x-amz-signature': signatureOf(policy, scope, secret) },
  };
};

/**
 * Uploads in a bucket of their own that keeps versions, deletes after a day, encrypts by default and is scanned for malware:
 * bytes and verdict are of one version, so that nobody changes the file while the scanner is waited for. With signed addresses instead of a client, like `files.signed.ts`.
 */
export const signedUploads = (options: SignedUploadsOptions): Uploads => {
  const { host, region, clock, credentials, fetch: ask = fetch, patience = PATIENCE } = options;
  const addressOf = (path: string, query: Readonly<Record<string, string>>): string =>
    signedAddress({ method: 'GET', host, path, query, seconds: SECONDS, at: clock.now(), region }, credentials());
  return {
    admit: async (path, about) => formFor(options, path, about),
    get: async (path) => {
      const answer = await ask(addressOf(path, {}));
      if (answer.status === 404) return undefined;
      const version = answer.headers.get('x-amz-version-id');
      if (!answer.ok || version === null || version === 'null')
        throw new Error(`An upload could not be read as one version: ${answer.status}`);
      return { bytes: new Uint8Array(await answer.arrayBuffer()), version };
    },
    scan: async (path, { version }) => {
      for (let look = 1; ; look += 1) {
        const answer = await ask(addressOf(path, { tagging: '', versionId: version }));
        if (!answer.ok) throw new Error(`The tags of an upload could not be read: ${answer.status}`);
        const verdict = verdictIn(await answer.text());
        if (verdict !== 'pending' || look >= patience.looks) return verdict;
        await wait(patience.milliseconds);
      }
    },
  };
};
