import { beforeEach, describe, expect, test } from 'vitest';
import { BODIES } from '../../shared/bodies/directory.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import { auditLog } from '../../shared/ledger/verify.ts';
import type { PublicCompensation } from '../../shared/ledger/wire.ts';
import { memoryFiles } from '../kernel/files.memory.ts';
import { httpApp } from '../kernel/http.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import { ledgerDeps, queueMany, testSigner } from './ledger.fixture.ts';
import { publishQuarters } from './publish-quarters.ts';
import { publicLedgerRoutes } from './routes.ts';
import { logPath } from './rows.ts';
import { sequence } from './sequence.ts';

const PANKOW = 'body-bezirk-03';
const SMALL = 'body-bezirk-08';
/** Ids and amounts that must not be found anywhere. */
const CANARY = 'kanarienvogel';

let journal: ReturnType<typeof memoryJournal>;
let files: ReturnType<typeof memoryFiles>;
let now: Instant;
const clock = { now: () => now };

beforeEach(() => {
  journal = memoryJournal();
  files = memoryFiles();
  now = '2027-02-15T06:00:00.000Z' as Instant;
});

/** A row as the room of compensation writes it when a claim was paid. */
const paid = (body: string, person: number, amount: number, quarter = '2026-Q4') => ({
  pk: `compensation-quarter#${quarter}`,
  sk: `${body}#${CANARY}-${person}#c-${CANARY}-${body}-${person}`,
  body,
  person: `${CANARY}-${person}`,
  claim: `c-${CANARY}-${body}-${person}`,
  sitting: `sitting-${body}`,
  cents: amount,
});

const pay = (...rows: ReturnType<typeof paid>[]) =>
  journal.commit({ at: now, by: 'system', writes: rows.map((put) => ({ put })) });

const six = (body: string, quarter?: string) => [1, 2, 3, 4, 5, 6].map((person) => paid(body, person, 20_01, quarter));

const publish = () => publishQuarters({ journal, clock });
const deps = () => ({ ...ledgerDeps(journal, files), clock });

const shown = async (query = '') => {
  const app = httpApp({ publicUrl: 'http://localhost', log: () => undefined }).route(
    '/api/public',
    publicLedgerRoutes({ journal }),
  );
  const answer = await app.request(`/api/public/compensation${query}`);
  return { status: answer.status, body: (await answer.json()) as PublicCompensation };
};

const csv = async () => new TextDecoder().decode(await files.get('open-data/aufwandsentschaedigungen.csv'));
const cellOf = ({ body }: { body: PublicCompensation }, id: string) =>
  body.items[0]?.bodies.find((cell) => cell.body === id);

