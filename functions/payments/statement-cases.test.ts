import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStatement } from './read-statement.ts';

const FOLDER = '../shared/data/cases';
const IBAN = 'DE38469138101051802512';

/** What each file means, read from its `.expected.txt` by a person. */
const MEANS: Readonly<Record<string, readonly (readonly [cents: number, remittance: string, returned?: string])[]>> = {
  '01a-identical-no-reference.xml': [
    [2000, 'Rueckzahlung Sitzungsgeld'],
    [2000, 'Rueckzahlung Sitzungsgeld'],
  ],
  '01c-batch-details-own-AcctSvcrRef.xml': [
    [2500, 'Rueckzahlung Sitzungsgeld', 'AC04'],
    [2500, 'Rueckzahlung Sitzungsgeld', 'AC04'],
  ],
  '04a-amount-zero-padded.xml': [[14_987, 'Rueckzahlung Sitzungsgeld']],
  '05a-iso-8859-1.xml': [[2000, 'Rückzahlung Müller']],
  '06-two-accounts.xml': [[2000, 'Rueckzahlung Sitzungsgeld']],
  '07-numeric-references.xml': [[2000, 'Rückzahlung Müller']],
  '08a-RvslInd-1.xml': [[2000, 'Sitzungsgeld', 'MS03']],
};

const isThere = existsSync(FOLDER);
if (!isThere && process.env['CI'] !== undefined) throw new Error(`The cases from practice are missing: ${FOLDER}`);

describe.skipIf(!isThere)('statements from practice (skipped without ../shared/data/cases)', () => {
  const files = isThere ? readdirSync(FOLDER).filter((name) => /^0.*\.xml$/.test(name)) : [];

  test('every file there has its meaning here', () => expect(files.toSorted()).toEqual(Object.keys(MEANS).toSorted()));

  test.each(files)('%s', (name) => {
    const result = readStatement(readFileSync(`${FOLDER}/${name}`), IBAN);
    const entries = result.ok ? result.value.entries : [];
    expect(
      entries.map(({ cents, remittance, returned }) => [cents, remittance, ...(returned ? [returned] : [])]),
    ).toEqual(MEANS[name]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    if (name.startsWith('06')) expect(result).toMatchObject({ value: { others: 1 } });
  });
});
