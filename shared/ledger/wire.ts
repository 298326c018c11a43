import * as z from 'zod/mini';
import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { Quarter } from '../compensation/periods.ts';
import type { BodyId, EntryId } from '../kernel/id.ts';
import { idText, line } from '../kernel/text.ts';
import type { BodyFigures, SumFigures } from './aggregate.ts';
import type { EntryKind, LegalMode, TextName, WithheldGround } from './entry.ts';
import type { ErasureGround } from './erasure.ts';

/** Which of the totals an entry counts in. */
export type MoneySort = 'granted' | 'paid' | 'repaid' | 'aggregate';

/** That words of an entry were erased: the trace that stays in their place. */
export interface Erased {
  readonly names: readonly TextName[];
  readonly on: Day;
  readonly ground: ErasureGround;
}

/** An entry as pages show it: the log's fields with those of its words that are not erased. */
export interface PublicEntry {
  readonly id: EntryId;
  /** Number in the log, from 0. */
  readonly index: number;
  readonly kind: EntryKind;
  readonly money: MoneySort;
  readonly year: number;
  readonly day?: Day;
  readonly amountCents: Cents;
  readonly currency: 'EUR';
  readonly funder: { readonly id: string; readonly name: string };
  /** Absent where the name is withheld or erased. `id` is the key of the list of all its entries. */
  readonly recipient?: { readonly id: string; readonly name: string };
  readonly nameWithheld?: WithheldGround;
  readonly registerId?: string;
  readonly purpose?: string;
  readonly place?: string;
  readonly programme?: string;
  readonly policyField?: string;
  readonly district?: string;
  readonly legalMode?: LegalMode;
  readonly caseNumber?: string;
  readonly corrects?: EntryId;
  readonly erased?: readonly Erased[];
  /** The entry that took its place. */
  readonly supersededBy?: EntryId;
  /** Of an aggregate: what volunteers on the body (without body: on all of them) were paid in the quarter. */
  readonly body?: BodyId;
  readonly quarter?: Quarter;
  readonly persons?: number;
  readonly sittings?: number;
}

/** A page; with combined filters it may be short or empty and still have a next. */
export interface PublicEntries {
  readonly items: readonly PublicEntry[];
  readonly next: string | null;
}

export interface Count {
  readonly entries: number;
  readonly cents: number;
}

/** The totals of one budget year; entries that were superseded do not count. */
export interface YearReport {
  readonly year: number;
  readonly granted: Count;
  readonly paid: Count;
  readonly repaid: Count;
  readonly aggregate: Count;
  /** Granted, by funder id; names as they stand in the entries. */
  readonly funders: Readonly<Record<string, Count & { readonly name: string }>>;
  /** Granted, by policy field, district, legal mode; `unknown` where the entry does not say. */
  readonly policyFields: Readonly<Record<string, Count>>;
  readonly districts: Readonly<Record<string, Count>>;
  readonly legalModes: Readonly<Record<string, Count>>;
}

/** Rows of the city's files that are missing in the totals. */
export interface NotLoaded {
  /** Rows that wait for a person to look at them. */
  readonly waiting: Count;
  /** Rows that could not be read, by reason. */
  readonly refused: readonly (Count & { readonly why: string })[];
}

export interface PublicReport {
  readonly items: readonly YearReport[];
  readonly notLoaded: NotLoaded;
}

const YEAR = z.string().check(z.regex(/^(19|2[01])\d{2}$/));

export const ENTRIES_QUERY = z.strictObject({
  year: z.optional(YEAR),
  funder: z.optional(idText<string>()),
  field: z.optional(line(60)),
  recipient: z.optional(idText<string>()),
  q: z.optional(line(200)),
  cursor: z.optional(z.string().check(z.maxLength(400), z.regex(/^[A-Za-z0-9_-]+$/))),
  lang: z.optional(line(20)),
});
export type EntriesQuery = z.infer<typeof ENTRIES_QUERY>;

/** What volunteers on one body were paid in one quarter; without figures it is not published, for protection of persons. */
export interface CompensationCell {
  readonly body: BodyId;
  readonly name: string;
  readonly figures?: BodyFigures & { readonly entry: EntryId };
}

export interface CompensationQuarter {
  readonly quarter: Quarter;
  readonly publishedOn: Day;
  readonly bodies: readonly CompensationCell[];
  /** Only where every body is published. */
  readonly total?: SumFigures & { readonly entry: EntryId };
}

/** A body's year, only where all four quarters are published. */
export interface CompensationYear {
  readonly year: number;
  readonly body: BodyId;
  readonly name: string;
  readonly figures: SumFigures;
}

export interface PublicCompensation {
  /** Newest first. */
  readonly items: readonly CompensationQuarter[];
  readonly years: readonly CompensationYear[];
}

export const REPORT_QUERY = z.strictObject({ year: z.optional(YEAR), lang: z.optional(line(20)) });