describe('the public figures of a quarter', () => {
  test('come the day after the cut-off, 45 days after the quarter', async () => {
    await pay(...six(PANKOW));
    now = '2027-02-14T22:00:00.000Z' as Instant;
    await publish();
    expect((await shown()).body.items).toEqual([]);
    now = '2027-02-15T06:00:00.000Z' as Instant;
    await publish();
    expect((await shown()).body.items).toMatchObject([{ quarter: '2026-Q4', publishedOn: '2027-02-15' }]);
  });

  test('tell of each body its figures, or that they are not published, and not why', async () => {
    await pay(...six(PANKOW), paid(SMALL, 1, 20_00));
    await publish();
    const found = await shown('?year=2026');
    expect(cellOf(found, PANKOW)).toMatchObject({ figures: { persons: 6, sittings: 1, cents: 120_00 } });
    const [small, empty] = [cellOf(found, SMALL), cellOf(found, 'body-bezirk-09')];
    expect(Object.keys(small!)).toEqual(Object.keys(empty!));
    expect(small).not.toHaveProperty('figures');
    expect(found.body.items[0]).not.toHaveProperty('total');
    expect(found.body.items[0]!.bodies).toHaveLength(BODIES.length);
    expect((await shown('?year=2025')).body.items).toEqual([]);
    expect((await shown('?year=26')).status).toBe(400);
  });

  test('have a total in the log where every body is published', async () => {
    for (const { id } of BODIES) await pay(...six(id));
    await publish();
    const found = await shown();
    expect(found.body.items[0]!.total).toMatchObject({ cents: 13 * 120_00, sittings: 13 });
    expect((await sequence(deps())).added).toBe(14);
    expect(await csv()).toContain('"2026-Q4";"Alle Gremien";"";"";"13";"1560";"agg-2026-q4-total"');
  });

  test('are made once, however often and by how many at once', async () => {
    await pay(...six(PANKOW));
    await Promise.all([publish(), publish()]);
    await publish();
    expect((await sequence(deps())).size).toBe(1);
    await pay(...six(SMALL));
    await publish();
    expect((await sequence(deps())).size).toBe(1);
    expect(cellOf(await shown(), SMALL)).not.toHaveProperty('figures');
  });

  test('are finished by the next run where one died after half of them were queued', async () => {
    await pay(...six(PANKOW), ...six(SMALL));
    let commits = 0;
    const dying = {
      ...journal,
      commit: (commit: Parameters<typeof journal.commit>[0]) =>
        (commits += 1) > 1 ? Promise.reject(new Error('stopped')) : journal.commit(commit),
    };
    await expect(publishQuarters({ journal: dying, clock })).rejects.toThrow('stopped');
    now = '2027-02-16T06:00:00.000Z' as Instant;
    await publish();
    expect((await sequence(deps())).size).toBe(2);
    expect((await shown()).body.items).toHaveLength(1);
  });

  test('are caught up with, each quarter by itself, and make a year once all four are there', async () => {
    for (const quarter of ['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4']) await pay(...six(PANKOW, quarter));
    now = '2028-02-15T06:00:00.000Z' as Instant;
    await publish();
    const { body } = await shown();
    expect(body.items.map(({ quarter }) => quarter)).toEqual(['2027-Q4', '2027-Q3', '2027-Q2', '2027-Q1', '2026-Q4']);
    expect(body.years).toMatchObject([{ year: 2027, body: PANKOW, figures: { sittings: 4, cents: 480_00 } }]);
    expect(body.years[0]!.figures).not.toHaveProperty('persons');
  });
});

describe('figures of groups are no grants', () => {
  beforeEach(async () => {
    await queueMany(journal, 0, 3);
    await pay(...six(PANKOW));
    await publish();
    await sequence(deps());
  });

  test('they stand in no list of grants, in no total of grants and not in zuwendungen.csv', async () => {
    const app = httpApp({ publicUrl: 'http://localhost', log: () => undefined }).route(
      '/api/public',
      publicLedgerRoutes({ journal }),
    );
    const entries = await (await app.request('/api/public/entries')).text();
    expect(entries).not.toContain('aggregate');
    const report = (await (await app.request('/api/public/report?year=2026')).json()) as { items: object[] };
    expect(report.items).toMatchObject([
      { granted: { entries: 1, cents: 100_000 + 1 }, paid: { cents: 0 }, aggregate: { entries: 1, cents: 120_00 } },
    ]);
    expect(new TextDecoder().decode(await files.get('open-data/zuwendungen.csv'))).not.toContain('120');
    expect(await csv()).toBe(
      '"quartal";"gremium";"gremium_id";"personen";"sitzungen";"betrag_gerundet";"eintrag"\r\n' +
        '"2026-Q4";"Beirat für Partizipation und Integration Pankow";"body-bezirk-03";"6";"1";"120";"agg-2026-q4-body-bezirk-03"\r\n',
    );
  });

  test('each has a page of its own and lies in a log that verifies', async () => {
    const app = httpApp({ publicUrl: 'http://localhost', log: () => undefined }).route(
      '/api/public',
      publicLedgerRoutes({ journal }),
    );
    const page = await (await app.request('/api/public/entries/agg-2026-q4-body-bezirk-03')).json();
    expect(page).toMatchObject({ kind: 'aggregate', persons: 6, sittings: 1, amountCents: 120_00, quarter: '2026-Q4' });
    const audit = await auditLog((path) => files.get(logPath(path)), { vkey: testSigner.vkey, verify: verifyEd25519 });
    expect(audit).toMatchObject({ ok: true, entries: 4 });
  });

  test('no person, claim or exact sum is in any public file, list or fact', async () => {
    const names = await files.list('');
    const texts = await Promise.all(names.map(async (name) => new TextDecoder().decode(await files.get(name))));
    const rows = journal.rows().filter(({ pk }) => !pk.startsWith('compensation-quarter#'));
    for (const text of [...texts, JSON.stringify(rows)]) {
      expect(text).not.toContain(CANARY);
      expect(text).not.toContain('12006');
    }
  });
});
