import { beforeEach, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { addSeconds, instant } from '../../../shared/kernel/day.ts';
import { folderFiles } from '../../kernel/files.folder.ts';
import { publicRoutes, signedRoutes } from './routes.ts';

const BYTES = new TextEncoder().encode('%PDF-1.7 Bescheid');
const START = instant('2026-11-22T20:00:00Z');
const SECRET = new Uint8Array(32).fill(7);
const PDF = { type: 'application/pdf' };

let now = START;
const clock = { now: () => now };
const folder = mkdtempSync(join(tmpdir(), 'anteil-files-'));
const files = folderFiles({ folder, publicUrl: 'http://localhost:3000', secret: SECRET, clock });

beforeEach(async () => {
  now = START;
  await files.put('notices/1.pdf', BYTES, PDF);
  await files.put('notices/2.pdf', BYTES, PDF);
});
afterAll(() => rmSync(folder, { recursive: true }));

const follow = (link: string) => signedRoutes({ files, secret: SECRET, clock }).request(link);
const linkTo = (path: string) => files.link(path, { name: 'Bescheid Brückenhaus.pdf', seconds: 60 });

describe('a signed link', () => {
  test('downloads the file under its name', async () => {
    const answer = await follow(await linkTo('notices/1.pdf'));
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(BYTES);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Bescheid%20Br%C3%BCckenhaus.pdf",
    );
  });

  test('ends to the second', async () => {
    const link = await linkTo('notices/1.pdf');
    now = addSeconds(START, 59);
    expect((await follow(link)).status).toBe(200);
    now = addSeconds(START, 60);
    expect((await follow(link)).status).toBe(404);
  });

  test.each([
    ['another file', (link: string) => link.replace('/1.pdf', '/2.pdf')],
    ['another name', (link: string) => link.replace('Bescheid', 'Urteil')],
    ['a later end', (link: string) => link.replace(/until=\d/, 'until=9')],
    ['no signature', (link: string) => link.replace(/&sig=.*/, '')],
    ['no end', (link: string) => link.replace(/&until=\d+/, '')],
    ['a path that is none', (link: string) => link.replace('notices/1.pdf', '%E0%A4%A')],
  ])('with %s leads nowhere', async (_, forge) => {
    expect((await follow(forge(await linkTo('notices/1.pdf')))).status).toBe(404);
  });
});

describe('what is public', () => {
  test('is the log and the open data, with the types and the shelf life that readers rely on', async () => {
    await files.put('ledger/log/checkpoint', BYTES, { type: 'text/plain' });
    await files.put('ledger/log/tile/0/x001/x234/067', BYTES, { type: 'application/octet-stream' });
    await files.put('open-data/zuwendungen.csv', BYTES, { type: 'text/csv' });
    const headersOf = async (path: string) => {
      const { status, headers } = await publicRoutes(files).request(path);
      return [status, headers.get('content-type'), headers.get('cache-control')];
    };
    const immutable = 'public, max-age=31536000, immutable';
    expect(await headersOf('/ledger/log/checkpoint')).toEqual([200, 'text/plain; charset=utf-8', 'public, max-age=5']);
    expect(await headersOf('/ledger/log/tile/0/x001/x234/067')).toEqual([200, 'application/octet-stream', immutable]);
    expect(await headersOf('/open-data/zuwendungen.csv')).toEqual([
      200,
      'text/csv; charset=utf-8',
      'public, max-age=5',
    ]);
  });

  test.each(['/notices/1.pdf', '/files/notices/1.pdf', '/ledger/log/..%2f..%2fnotices%2f1.pdf', '/ledger/log/nothing'])(
    'is not %s',
    async (path) => {
      expect((await publicRoutes(files).request(path)).status).toBe(404);
    },
  );
});
