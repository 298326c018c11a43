import { beforeAll, describe, expect, test } from 'vitest';
import { done } from '../support/board.ts';
import { CANARIES, volunteersYear } from '../support/volunteers-year.ts';

type Year = Awaited<ReturnType<typeof volunteersYear>>;

const PERSONAL = [...Object.values(CANARIES), 'Kanaria', 'Kanarien', 'kanaria'];

const hits = (texts: Iterable<readonly [where: string, text: string]>): string[] =>
  [...texts].flatMap(([where, text]) =>
    PERSONAL.filter((word) => text.includes(word)).map((word) => `${word} in ${where}`),
  );

describe('A07, L01: what volunteers tell the portal, from the sitting to the bank (method 12)', () => {
  let city: Year['city'];
  let rows: Year['rows'];
  let logged: Year['logged'];
  beforeAll(async () => {
    ({ city, rows, logged } = await volunteersYear());
  });

  test('was kept where it belongs, so that the search below can find it', () => {
    const records = JSON.stringify(rows);
    // Receipts lie among the files; bank details that were turned down are gone.
    const kept = Object.entries(CANARIES).filter(([field]) => field !== 'receipt' && field !== 'otherHolder');
    expect(kept.filter(([, word]) => !records.includes(word)).map(([field]) => field)).toEqual([]);
    expect(rows.filter(({ sk }) => sk.startsWith('fact#')).length).toBeGreaterThan(60);
  });

  test('is in no fact: facts carry ids, cents, days, codes and salted hashes', () => {
    const facts = rows.filter(({ sk }) => sk.startsWith('fact#'));
    expect(hits(facts.map((row) => [row.pk, JSON.stringify(row)] as const))).toEqual([]);
  });

  test('is in no public file and no public answer, and no claim or person is', async () => {
    const files = [...city.deps.files.all].filter(([path]) => /^(ledger|ledger-staging|open-data)\//.test(path));
    const texts = new Map(files.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
    expect([...texts.keys()]).toContain('open-data/aufwandsentschaedigungen.csv');
    const entry = 'agg-2026-q4-body-bezirk-03';
    for (const path of [
      '/api/public/compensation',
      '/api/public/entries',
      `/api/public/entries/${entry}`,
      '/api/public/report',
      `/ledger/log/proof/${entry}`,
      '/api/bodies',
      '/api/bodies/body-bezirk-03',
    ]) {
      const answer = await done(city.get(undefined, path));
      texts.set(path, await answer.text());
    }
    expect(texts.get('/api/public/compensation')).toContain('"persons":7');
    expect(hits(texts)).toEqual([]);
    for (const [where, text] of texts) expect(text, where).not.toMatch(/c-[0-9a-f]{24}|A26-[0-9A-Z]{6}/);
  });

  test('is in no row of the public lists and none of the queue for the log', () => {
    const open = rows.filter(({ pk }) => pk.startsWith('public#') || pk.startsWith('ledger#'));
    expect(open.length).toBeGreaterThan(3);
    expect(hits(open.map((row) => [row.pk, JSON.stringify(row)] as const))).toEqual([]);
  });

  test('is in no mail to others, and none names account, amount or reasons', () => {
    expect(city.mails.length).toBeGreaterThan(3);
    const { email, cancelled, meetingAddress } = CANARIES;
    // What the office writes to all members about a sitting is meant for them.
    const meant = [cancelled, meetingAddress, 'Kanaria', 'kanaria'];
    const found = city.mails.flatMap(({ to, subject, text }) =>
      hits([[`mail to ${to}`, `${subject} ${text}`]]).filter(
        (hit) => !meant.some((word) => hit.startsWith(`${word} in`)),
      ),
    );
    expect(found).toEqual([]);
    expect(city.mails.filter(({ to }) => to === email).length).toBeGreaterThan(0);
    for (const { subject, text } of city.mails) expect(`${subject} ${text}`).not.toMatch(/20,00|27,40|Taxi/);
  });

  test('is in nothing that is logged when a task meets a table that breaks', () => {
    expect(logged.length).toBeGreaterThan(5);
    expect(hits(logged.map((line, index) => [`line ${index}: ${line.slice(0, 80)}`, line] as const))).toEqual([]);
  });
});
