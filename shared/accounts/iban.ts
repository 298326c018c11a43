import { countrySpecs, validateIBAN } from 'ibantools';
import type { Day } from '../kernel/day.ts';
import { ok, refuse, type Flaw, type Result } from '../kernel/result.ts';
import { ownOf } from '../kernel/own.ts';
import { isInSepa } from './sepa-countries.ts';

/** As banks print it: without spaces, hyphens and the word before it, in capital letters. */
export const plainIban = (typed: string): string =>
  typed
    .replace(/[\s-]/gu, '')
    .toUpperCase()
    .replace(/^IBAN:?(?=[A-Z]{2})/, '');

const flaw = (code: string, about: Partial<Flaw> = {}): Flaw => ({ path: 'iban', code, ...about });

/**
 * The one thing that is wrong, the first in the order in which one reads an IBAN: its country, its length, its signs, its
 * check digits (ISO 13616; 00, 01 and 99 are never given out).
 */
const flawOf = (iban: string): Flaw | undefined => {
  if (iban === '') return flaw('empty');
  const country = iban.slice(0, 2);
  const spec = ownOf(countrySpecs, country);
  if (!/^[A-Z0-9]*$/.test(iban)) return flaw('iban-characters');
  if (spec?.chars === undefined || spec.chars === null || !spec.IBANRegistry) return flaw('iban-country');
  if (iban.length !== spec.chars) return flaw('iban-length', { country, expected: spec.chars, found: iban.length });
  const digits = iban.slice(2, 4);
  if (!/^\d\d$/.test(digits) || !new RegExp(spec.bban_regexp ?? '').test(iban.slice(4))) return flaw('iban-characters');
  const isGivenOut = Number(digits) >= 2 && Number(digits) <= 98;
  return isGivenOut && validateIBAN(iban).valid ? undefined : flaw('iban-check-digits');
};

/** The number without spaces, or what is wrong with it. */
export const readIban = (typed: string): Result<string, 'malformed'> => {
  const iban = plainIban(typed);
  const found = flawOf(iban);
  return found === undefined ? ok(iban) : refuse('malformed', [found]);
};

/** Transfers in euro reach accounts of the SEPA area only, as it is on this day. */
export const payableIban = (typed: string, on: Day): Result<string, 'malformed'> => {
  const iban = readIban(typed);
  if (!iban.ok) return iban;
  const country = iban.value.slice(0, 2);
  return isInSepa(country, on) ? iban : refuse('malformed', [flaw('iban-outside-sepa', { country })]);
};

/** All that is shown to people who do not pay: the last four signs. */
export const maskedIban = (iban: string): string => `•••• ${iban.slice(-4)}`;
