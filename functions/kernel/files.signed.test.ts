import { describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { signedFiles } from './files.signed.ts';

const filesWith = (answer: () => Response, writes = false) => {
  const asked: string[] = [];
  const sent: RequestInit[] = [];
  const files = signedFiles({
    host: 'documents.s3.eu-central-1.amazonaws.com',
    region: 'eu-central-1',
    clock: { now: () => '2026-11-22T21:05:09.123Z' as Instant },
    credentials: () => ({ keyId: 'any', secret: 'any' }),
    writes,
    fetch: (address, request) => {
      asked.push(address as string);
      if (request !== undefined) sent.push(request);
      return Promise.resolve(answer());
    },
  });
  return { files, asked, sent };
};

describe('files that are only read', () => {
  test('bytes come as they lie there, by an address that ends soon', async () => {
    const { files, asked } = filesWith(() => new Response(new Uint8Array([1, 2, 3])));
    expect(await files.get('notices/a.pdf')).toEqual(new Uint8Array([1, 2, 3]));
    expect(asked[0]).toMatch(/^https:\/\/documents\.s3\.eu-central-1\.amazonaws\.com\/notices\/a\.pdf\?/);
    expect(new URL(asked[0]!).searchParams.get('X-Amz-Expires')).toBe('60');
  });

  test('what is not there is undefined, what is refused is a fault', async () => {
    expect(await filesWith(() => new Response('', { status: 404 })).files.get('a')).toBeUndefined();
    await expect(filesWith(() => new Response('', { status: 403 })).files.get('a')).rejects.toThrow('403');
  });

  test('a link names the download and asks nobody', async () => {
    const { files, asked } = filesWith(() => new Response(''));
    const link = new URL(await files.link('notices/a.pdf', { name: 'Bescheid ü.pdf', seconds: 300 }));
    expect(link.searchParams.get('response-content-disposition')).toContain("filename*=UTF-8''Bescheid%20%C3%BC.pdf");
    expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
    expect(asked).toEqual([]);
  });

  test('nothing is written unless the role may, and nothing is ever listed or removed', async () => {
    const { files } = filesWith(() => new Response(''));
    await expect(files.put('a', new Uint8Array(), { type: 'text/plain' })).rejects.toThrow('does not');
    await expect(files.remove('a')).rejects.toThrow('does not');
    await expect(filesWith(() => new Response(''), true).files.list('a')).rejects.toThrow('does not');
  });

  test('what is written tells its hash, as a bucket with retention asks, and a refused one is a fault', async () => {
    const { files, asked, sent } = filesWith(() => new Response(''), true);
    await files.put('receipts/a', new Uint8Array([1, 2, 3]), { type: 'image/jpeg', immutable: true });
    expect(asked[0]).toContain('/receipts/a?');
    expect(sent[0]).toMatchObject({
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', 'content-md5': 'Uonfc331cyb83SJZevsfrA==' },
    });
    const refused = filesWith(() => new Response('', { status: 403 }), true);
    await expect(refused.files.put('a', new Uint8Array(), { type: 'text/plain' })).rejects.toThrow('403');
  });
});
