import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../shared/ledger/bytes.ts';
import { csvLine, unescapeFormula } from '../../shared/kernel/csv.ts';
import { memoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import { importGrants } from './import-grants.ts';
import { ledgerDeps } from './ledger.fixture.ts';
import { readGrants, type Grant } from './read-grants.ts';
import { sequence } from './sequence.ts';

const EXTRACT = 'nr,jahr,geber,politikbereich,name,plz,zweck,betrag,empfaengertyp,empfaengerid';
const CITY = 'name;geber;art;jahr;anschrift;politikbereich;zweck;betrag;empfaengerid';

const load = async (grants: readonly Grant[]) => {
  const [journal, files] = [memoryJournal(), memoryFiles()];
  const deps = ledgerDeps(journal, files);
  const outcome = await importGrants(deps, grants);
  await sequence(deps);
  const csv = () => textOf(files.all.get('open-data/zuwendungen.csv')!)!;
  return { journal, files, deps, outcome, csv };
};

const read = (text: string): Grant[] => {
  const found = readGrants(text);
  expect(found?.refused).toEqual([]);
  return [...found!.grants];
};

describe('a file of published grants', () => {
  test('is read in the spelling of the extract; what it leaves open is not guessed', () => {
    expect(
      read(
        `${EXTRACT}\n2,2014,"Bezirksamt Mitte",Integration,"A ""B"" e. V.",10319,Sprache,32050,vr,013127\n3,2015,X-Amt,,Y GmbH,9999999,,7,',`,
      ),
    ).toEqual([
      {
        name: 'A "B" e. V.',
        funder: 'Bezirksamt Mitte',
        year: 2014,
        policyField: 'Integration',
        place: '10319',
        purpose: 'Sprache',
        cents: 3_205_000,
        registerId: 'VR_013127',
      },
      { name: 'Y GmbH', funder: 'X-Amt', year: 2015, purpose: '', cents: 700 },
    ]);
  });

  test('is read in the spelling of the city, with its escapes taken back', () => {
    const row = `"'+49 group GmbH";"Amt A";"Projektförderung";"2023";"10999 Berlin";"Soziales";"Zweck; mit\nUmbruch";"12,50";"HRB_1"`;
    expect(read(`\uFEFF${CITY}\r\n${row}\r\n`)).toEqual([
      {
        name: '+49 group GmbH',
        funder: 'Amt A',
        legalMode: 'projectFunding',
        year: 2023,
        place: '10999 Berlin',
        policyField: 'Soziales',
        purpose: 'Zweck; mit\nUmbruch',
        cents: 1250,
        registerId: 'HRB_1',
      },
    ]);
  });

  test('every refused row is named by line and column, the others are loaded', () => {
    const rows = [
      `A e. V.;Amt;;2023;;Soziales;"ein\nUmbruch";10;`,
      `A e. V.;Amt;;23;;Soziales;x;-5;`,
      `A e. V.;Amt;Darlehen;2023;;Soziales;x;1.234;`,
      `A e. V.;Amt;;2023;;Soziales;;x;`,
      `A e. V.;Amt;;2023`,
      `;Amt;;2023;;Soziales;a\u202Eb;1;`,
    ];
    const found = readGrants([CITY, ...rows].join('\n'));
    expect(found?.grants).toHaveLength(1);
    expect(found?.refused).toEqual([
      { line: 4, column: 'jahr', why: 'not-a-year', cents: 0 },
      { line: 4, column: 'betrag', why: 'not-an-amount', cents: 0 },
      { line: 5, column: 'art', why: 'unknown-kind', cents: 0 },
      { line: 5, column: 'betrag', why: 'not-an-amount', cents: 0 },
      { line: 6, column: 'betrag', why: 'not-an-amount', cents: 0 },
      { line: 7, column: undefined, why: 'other-number-of-cells', cents: 0 },
      { line: 8, column: 'name', why: 'empty', cents: 100 },
      { line: 8, column: 'zweck', why: 'unsafe-characters', cents: 100 },
    ]);
  });

  test.each([
    [
      'an apostrophe alone is nothing',
      `1,2014,Amt,',A e. V.,10999,',10,',`,
      { purpose: '' },
      ['policyField', 'registerId'],
    ],
    [
      'spaces of any kind around a cell are none',
      `1,2014,Amt,,A e. V.,10999,\u202FFest\u00A0im Hof\u00A0,10,vr,\u00A0013127 `,
      { purpose: 'Fest im Hof', registerId: 'VR_013127' },
      [],
    ],
    ['angle brackets are quotation marks', '1,2014,Amt,,A e. V.,10999,Fest <Ost>,10,,', { purpose: 'Fest ‹Ost›' }, []],
    ['free text is no register', `1,2014,Amt,,A e. V.,10999,x,10,beim Amt erfragen,-`, {}, ['registerId']],
  ])('of the extract is loaded as it was meant: %s', (_, row, expected, absent) => {
    const [grant] = read(`${EXTRACT}\n${row}`);
    expect(grant).toMatchObject({ name: 'A e. V.', cents: 1000, ...expected });
    for (const name of absent) expect(grant).not.toHaveProperty(name);
  });

  test('with other columns is none', () => {
    expect(readGrants('a;b;c\n1;2;3')).toBeUndefined();
    expect(readGrants('')).toBeUndefined();
  });
});

test('no cell is a formula, and each comes back equal', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', 'a', ' ') }),
      (text) => {
        const cell = csvLine([text]).slice(1, -3).replaceAll('""', '"');
        expect(unescapeFormula(cell)).toBe(text);
        expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
      },
    ),
  );
});

/** Rows queued at one instant may stand in any order. */
const lines = (csv: string): string[] => csv.split('\r\n').sort();

describe('loading published grants', () => {
  const GRANTS = read(
    [
      CITY,
      `"'=Formel e. V.";Amt A;;2020;;Soziales;"'@zweck";10;VR_1`,
      `"'+49 group GmbH";Amt A;Projektförderung;2021;12053;Soziales;"a ""b""; c";10,05;`,
      `B e. V.;Amt A;institutionelle Förderung;2021;;;x;10;`,
      `B e. V.;Amt A;institutionelle Förderung;2021;;;x;10;`,
      `Erika Muster;Amt A;;2021;10115 Berlin;;x;10;`,
      `Muster und Partner GbR;Amt A;;2021;;;y;10;HRA_1`,
    ].join('\n'),
  );

  test('running it twice adds nothing; equal rows are two grants', async () => {
    const { deps, outcome } = await load(GRANTS);
    expect(outcome).toEqual({ added: 6, waiting: 0, known: 0 });
    expect(await importGrants(deps, GRANTS)).toEqual({ added: 0, waiting: 0, known: 6 });
  });

  test('who is no legal person is named nowhere', async () => {
    const { journal, files } = await load(GRANTS);
    const everything = JSON.stringify(journal.rows()) + [...files.all.values()].map((bytes) => textOf(bytes)).join();
    expect(everything).not.toMatch(/Erika|Muster|HRA_1/i);
    expect(everything).toContain('not-a-legal-person');
  });

  test('the published file read back gives the same file, and nothing new', async () => {
    const first = await load(GRANTS);
    const again = read(first.csv());
    expect(again).toHaveLength(6);
    expect(lines((await load(again)).csv())).toEqual(lines(first.csv()));
    expect(await importGrants(first.deps, again)).toEqual({ added: 0, waiting: 0, known: 6 });
    expect(first.csv()).toContain(`"'=Formel e. V.";"Amt A";"";"2020";"";"Soziales";"'@zweck";"10";"VR_1"`);
  });
});
