import canonicalize from 'canonicalize';
import { sha256 } from '@noble/hashes/sha2.js';
import * as z from 'zod/mini';
import { MAX_CENTS, type Cents } from '../kernel/cents.ts';
import { isDay, type Day } from '../kernel/day.ts';
import type { Quarter } from '../compensation/periods.ts';
import { ID_PATTERN, type BodyId, type EntryId } from '../kernel/id.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { FEWEST_PERSONS } from './aggregate.ts';
import { base64, concat, equalBytes, fromBase64, textOf, utf8 } from './bytes.ts';

/** What a public entry tells. `historic`: published by the city before Anteil, loaded from its grant database. */
export const ENTRY_KINDS = ['allocated', 'amended', 'paid', 'repaid', 'corrected', 'aggregate', 'historic'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Projektförderung and institutionelle Förderung (§ 23 LHO); absent where the source does not say. */
export const LEGAL_MODES = ['projectFunding', 'institutionalFunding'] as const;
export type LegalMode = (typeof LEGAL_MODES)[number];

/**
 * Why a recipient appears as "Empfänger ohne Namensnennung" (domain rules 5.3, policy): only legal persons are named,
 * and they may object where a business secret is at stake.
 */
export const WITHHELD_GROUNDS = ['not-a-legal-person', 'legal-form-unknown', 'business-secret'] as const;
export type WithheldGround = (typeof WITHHELD_GROUNDS)[number];

/** The words of an entry. They never enter the log: it holds salted hashes of them. */
export const TEXT_NAMES = ['recipient', 'registerId', 'purpose', 'place', 'funder'] as const;
export type TextName = (typeof TEXT_NAMES)[number];
export type Texts = Readonly<Partial<Record<TextName, string>>>;

/** Codes that say what they mean in every language; German terms of the city's own list are codes too (`Integration`). */
const CODE = z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N} ,.&/()-]{0,59}$/u));
const ID = z.string().check(z.regex(ID_PATTERN));
const HASH = z.string().check(z.refine((text) => fromBase64(text)?.length === 32));

const ENTRY = z.strictObject({
  version: z.literal(1),
  id: ID,
  kind: z.enum(ENTRY_KINDS),
  /** The budget year. */
  year: z.int().check(z.gte(1990), z.lte(2200)),
  /** The day of the decision or payment; absent on historic entries, whose source tells the year alone. */
  day: z.optional(z.string().check(z.refine(isDay))),
  cents: z.int().check(z.gte(0), z.lte(MAX_CENTS)),
  currency: z.literal('EUR'),
  funder: ID,
  programme: z.optional(ID),
  policyField: z.optional(CODE),
  district: z.optional(ID),
  legalMode: z.optional(z.enum(LEGAL_MODES)),
  caseNumber: z.optional(CODE),
  /** The entry that this one amends or corrects: it stays in the log, and no longer counts. */
  corrects: z.optional(ID),
  nameWithheld: z.optional(z.enum(WITHHELD_GROUNDS)),
  /** Aggregates only: what volunteers on a body were paid in a quarter; without body the total of all. Never a person. */
  body: z.optional(ID),
  quarter: z.optional(z.string().check(z.regex(/^20\d\d-Q[1-4]$/))),
  persons: z.optional(z.int().check(z.gte(FEWEST_PERSONS), z.lte(100_000))),
  sittings: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
  commitments: z.partialRecord(z.enum(TEXT_NAMES), HASH),
});

export interface EntryFields {
  readonly id: EntryId;
  readonly kind: EntryKind;
  readonly year: number;
  readonly day?: Day;
  readonly cents: Cents;
  readonly funder: string;
  readonly programme?: string;
  readonly policyField?: string;
  readonly district?: string;
  readonly legalMode?: LegalMode;
  readonly caseNumber?: string;
  readonly corrects?: EntryId;
  readonly nameWithheld?: WithheldGround;
  readonly body?: BodyId;
  readonly quarter?: Quarter;
  readonly persons?: number;
  readonly sittings?: number;
}

/** What stands in the log, in canonical JSON (RFC 8785). Each commitment is base64 of SHA-256(salt ‖ UTF-8 text). */
export interface Entry extends EntryFields {
  readonly version: 1;
  readonly currency: 'EUR';
  readonly commitments: Readonly<Partial<Record<TextName, string>>>;
}

