import { describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { signedFiles } from './files.signed.ts';

const filesWith = (answer: () => Response) => {
  const asked: string[] = [];
  const files = signedFiles({
    host: 'documents.s3.eu-central-1.amazonaws.com',
    region: 'eu-central-1',
    clock: { now: () => '2026-11-22T21:05:09.123Z' as Instant },
    credentials: () => ({ keyId: 'any', secret: 'any' }),
    fetch: (address) => {
      asked.push(address as string);
      return Promise.resolve(answer());
    },
  });
  return { files, asked };
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

  test('nothing is written', async () => {
    const { files } = filesWith(() => new Response(''));
    await expect(files.put('a', new Uint8Array(), { type: 'text/plain' })).rejects.toThrow('writes none');
    await expect(files.remove('a')).rejects.toThrow('writes none');
  });
});
