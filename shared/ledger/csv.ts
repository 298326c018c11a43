import { csvLine as line, MARK } from '../kernel/csv.ts';
import type { LegalMode } from './entry.ts';
import type { PublicEntry } from './wire.ts';

/** The columns of the city's own grant database (Zuwendungsdatenbank), in its order. */
export const CITY_COLUMNS = [
  'name',
  'geber',
  'art',
  'jahr',
  'anschrift',
  'politikbereich',
  'zweck',
  'betrag',
  'empfaengerid',
] as const;

export const ART: Readonly<Record<LegalMode, string>> = {
  projectFunding: 'Projektförderung',
  institutionalFunding: 'institutionelle Förderung',
};

/** What stands in place of a name (domain rules 5.3). */
export const WITHOUT_NAME = 'Empfänger ohne Namensnennung';

/** Whole euros as the city writes them; cents only where there are some. */
export const csvEuros = (cents: number): string => {
  const whole = String(Math.floor(cents / 100));
  return cents % 100 === 0 ? whole : `${whole},${String(cents % 100).padStart(2, '0')}`;
};

/** What the file tells: what was granted and still holds. */
export const isGrant = (entry: PublicEntry): boolean => entry.money === 'granted' && entry.supersededBy === undefined;

const cellsOf = (entry: PublicEntry): string[] => [
  entry.recipient?.name ?? WITHOUT_NAME,
  entry.funder.name,
  entry.legalMode === undefined ? '' : ART[entry.legalMode],
  String(entry.year),
  entry.place ?? '',
  entry.policyField ?? '',
  entry.purpose ?? '',
  csvEuros(entry.amountCents),
  entry.registerId ?? '',
];

/** `;` separated, all cells quoted, UTF-8 with a byte order mark, lines as in RFC 4180. */
export const csvHead = (): string => `${MARK}${line(CITY_COLUMNS)}`;

export const csvLine = (entry: PublicEntry): string => line(cellsOf(entry));
