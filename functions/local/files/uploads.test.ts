import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { addSeconds, instant } from '../../../shared/kernel/day.ts';
import type { UploadForm } from '../../../shared/kernel/uploads.ts';
import { folderFiles } from '../../kernel/files.folder.ts';
import { expireUploads, localUploads, uploadRoutes } from './uploads.ts';

const START = instant('2026-11-22T20:00:00Z');
let now = START;
const folder = mkdtempSync(join(tmpdir(), 'anteil-uploads-'));
const about = { publicUrl: 'http://localhost:3000', secret: new Uint8Array(32).fill(7), clock: { now: () => now } };
const store = { ...about, files: folderFiles({ ...about, folder }) };
const uploads = localUploads(store);
const PATH = 'uploads/member/receipt-1';
const BYTES = new TextEncoder().encode('the bytes of a picture');

beforeEach(async () => {
  now = START;
  await store.files.remove(PATH);
});
afterAll(() => rmSync(folder, { recursive: true }));

const formFor = () => uploads.admit(PATH, { type: 'image/jpeg', size: BYTES.length, seconds: 60 });

const send = async ({ url, fields }: UploadForm, bytes = BYTES, changed: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
  form.append('file', new File([bytes], 'evil.html', { type: 'text/html' }));
  const sent = new Response(form);
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
  const body = await sent.arrayBuffer();
  return (await uploadRoutes(store).request(url, { method: 'POST', headers, body })).status;
};

describe('the form of an upload', () => {
  test('stores exactly the bytes that were announced, also once more', async () => {
    expect(await send(await formFor())).toBe(204);
    expect(await send(await formFor())).toBe(204);
    expect((await uploads.get(PATH))?.bytes).toEqual(BYTES);
  });

  test('ends to the second', async () => {
    const form = await formFor();
    now = addSeconds(START, 60);
    expect(await send(form)).toBe(403);
  });

  test.each(['key=uploads%2Fmember2%2Fx&', 'type=text%2Fhtml&', 'size=9999999&', 'until=9999999999&', 'sig=x&'])(
    'with another %s admits nothing',
    async (changed) => {
      const form = await formFor();
      const name = changed.split('=')[0]!;
      const url = form.url.replace(new RegExp(`${name}=[^&]*&?`), changed).replace(/&$/, '');
      expect(await send({ ...form, url })).toBe(403);
      expect((await uploads.get(PATH))?.bytes).toBeUndefined();
    },
  );

  test('admits no other size, key or type than was signed, and stops reading when too much comes', async () => {
    const form = await formFor();
    expect(await send(form, new Uint8Array(BYTES.length + 1))).toBe(413);
    expect(await send(form, new Uint8Array(1_000_000))).toBe(413);
    expect(await send(form, BYTES.slice(1))).toBe(400);
    expect(await send(form, BYTES, { key: 'uploads/member2/x' })).toBe(400);
    expect(await send(form, BYTES, { 'Content-Type': 'text/html' })).toBe(400);
    expect((await uploadRoutes(store).request(form.url, { method: 'POST', body: 'no form' })).status).toBe(400);
    expect((await uploads.get(PATH))?.bytes).toBeUndefined();
  });

  test('what nobody took is gone after a day', async () => {
    await send(await formFor());
    const yesterday = Date.parse(START) / 1000 - 24 * 60 * 60;
    utimesSync(join(folder, PATH), yesterday, yesterday);
    await expireUploads(folder, START);
    expect((await uploads.get(PATH))?.bytes).toEqual(BYTES);
    await expireUploads(folder, addSeconds(START, 1));
    expect((await uploads.get(PATH))?.bytes).toBeUndefined();
    await expireUploads(join(folder, 'none'), START);
  });
});
