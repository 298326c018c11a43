import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { filesContract } from './files.contract.ts';
import { s3Files } from './files.s3.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** A bucket in memory behind the real client, which still checks and signs what it is asked for. */
class FakeS3 extends S3Client {
  readonly objects = new Map<string, { body: Uint8Array; cache: string | undefined }>();

  constructor() {
    super({ region: 'eu-central-1', credentials });
    Object.assign(this, { send: async (command: unknown) => this.answer(command) });
  }

  answer(command: unknown): unknown {
    if (command instanceof PutObjectCommand) {
      const { Key = '', Body, CacheControl } = command.input;
      this.objects.set(Key, { body: Uint8Array.from(Body as Uint8Array), cache: CacheControl });
    }
    if (command instanceof DeleteObjectCommand) this.objects.delete(command.input.Key ?? '');
    if (command instanceof GetObjectCommand) {
      const found = this.objects.get(command.input.Key ?? '');
      if (found === undefined) throw new NoSuchKey({ $metadata: {}, message: 'none' });
      return { Body: { transformToByteArray: async () => Uint8Array.from(found.body) } };
    }
    if (command instanceof ListObjectsV2Command) return this.page(command.input);
    return {};
  }

  /** Two keys a page, so that whoever reads must go on. */
  page({ Prefix = '', ContinuationToken }: { Prefix?: string | undefined; ContinuationToken?: string | undefined }) {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(Prefix)).sort();
    const from = Number(ContinuationToken ?? 0);
    const rest = keys.length > from + 2;
    return {
      Contents: keys.slice(from, from + 2).map((Key) => ({ Key })),
      ...(rest && { NextContinuationToken: String(from + 2) }),
    };
  }
}

filesContract('S3', async () => s3Files({ client: new FakeS3(), bucket: 'files' }));

test('what never changes is cached for good, all else for seconds', async () => {
  const client = new FakeS3();
  const files = s3Files({ client, bucket: 'files' });
  await files.put('ledger/log/tile/0/000', new Uint8Array(1), { type: 'application/octet-stream', immutable: true });
  await files.put('ledger/log/checkpoint', new Uint8Array(1), { type: 'text/plain' });
  expect(client.objects.get('ledger/log/tile/0/000')?.cache).toContain('immutable');
  expect(client.objects.get('ledger/log/checkpoint')?.cache).toBe('public, max-age=5');
});

test('a link is signed, ends, and gives the file its name', async () => {
  const files = s3Files({ client: new S3Client({ region: 'eu-central-1', credentials }), bucket: 'files' });
  const link = new URL(await files.link('notices/1.pdf', { name: 'Bescheid Brücke.pdf', seconds: 60 }));
  expect(link.pathname).toContain('notices/1.pdf');
  expect(link.searchParams.get('X-Amz-Expires')).toBe('60');
  expect(link.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
  expect(link.searchParams.get('response-content-disposition')).toContain(
    "filename*=UTF-8''Bescheid%20Br%C3%BCcke.pdf",
  );
});
