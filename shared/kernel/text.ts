import * as z from 'zod/mini';
import { ID_PATTERN } from './id.ts';
import { MAX_CENTS, type Cents } from './cents.ts';
import { isDay, type Day } from './day.ts';

/**
 * Characters that no text typed by a person needs and that turn pages, letters or amounts round: control characters,
 * bidirectional overrides and isolates, invisible spaces, lone surrogates. Joiners and the marks of Arabic, Persian and
 * Hebrew writing (U+200C to U+200F, U+061C) stay. `<` is refused as well, so that no text can ever be read as markup.
 * So are invisible letters and signs (Hangul fillers, invisible operators, tags): words that nobody sees decide nothing.
 */
const UNSAFE =
  /(?![\n\t])\p{Cc}|\p{Surrogate}|[\u115F\u1160\u180E\u200B\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E0FFF}<]/u;

export const hasUnsafeCharacters = (text: string): boolean => UNSAFE.test(text);

const safe = z.refine<string>((text) => !hasUnsafeCharacters(text), { error: 'unsafe-characters' });
/**
 * Writing that the fonts of a notice can set: Latin (with Vietnamese), Cyrillic, Greek, Arabic and Persian. What a notice
 * will print is asked for in these; all other fields take any script, since everyone may apply in their own language.
 */
const PRINTABLE =
  /^(?:(?!\p{Extended_Pictographic})[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]|[©®])*$/u;

export const isPrintable = (text: string): boolean => PRINTABLE.test(text);

const printable = z.refine<string>((text) => isPrintable(text), { error: 'unprintable' });

/** An account number (IBAN), a mail address, a phone number: what no public text may hold (trust.md, "Open data"). */
const PERSONAL =
  /(?<!\w)[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{4}){3,}|[^\s@]+@[^\s@]+\.\p{L}{2,}|(?<!\d)(?:\+|00)\d{1,3}[ \d()/.-]{7,}\d|(?<![\d.,/-])0\d{2,5} ?[/-]? ?\d{5,}(?!\d)/u;

export const holdsPersonalDetails = (text: string): boolean => PERSONAL.test(text);

const impersonal = z.refine<string>((text) => !holdsPersonalDetails(text), { error: 'personal' });

const oneLine = z.refine<string>((text) => !/[\n\t]/.test(text), { error: 'one-line' });
/** Whether there is anything to see in the text: joiners and marks alone show nothing. */
export const isFilled = (text: string): boolean => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim() !== '';

const filled = z.refine<string>(isFilled, { error: 'empty' });

/** One line of text, at most `max` characters; may be empty. */
export const line = (max: number) => z.string().check(z.maxLength(max), safe, oneLine);

/** One line that says something. */
export const filledLine = (max: number) => z.string().check(z.maxLength(max), safe, oneLine, filled);

export const filledProse = (max: number) => z.string().check(z.maxLength(max), safe, filled);

/** An identifier in an address or a body. */
export const idText = <I extends string>() =>
  z.pipe(
    z.string().check(z.maxLength(64), z.regex(ID_PATTERN)),
    z.transform((text) => text as I),
  );

/** An amount in cents from zero to `max`. */
export const centsFrom = (min: number, max = MAX_CENTS) =>
  z.pipe(
    z.int().check(z.minimum(min), z.maximum(max)),
    z.transform((value) => value as Cents),
  );

/** A day of the calendar, `YYYY-MM-DD`. */
export const dayText = () =>
  z.pipe(
    z.string().check(z.maxLength(10), z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isDay, { error: 'not-a-day' })),
    z.transform((text) => text as Day),
  );

/** Several lines that a notice will print. */
export const printedProse = (max: number) => z.string().check(z.maxLength(max), safe, filled, printable);

/** Where a list goes on: what the page before gave, opaque to whoever sends it back. */
export const cursorText = () => z.string().check(z.maxLength(400), z.regex(/^[A-Za-z0-9_-]{2,}$/));

/** One line, and several, that a notice will print and the public will read. */
export const publicLine = (max: number) =>
  z.string().check(z.maxLength(max), safe, oneLine, filled, printable, impersonal);

export const publicProse = (max: number) => z.string().check(z.maxLength(max), safe, filled, printable, impersonal);

/** For acts that say everything by their address. */
export const emptyBody = z.strictObject({});
