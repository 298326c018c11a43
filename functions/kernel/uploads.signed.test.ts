import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { signedUploads } from './uploads.signed.ts';

const uploadsWith = (answers: readonly (() => Response)[]) => {
  const asked: string[] = [];
  const uploads = signedUploads({
    host: 'uploads.s3.eu-central-1.amazonaws.com',
    bucket: 'uploads',
    region: 'eu-central-1',
    clock: { now: () => '2026-11-22T21:05:09.123Z' as Instant },
    credentials: () => ({ keyId: 'any', secret: 'secret', session: 'session' }),
    patience: { milliseconds: 1, looks: 3 },
    fetch: (address) => {
      asked.push(address as string);
      return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1]!());
    },
  });
  return { uploads, asked };
};

const SENT = { bytes: new Uint8Array(), version: 'version-1' };

const tagged = (status: string) => () =>
  new Response(
    `<Tagging><TagSet><Tag><Key>GuardDutyMalwareScanStatus</Key><Value>${status}</Value></Tag></TagSet></Tagging>`,
  );
const untagged = () => new Response('<Tagging><TagSet/></Tagging>');

describe('uploads in their bucket', () => {
  test('the form binds bucket, key, type, exact size and end, and is signed with the key of the day', async () => {
    const about = { type: 'image/jpeg', size: 4711, seconds: 900 } as const;
    const { url, fields } = await uploadsWith([untagged]).uploads.admit('uploads/member/one', about);
    expect(url).toBe('https://uploads.s3.eu-central-1.amazonaws.com/');
    const { policy = '', 'x-amz-signature': signature, ...others } = fields;
    expect(JSON.parse(Buffer.from(policy, 'base64').toString())).toEqual({
      expiration: '2026-11-22T21:20:09.123Z',
      conditions: [
        { bucket: 'uploads' },
        ...Object.entries(others).map(([name, value]) => ({ [name]: value })),
        ['content-length-range', 4711, 4711],
      ],
    });
    expect(others).toMatchObject({
      key: 'uploads/member/one',
      'Content-Type': 'image/jpeg',
      'x-amz-credential': 'any/20261122/eu-central-1/s3/aws4_request',
      'x-amz-security-token': 'session',
    });
    let key: Buffer | string = 'AWS4secret';
    for (const part of ['20261122', 'eu-central-1', 's3', 'aws4_request'])
      key = createHmac('sha256', key).update(part).digest();
    expect(signature).toBe(createHmac('sha256', key).update(policy).digest('hex'));
  });

  test.each([
    ['NO_THREATS_FOUND', 'clean'],
    ['THREATS_FOUND', 'infected'],
    ['UNSUPPORTED', 'infected'],
    ['FAILED', 'pending'],
  ])('what the scanner calls %s is %s', async (status, verdict) => {
    expect(await uploadsWith([tagged(status)]).uploads.scan('uploads/a/b', SENT)).toBe(verdict);
  });

  test('bytes and verdict are of one version, whatever is sent meanwhile', async () => {
    const versions: Record<string, string> = { 'version-1': 'THREATS_FOUND', 'version-2': 'NO_THREATS_FOUND' };
    const uploads = signedUploads({
      host: 'uploads.s3.eu-central-1.amazonaws.com',
      bucket: 'uploads',
      region: 'eu-central-1',
      clock: { now: () => '2026-11-22T21:05:09.123Z' as Instant },
      credentials: () => ({ keyId: 'any', secret: 'secret' }),
      // By now the clean second version is the newest one.
      fetch: (address) => {
        const { searchParams } = new URL(address);
        if (!searchParams.has('tagging'))
          return Promise.resolve(new Response('malware', { headers: { 'x-amz-version-id': 'version-1' } }));
        return Promise.resolve(tagged(versions[searchParams.get('versionId') ?? 'version-2']!)());
      },
    });
    const sent = await uploads.get('uploads/a/b');
    expect(Buffer.from(sent!.bytes).toString()).toBe('malware');
    expect(await uploads.scan('uploads/a/b', sent!)).toBe('infected');
  });

  test('a bucket that keeps no versions is not read', async () => {
    await expect(uploadsWith([() => new Response('x')]).uploads.get('uploads/a/b')).rejects.toThrow('version');
    const missing = uploadsWith([() => new Response('', { status: 404 })]);
    expect(await missing.uploads.get('uploads/a/b')).toBeUndefined();
  });

  test('the scanner is waited for, but not for ever', async () => {
    const soon = uploadsWith([untagged, untagged, tagged('NO_THREATS_FOUND')]);
    expect(await soon.uploads.scan('uploads/a/b', SENT)).toBe('clean');
    expect(new URL(soon.asked[0]!).searchParams.has('tagging')).toBe(true);
    const never = uploadsWith([untagged]);
    expect(await never.uploads.scan('uploads/a/b', SENT)).toBe('pending');
    expect(never.asked).toHaveLength(3);
    const refused = uploadsWith([() => new Response('', { status: 403 })]);
    await expect(refused.uploads.scan('uploads/a/b', SENT)).rejects.toThrow('403');
  });
});
