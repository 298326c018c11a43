import { ART } from '../../shared/ledger/csv.ts';
import { holdsPersonalDetails } from '../../shared/kernel/personal.ts';
import { hasUnsafeCharacters } from '../../shared/kernel/text.ts';

/** Why a cell of an imported file is refused. */
export type CellRefusal =
  | 'empty'
  | 'too-long'
  | 'unsafe-characters'
  | 'personal'
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
    if (hasUnsafeCharacters(text)) return 'unsafe-characters';
    return holdsPersonalDetails(text) ? 'personal' : undefined;
  };

const form =
  (pattern: RegExp, why: CellRefusal): Check =>
  (text) =>
    pattern.test(text) ? undefined : why;

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
  empfaengertyp: form(/^(?:\p{L}{1,6}|['-])?$/u, 'not-a-register-number'),
  empfaengerid: form(/^(?:[\p{L}\p{N}_][\p{L}\p{N}_ ./-]{0,39})?$/u, 'not-a-register-number'),
};
