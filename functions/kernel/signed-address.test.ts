import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { type Asking, signedAddress } from './signed-address.ts';

const AT = '2026-11-22T21:05:09.123Z' as Instant;
const CREDENTIALS = { keyId: 'AKIAANY', secret: 'any/secret+', session: 'any/session==' };
const Bucket = 'documents-1';
const HOST = `${Bucket}.s3.eu-central-1.amazonaws.com`;

const s3 = (session: string | undefined): S3Client =>
  new S3Client({
    region: 'eu-central-1',
    credentials: {
      accessKeyId: CREDENTIALS.keyId,
      secretAccessKey: CREDENTIALS.secret,
      ...(session !== undefined && { sessionToken: session }),
    },
  });

const options = { expiresIn: 300, signingDate: new Date(AT) };
const asking = (method: Asking['method'], path: string, query?: Record<string, string>): Asking => ({
  method,
  host: HOST,
  path,
  seconds: 300,
  at: AT,
  region: 'eu-central-1',
  ...(query && { query }),
});

const GET = { 'x-id': 'GetObject', 'x-amz-checksum-mode': 'ENABLED' };

/** The same fields, of which the signature is one; their order is free. */
const same = (ours: string, theirs: string): void => {
  const [a, b] = [new URL(ours), new URL(theirs)];
  expect(a.origin + a.pathname).toBe(b.origin + b.pathname);
  expect(Object.fromEntries(a.searchParams)).toEqual(Object.fromEntries(b.searchParams));
};

describe('an address that is signed without a client is the one the SDK makes', () => {
  test.each(['notices/ab12.pdf', 'ledger/log/tile/0/x001/234', "odd/ü (1)!*'.pdf"])('for %s', async (Key) => {
    const theirs = await getSignedUrl(s3(CREDENTIALS.session), new GetObjectCommand({ Bucket, Key }), options);
    same(signedAddress(asking('GET', Key, GET), CREDENTIALS), theirs);
  });

  test('with a name for the download, for a key without a session', async () => {
    const name = `attachment; filename="Bescheid.pdf"; filename*=UTF-8''Bescheid%20%C3%BC.pdf`;
    const command = new GetObjectCommand({ Bucket, Key: 'a/1', ResponseContentDisposition: name });
    const theirs = await getSignedUrl(s3(undefined), command, options);
    const query = { ...GET, 'response-content-disposition': name };
    same(signedAddress(asking('GET', 'a/1', query), { ...CREDENTIALS, session: undefined }), theirs);
  });

  test('for another method', async () => {
    const theirs = await getSignedUrl(
      s3(CREDENTIALS.session),
      new DeleteObjectCommand({ Bucket, Key: 'a/1' }),
      options,
    );
    same(signedAddress(asking('DELETE', 'a/1', { 'x-id': 'DeleteObject' }), CREDENTIALS), theirs);
  });
});
