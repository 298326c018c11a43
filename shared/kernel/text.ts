import * as z from 'zod/mini';
import { holdsPersonalDetails } from './personal.ts';
import { ID_PATTERN } from './id.ts';
import { MAX_CENTS, type Cents } from './cents.ts';
import { isDay, type Day } from './day.ts';
import { hasInvisibleSigns, signPlace, unprintableSigns, unsafeSigns, type Sign } from './characters.ts';

export const hasUnsafeCharacters = (text: string): boolean => text.includes('<') || hasInvisibleSigns(text);

/** Whether a notice can set all of it. What a notice prints is asked for so; all other fields take any script. */
export const isPrintable = (text: string): boolean => unprintableSigns(text).length === 0;

/** The first of these signs, as an issue with its place. */
export const withoutSigns = (code: string, signsOf: (text: string) => Sign[]) =>
  z.superRefine<string>((text, context) => {
    const [first] = signsOf(text);
    if (first !== undefined) context.addIssue({ code: 'custom', message: code, params: { ...signPlace(text, first) } });
  });

const safe = withoutSigns('unsafe-characters', unsafeSigns);
const printable = withoutSigns('unprintable', unprintableSigns);

/** Before all other checks, and the last one if it fails: what is too long is not read. */
const atMost = (max: number) => z.maxLength(max, { abort: true });

const impersonal = z.refine<string>((text) => !holdsPersonalDetails(text), { error: 'personal' });

const oneLine = z.refine<string>((text) => !/[\n\t]/.test(text), { error: 'one-line' });
/** Whether there is anything to see in the text: joiners and marks alone show nothing. */
export const isFilled = (text: string): boolean => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim() !== '';

const filled = z.refine<string>(isFilled, { error: 'empty' });

/** One line of text, at most `max` characters; may be empty. */
export const line = (max: number) => z.string().check(atMost(max), safe, oneLine);

/** One line that says something. */
export const filledLine = (max: number) => z.string().check(atMost(max), safe, oneLine, filled);

export const filledProse = (max: number) => z.string().check(atMost(max), safe, filled);

/** An identifier in an address or a body. */
export const idText = <I extends string>() =>
  z.pipe(
    z.string().check(atMost(64), z.regex(ID_PATTERN)),
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
    z.string().check(atMost(10), z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isDay, { error: 'not-a-day' })),
    z.transform((text) => text as Day),
  );

/** Several lines that a notice will print. */
export const printedProse = (max: number) => z.string().check(atMost(max), safe, filled, printable);

/** Where a list goes on: what the page before gave, opaque to whoever sends it back. */
export const cursorText = () => z.string().check(atMost(400), z.regex(/^[A-Za-z0-9_-]{2,}$/));

/** One line, and several, that a notice will print and the public will read. */
export const publicLine = (max: number) => z.string().check(atMost(max), safe, oneLine, filled, printable, impersonal);

export const publicProse = (max: number) => z.string().check(atMost(max), safe, filled, printable, impersonal);

/** For acts that say everything by their address. */
export const emptyBody = z.strictObject({});
