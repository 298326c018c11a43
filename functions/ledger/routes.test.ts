import { beforeAll, describe, expect, test } from 'vitest';
import { cents } from '../../shared/kernel/cents.ts';
import { fromBase64 } from '../../shared/ledger/bytes.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import { entryBytes, type Entry } from '../../shared/ledger/entry.ts';
import { parseVkey } from '../../shared/ledger/note.ts';
import { checkProof } from '../../shared/ledger/proof.ts';
import type { PublicEntries, PublicEntry, PublicReport } from '../../shared/ledger/wire.ts';
import { httpApp } from '../kernel/http.ts';
import { memoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import { grant, ledgerDeps, queue, queueMany, testSigner, words } from './ledger.fixture.ts';
import { logProofRoutes, publicLedgerRoutes } from './routes.ts';
import { sequence } from './sequence.ts';

const journal = memoryJournal();
const files = memoryFiles();
let queries = 0;
const counted = { ...journal, page: (ask: Parameters<typeof journal.page>[0]) => ((queries += 1), journal.page(ask)) };
const deps = { journal: counted, files };
const faults: Error[] = [];
const app = httpApp({ publicUrl: 'http://localhost', log: ({ error }) => faults.push(error) })
  .route('/api/public', publicLedgerRoutes(deps))
  .route('/ledger/log/proof', logProofRoutes(deps));

const get = async <T>(path: string): Promise<{ status: number; body: T }> => {
  const answer = await app.request(path);
  return { status: answer.status, body: (await answer.json()) as T };
};

const all = async (query: string): Promise<PublicEntry[]> => {
  const items: PublicEntry[] = [];
  for (let next: string | null = ''; next !== null;) {
    const path: string = `/api/public/entries?${query}${next === '' ? '' : `&cursor=${next}`}`;
    const { body } = await get<PublicEntries>(path);
    items.push(...body.items);
    next = body.next;
  }
  return items;
};

beforeAll(async () => {
  await queueMany(journal, 0, 130);
  await queue(journal, grant(500, { policyField: 'Soziales', nameWithheld: 'business-secret' }), {
    ...words(3),
    recipient: 'Geheim GmbH',
  });
  await sequence(ledgerDeps(journal, files));
});

describe('the public ledger', () => {
  test.each([
    ['', 131],
    ['year=2026', 65],
    ['funder=bezirksamt-mitte', 44],
    ['funder=bezirksamt-mitte&year=2026', 22],
    ['field=Soziales', 1],
    ['field=Integration', 130],
  ])('a single filter, with or without a year, is one query a page and loses nothing: %s', async (query, count) => {
    queries = 0;
    const items = await all(query);
    expect(items).toHaveLength(count);
    expect(new Set(items.map(({ id }) => id)).size).toBe(count);
    expect(queries).toBe(Math.max(1, Math.ceil(count / 50)));
  });

  test('the newest year comes first', async () => {
    const years = (await all('')).map(({ year }) => year);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
  });

  test('words are found by their beginning, without case and accents, each entry once', async () => {
    expect(await all('q=BRUCKE')).toHaveLength(43);
    expect(await all('q=civilti+spra')).toHaveLength(43);
    expect(await all('q=bruecke')).toHaveLength(43);
    expect(await all('q=c%C4%B1v%C4%B1lt')).toHaveLength(43);
    expect(await all('q=aurora+129')).toMatchObject([{ id: 'entry-129' }]);
    expect(await all('q=verein+brucke&funder=bezirksamt-mitte')).toHaveLength(0);
    expect(await all('q=und')).toEqual([]);
    expect(await all('q=xyz')).toEqual([]);
  });

  test('a recipient has a list of all its entries', async () => {
    const [first] = await all('q=aurora+129');
    const items = await all(`recipient=${first!.recipient!.id}`);
    expect(items.length).toBeGreaterThan(5);
    expect(items.every((item) => item.registerId === first!.registerId)).toBe(true);
  });

  test('a withheld name is in no answer', async () => {
    const { body } = await get<PublicEntry>('/api/public/entries/entry-500');
    expect(body).toMatchObject({ nameWithheld: 'business-secret', amountCents: 100_500 });
    expect(JSON.stringify([body, await all('q=geheim')])).not.toMatch(/Geheim|registerId/);
  });

  test('totals are read as they were stored', async () => {
    const { body } = await get<PublicReport>('/api/public/report?year=2026');
    expect(body.items).toMatchObject([{ year: 2026, granted: { entries: 65 } }]);
    const expected = (await all('year=2026')).reduce((sum, item) => sum + item.amountCents, 0);
    expect(body.items[0]!.granted.cents).toBe(cents(expected));
    expect((await get<PublicReport>('/api/public/report')).body.items.map(({ year }) => year)).toEqual([2026, 2025]);
  });

  test.each([
    ['/api/public/entries?year=20', 400],
    ['/api/public/entries?unknown=1', 400],
    ['/api/public/entries?cursor=AAAA&year=2026', 400],
    ['/api/public/entries?cursor=A', 400],
    ['/api/public/entries?q=%3Cscript', 400],
    ['/api/public/entries/none', 404],
    ['/api/public/entries/..%2Fx', 400],
    ['/ledger/log/proof/none', 404],
  ])('%s is answered with %d', async (path, status) => {
    expect((await get(path)).status).toBe(status);
    expect(faults).toEqual([]);
  });

  test.each(['/api/public/entries', '/api/public/entries/none', '/api/public/report', '/ledger/log/proof/entry-77'])(
    'pages of any other site may read %s, without anybody being known there',
    async (path) => {
      const { headers } = await app.request(path, { headers: { origin: 'https://newspaper.example' } });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    },
  );

  test('an entry comes with a proof that anyone can check', async () => {
    const answer = await app.request('/ledger/log/proof/entry-77');
    expect(answer.headers.get('content-type')).toMatch('text/plain');
    const key = parseVkey(testSigner.vkey);
    const row = journal.rows().find(({ pk }) => pk === 'ledger#entry#entry-77');
    const bytes = entryBytes(row!['entry'] as Entry);
    const proof = await answer.text();
    expect(key.ok && checkProof(bytes, proof, key.value, verifyEd25519)).toMatchObject({
      ok: true,
      value: { size: 131 },
    });
    expect(fromBase64(proof.split('\n')[2]!)).toHaveLength(32);
  });

  test('no proof is given from tiles that were changed', async () => {
    const path = 'ledger/log/tile/0/000.p/131';
    const kept = files.all.get(path)!;
    files.all.set(path, Uint8Array.from(kept).fill(0, 64, 96));
    expect((await app.request('/ledger/log/proof/entry-77')).status).toBe(500);
    files.all.set(path, kept);
  });
});