/** Text name → [salt in base64, text]. What was erased is missing here and still committed to in the entry. */
export type Disclosures = Readonly<Partial<Record<TextName, readonly [salt: string, text: string]>>>;

/** The companion file of a bundle: entry id → its disclosures. */
export type DisclosuresFile = Readonly<Record<string, Disclosures>>;

export const commitmentOf = (salt: Uint8Array, text: string): string => base64(sha256(concat(salt, utf8(text))));

export interface SealedEntry {
  readonly entry: Entry;
  readonly disclosures: Disclosures;
}

/**
 * Makes the entry of the log from its fields and words. `salt` gives 32 fresh random bytes for each word: without
 * them a short text could be guessed from its hash after it was erased.
 * @throws RangeError if a field is outside its form, since an entry cannot be taken back.
 */
export const sealEntry = (fields: EntryFields, texts: Texts, salt: () => Uint8Array): SealedEntry => {
  const commitments: Partial<Record<TextName, string>> = {};
  const disclosures: Partial<Record<TextName, readonly [string, string]>> = {};
  for (const name of TEXT_NAMES) {
    const text = texts[name];
    if (text === undefined || text === '') continue;
    const bytes = salt();
    if (bytes.length !== 32) throw new RangeError('A salt has 32 bytes');
    commitments[name] = commitmentOf(bytes, text);
    disclosures[name] = [base64(bytes), text];
  }
  const entry: Entry = { ...fields, version: 1, currency: 'EUR', commitments };
  const checked = readEntry(entryBytes(entry));
  if (!checked.ok) throw new RangeError(`Entry ${fields.id} cannot be published: ${checked.refusal}`);
  return { entry, disclosures };
};

const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON has a canonical form');
  return text;
};

/** The octets that the log holds. */
export const entryBytes = (entry: Entry): Uint8Array => utf8(canonical(entry));

export const disclosuresBytes = (file: DisclosuresFile): Uint8Array => utf8(canonical(file));

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(textOf(bytes) ?? '') as unknown;
  } catch {
    return undefined;
  }
};

/** Reads the octets back; only the canonical spelling of a well-formed entry counts. */
export const readEntry = (bytes: Uint8Array): Result<Entry, 'malformed-entry'> => {
  const value = parseJson(bytes);
  const parsed = ENTRY.safeParse(value);
  if (!parsed.success || !equalBytes(utf8(canonical(value)), bytes)) return refuse('malformed-entry');
  return ok(parsed.data as unknown as Entry);
};

const DISCLOSURES = z.record(z.string(), z.partialRecord(z.enum(TEXT_NAMES), z.tuple([z.string(), z.string()])));

/** Only the canonical spelling counts: an id that stands twice would hide the words of another entry. */
export const readDisclosures = (bytes: Uint8Array): Result<DisclosuresFile, 'malformed-disclosures'> => {
  const value = parseJson(bytes);
  const parsed = DISCLOSURES.safeParse(value);
  const isCanonical = parsed.success && equalBytes(utf8(canonical(value)), bytes);
  return isCanonical ? ok(parsed.data as DisclosuresFile) : refuse('malformed-disclosures');
};

/** The names of words whose hash is in the entry and whose text is gone. */
export const erasedTexts = (entry: Entry, disclosures: Disclosures): TextName[] =>
  TEXT_NAMES.filter((name) => entry.commitments[name] !== undefined && disclosures[name] === undefined);

/** The first word that is not the one the entry commits to, or undefined where all hold. */
export const falseText = (entry: Entry, disclosures: Disclosures): TextName | undefined =>
  TEXT_NAMES.find((name) => {
    const shown = disclosures[name];
    if (shown === undefined) return false;
    const salt = fromBase64(shown[0]);
    return salt === undefined || commitmentOf(salt, shown[1]) !== entry.commitments[name];
  });

/** The words alone, without their salts. */
export const textsOf = (disclosures: Disclosures): Texts =>
  Object.fromEntries(Object.entries(disclosures).map(([name, [, text]]) => [name, text]));
