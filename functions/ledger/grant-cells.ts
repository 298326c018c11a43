import { ART } from '../../shared/ledger/csv.ts';
import { hasUnsafeCharacters } from '../../shared/kernel/text.ts';

/** Why a cell of an imported file is refused. */
export type CellRefusal =
  | 'empty'
  | 'too-long'
  | 'unsafe-characters'
  | 'not-a-year'
  | 'not-an-amount'
  | 'not-a-postcode'
  | 'unknown-kind'
  | 'not-a-register-number'
  | 'not-a-policy-field';

type Check = (text: string) => CellRefusal | undefined;

const words =
  (max: number, need: 'filled' | 'any'): Check =>
  (text) => {
    if (need === 'filled' && text.trim() === '') return 'empty';
    if (text.length > max) return 'too-long';
    return hasUnsafeCharacters(text) ? 'unsafe-characters' : undefined;
  };

const form =
  (pattern: RegExp, why: CellRefusal): Check =>
  (text) =>
    pattern.test(text) ? undefined : why;

/**
 * A cell as it was meant: without spaces around it (of any kind), empty where only an apostrophe stands, and with typographic
 * marks for angle brackets, which the city's clerks use for quotation and no public text may hold.
 */
export const cleaned = (text: string): string => {
  const trimmed = text.replace(/[\u00A0\u2007\u202F]/g, ' ').trim();
  return trimmed === "'" ? '' : trimmed.replaceAll('<', '‹').replaceAll('>', '›');
};

const REGISTER_ID = /^[\p{L}\p{N}_][\p{L}\p{N}_ ./-]{0,39}$/u;

/** The register's name and a number in one cell, as some rows have it: "HRB 116329", "vr-009538", "VR:003311". */
const TOGETHER = /^(vr|hrb|hra|gnr|spr|kör|aör|sör)[ :_-]{0,3}(\d{1,9})$/iu;

/**
 * The register number of a row of the extract, `VR_013127`; undefined where the cells hold none: free text, a dash, nothing.
 */
export const registerIdOf = (type: string, id: string): string | undefined => {
  if (/^\p{L}{1,6}$/u.test(type) && REGISTER_ID.test(id)) return `${type.toUpperCase()}_${id}`;
  const [, register, number] = TOGETHER.exec(type) ?? [];
  return register === undefined ? undefined : `${register.toUpperCase()}_${number!.padStart(6, '0')}`;
};

const kinds = Object.values(ART).map((art) => art.toLowerCase());

/** What each column may hold, in both spellings. Amounts: euros, with two decimals or none, up to 999,999,999. */
export const CELLS: Readonly<Record<string, Check>> = {
  nr: form(/^\d{1,9}$/, 'not-a-register-number'),
  jahr: form(/^(?:199\d|20\d{2})$/, 'not-a-year'),
  geber: words(120, 'filled'),
  politikbereich: form(/^(?:[\p{L}\p{N}][\p{L}\p{N} ,.&/()-]{0,59})?$/u, 'not-a-policy-field'),
  name: words(300, 'filled'),
  plz: form(/^(?:\d{5}|9999999)?$/, 'not-a-postcode'),
  anschrift: words(300, 'any'),
  zweck: words(2000, 'any'),
  betrag: form(/^\d{1,9}(?:[.,]\d{2})?$/, 'not-an-amount'),
  art: (text) => (text === '' || kinds.includes(text.toLowerCase()) ? undefined : 'unknown-kind'),
  empfaengertyp: words(120, 'any'),
  empfaengerid: words(120, 'any'),
};
