import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../kernel/day.ts';
import { maskedIban, payableIban, readIban } from './iban.ts';
import { SEPA_COUNTRIES } from './sepa-countries.ts';

const VECTORS = '../shared/data/vectors/iban.csv';
const GERMAN = 'DE89370400440532013000';

const TODAY = day('2026-11-22');

const flawOf = (iban: string, on = TODAY) => {
  const result = payableIban(iban, on);
  return result.ok ? undefined : result.issues?.[0];
};

describe('an IBAN', () => {
  test.each([
    GERMAN,
    'de89 3704 0044 0532 0130 00',
    'DE89-3704-0044-0532-0130-00',
    ' DE89370400440532013000 ',
    'IBAN: DE89 3704 0044 0532 0130 00',
    'IBAN DE89370400440532013000',
    'iban:de89370400440532013000',
  ])('%j is read as it is meant', (typed) => expect(payableIban(typed, TODAY)).toEqual({ ok: true, value: GERMAN }));

  test.each([
    ['AL47212110090000000235698741', '2025-10-05'],
    ['MK07250120000058984', '2025-10-05'],
    ['MD24AG000225100013104168', '2025-10-05'],
    ['ME25505000012345678951', '2025-10-05'],
    ['RS35260005601001611379', '2026-05-05'],
  ])('%s is reached from %s on, and not a day before', (iban, from) => {
    expect(payableIban(iban, day(from))).toEqual({ ok: true, value: iban });
    expect(flawOf(iban, addDays(day(from), -1))).toMatchObject({ code: 'iban-outside-sepa' });
  });

  test('every country of the area says since when, whence it is known, and how surely', () => {
    expect(new Set(SEPA_COUNTRIES.map(({ country }) => country)).size).toBe(SEPA_COUNTRIES.length);
    expect(SEPA_COUNTRIES).toHaveLength(42);
    for (const { source } of SEPA_COUNTRIES) expect(source.length).toBeGreaterThan(10);
  });

  test.each([
    ['', { code: 'empty' }],
    ['DE8937040044053201300', { code: 'iban-length', country: 'DE', expected: 22, found: 21 }],
    ['DE893704004405320130000', { code: 'iban-length', country: 'DE', expected: 22, found: 23 }],
    ['ZZ89370400440532013000', { code: 'iban-country' }],
    ['1289370400440532013000', { code: 'iban-country' }],
    ['DE8937040044053201300O', { code: 'iban-characters' }],
    ['DEX9370400440532013000', { code: 'iban-characters' }],
    ['DE٨٩370400440532013000', { code: 'iban-characters' }],
    ['DE88370400440532013000', { code: 'iban-check-digits' }],
    ['DE01370400440532013000', { code: 'iban-check-digits' }],
    ['TR330006100519786457841326', { code: 'iban-outside-sepa', country: 'TR' }],
  ])('%j: what is wrong is said', (typed, expected) => expect(flawOf(typed)).toEqual({ path: 'iban', ...expected }));

  test('two digits that change places are noticed', () => {
    for (let at = 4; at < GERMAN.length - 1; at += 1) {
      if (GERMAN[at] === GERMAN[at + 1]) continue;
      const swapped = `${GERMAN.slice(0, at)}${GERMAN[at + 1]}${GERMAN[at]}${GERMAN.slice(at + 2)}`;
      expect(flawOf(swapped)).toMatchObject({ code: 'iban-check-digits' });
    }
  });

  test('shows its last four signs', () => {
    expect(maskedIban(GERMAN)).toBe('•••• 3000');
  });
});

const isThere = existsSync(VECTORS);
test.skipIf(!isThere && process.env['CI'] === undefined)(
  'every vector is judged as expected (skipped without ../shared/data)',
  () => {
    const lines = readFileSync(VECTORS, 'utf8').split('\n').slice(1);
    const vectors = lines.map((line) => /^(?:"([^"]*)"|([^,]*)),(valid|invalid|valid-after-normalise)\b/.exec(line));
    const judged = vectors.filter((found) => found !== null);
    expect(judged.length).toBeGreaterThan(100);
    for (const [line, quoted, plain = '', expected] of judged) {
      expect(readIban(quoted ?? plain).ok, line).toBe(expected !== 'invalid');
    }
  },
);
