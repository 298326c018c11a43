import Papa from 'papaparse';
import { cents, type Cents } from '../../shared/kernel/cents.ts';
import { unescapeFormula } from '../../shared/kernel/csv.ts';
import { CITY_COLUMNS } from '../../shared/ledger/csv.ts';
import type { LegalMode } from '../../shared/ledger/entry.ts';
import { CELLS, cleaned, registerIdOf, type CellRefusal } from './grant-cells.ts';
import { ownOf } from '../../shared/kernel/own.ts';

/** A published grant as its file tells it; what the file leaves open is left out, never guessed. */
export interface Grant {
  readonly name: string;
  readonly funder: string;
  readonly legalMode?: LegalMode;
  readonly year: number;
  readonly place?: string;
  readonly policyField?: string;
  readonly purpose: string;
  readonly cents: Cents;
  readonly registerId?: string;
}

export interface RefusedRow {
  /** Line of the file in which the row begins, from 1. */
  readonly line: number;
  /** Name of the column, or undefined where the row as a whole is not one. */
  readonly column: string | undefined;
  readonly why: CellRefusal | 'other-number-of-cells';
  /** What the row would have counted; zero where that cannot be read either. */
  readonly cents: Cents;
}

export interface ReadGrants {
  readonly grants: readonly Grant[];
  readonly refused: readonly RefusedRow[];
}

/** The comma file of the published extract. */
const EXTRACT_COLUMNS = [
  'nr',
  'jahr',
  'geber',
  'politikbereich',
  'name',
  'plz',
  'zweck',
  'betrag',
  'empfaengertyp',
  'empfaengerid',
] as const;

type Cells = Readonly<Record<string, string>>;

const given = <K extends string>(name: K, text: string): { [k in K]?: string } =>
  text === '' ? {} : ({ [name]: text } as { [k in K]: string });

const common = (cells: Cells) => ({
  name: cells['name'] ?? '',
  funder: cells['geber'] ?? '',
  year: Number(cells['jahr']),
  purpose: cells['zweck'] ?? '',
  cents: centsOf(cells['betrag'] ?? ''),
  ...given('policyField', cells['politikbereich'] ?? ''),
});

const centsOf = (text: string): Cents => {
  const [whole = '', fraction = ''] = text.split(/[,.]/);
  return (Number(whole) * 100 + Number(fraction.padEnd(2, '0'))) as Cents;
};

const fromCity = (cells: Cells): Grant => {
  const art = (cells['art'] ?? '').toLowerCase();
  return {
    ...common(cells),
    ...(art !== '' && { legalMode: art === 'projektförderung' ? 'projectFunding' : 'institutionalFunding' }),
    ...given('place', cells['anschrift'] ?? ''),
    ...given('registerId', cells['empfaengerid'] ?? ''),
  };
};

/** `9999999` stands for a postcode that the city does not tell, an apostrophe or a dash for a missing register. */
const fromExtract = (cells: Cells): Grant => {
  const { plz = '', empfaengertyp = '', empfaengerid = '' } = cells;
  return {
    ...common(cells),
    ...(plz !== '9999999' && given('place', plz)),
    ...given('registerId', registerIdOf(empfaengertyp, empfaengerid) ?? ''),
  };
};

interface Spelling {
  readonly columns: readonly string[];
  readonly delimiter: string;
  readonly cell: (text: string) => string;
  readonly grant: (cells: Cells) => Grant;
}

const SPELLINGS: readonly Spelling[] = [
  { columns: CITY_COLUMNS, delimiter: ';', cell: unescapeFormula, grant: fromCity },
  { columns: EXTRACT_COLUMNS, delimiter: ',', cell: (text) => text, grant: fromExtract },
];

/** The amount of a row that is refused for something else. */
const centsAtStake = (cells: Cells): Cents => {
  const amount = cells['betrag'] ?? '';
  return CELLS['betrag']?.(amount) === undefined ? centsOf(amount) : cents(0);
};

const refusalsIn = (columns: readonly string[], cells: Cells, line: number): RefusedRow[] =>
  columns.flatMap((column) => {
    const why = ownOf(CELLS, column)?.(ownOf(cells, column) ?? '');
    return why === undefined ? [] : [{ line, column, why, cents: centsAtStake(cells) }];
  });

/** Rows with the line in which each begins: a quoted cell may go over several. */
const rowsOf = (text: string, delimiter: string): { line: number; cells: string[] }[] => {
  const rows: { line: number; cells: string[] }[] = [];
  let [line, from] = [1, 0];
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, meta }) => {
      if (data.length > 1 || data[0] !== '') rows.push({ line, cells: data });
      line += text.slice(from, meta.cursor).split('\n').length - 1;
      from = meta.cursor;
    },
  });
  return rows;
};

const readRow = (spelling: Spelling, row: { line: number; cells: string[] }): Grant | RefusedRow[] => {
  const { columns, cell, grant } = spelling;
  if (row.cells.length !== columns.length) {
    return [{ line: row.line, column: undefined, why: 'other-number-of-cells', cents: cents(0) }];
  }
  const cells = Object.fromEntries(columns.map((column, at) => [column, cleaned(cell(row.cells[at] ?? ''))]));
  const refused = refusalsIn(columns, cells, row.line);
  return refused.length > 0 ? refused : grant(cells);
};

const isRefused = (one: Grant | RefusedRow[]): one is RefusedRow[] => Array.isArray(one);

/** Reads a file of published grants in either spelling; undefined where it has the columns of neither. */
export const readGrants = (file: string): ReadGrants | undefined => {
  const text = file.replace(/^\uFEFF/, '');
  const head = text.split(/\r?\n/, 1)[0] ?? '';
  for (const spelling of SPELLINGS) {
    const [first, ...rows] = rowsOf(text, spelling.delimiter);
    if (first?.cells.join() !== spelling.columns.join() || head === '') continue;
    const read = rows.map((row) => readRow(spelling, row));
    return {
      grants: read.flatMap((one) => (isRefused(one) ? [] : [one])),
      refused: read.flatMap((one) => (isRefused(one) ? one : [])),
    };
  }
  return undefined;
};
