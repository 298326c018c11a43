import { limitsOf } from '../../shared/compensation/limits.ts';
import { cents, type Cents } from '../../shared/kernel/cents.ts';
import { holds, type Actor } from '../../shared/kernel/actor.ts';
import type { ClaimId, PersonId } from '../../shared/kernel/id.ts';
import type { HalfDays } from '../../shared/bodies/facts.ts';
import type { ExpenseRule } from '../../shared/bodies/wire.ts';
import { NEW_CLAIM, type Attended, type Claim } from '../../shared/compensation/claim.ts';
import { readClaim } from '../../shared/compensation/evolve.ts';
import type { ClaimFact } from '../../shared/compensation/facts.ts';
import type { ClaimPreview } from '../../shared/compensation/rules/reject.ts';
import type { ClaimView, ExpenseView, StatementLine, StatementView } from '../../shared/compensation/wire.ts';
import type { Recorded } from '../../shared/kernel/decider.ts';
import { streamOf, type Ask, type Key, type Row, type Write } from '../kernel/journal.ts';
import { ownOf } from '../../shared/kernel/own.ts';

/** Words of one step, which the facts know only by their salted hash. */
export interface ClaimTexts {
  readonly text?: string;
  readonly reasons?: string;
}

/** Words and pages of an expense. */
export interface ExpenseRecord {
  readonly reason?: string;
  readonly pages: ExpenseView['pages'];
}

/** How things stood when the claim was drafted: running claims keep the body's rules. */
export interface ClaimContext {
  readonly bodyName: string;
  readonly kinds: readonly ExpenseRule[];
  /** The standing decision on two sittings in both halves of a day, if there was one. */
  readonly halfDays?: HalfDays;
}

/** Everything that lies in the claim's partition: one read answers each command and each page of the claim. */
export interface StoredClaim {
  readonly id: ClaimId;
  readonly claim: Claim;
  readonly of: Attended;
  readonly facts: readonly Recorded<ClaimFact>[];
  readonly context: ClaimContext;
  /** What persons are called, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<number, ClaimTexts>;
  readonly expenses: ReadonlyMap<string, ExpenseRecord>;
  readonly sameDay: ClaimView['sameDay'];
  /** The open question on which the day's fees depend. */
  readonly dayQuestion?: string;
  /** By person: what each releaser has seen last. */
  readonly previews: ReadonlyMap<string, ClaimPreview>;
}

export const claimPk = (id: ClaimId): string => `claim#${id}`;

export const claimAsk = (id: ClaimId): Ask => ({ pk: claimPk(id), prefix: '' });

const PREVIEW = 'preview#';
const EXPENSE = 'expense#';

export const textSk = (seq: number): string => `text#${String(seq).padStart(6, '0')}`;

export const expenseKey = (id: ClaimId, item: string): Key => ({ pk: claimPk(id), sk: `${EXPENSE}${item}` });

const mapped = <T>(rows: readonly Row[], prefix: string, read: (row: Row) => T): Map<string, T> =>
  new Map(rows.filter(({ sk }) => sk.startsWith(prefix)).map((row) => [row.sk.slice(prefix.length), read(row)]));

/** What the facts alone tell; `none` where there are none. */
export const claimStateOf = (rows: readonly Row[]): Claim => {
  const stream = streamOf<ClaimFact>(rows);
  return stream.length === 0 ? NEW_CLAIM : readClaim(stream);
};

/** The claim from its partition's rows; undefined where there is none. */
export const claimOf = (id: ClaimId, rows: readonly Row[]): StoredClaim | undefined => {
  const at = (sk: string): Row | undefined => rows.find((row) => row.sk === sk);
  const claim = claimStateOf(rows);
  const context = at('context');
  if (claim.of === undefined || context === undefined) return undefined;
  const texts = mapped(rows, 'text#', (row) => row['texts'] as ClaimTexts);
  const question = at('day')?.['question'] as string | undefined;
  return {
    id,
    claim,
    of: claim.of,
    facts: streamOf<ClaimFact>(rows),
    context: context['context'] as ClaimContext,
    names: new Map(Object.entries((at('names')?.['names'] ?? {}) as Record<string, string>)),
    texts: new Map([...texts].map(([seq, words]) => [Number(seq), words])),
    expenses: mapped(rows, EXPENSE, (row) => row['expense'] as ExpenseRecord),
    sameDay: (at('day')?.['sameDay'] ?? []) as ClaimView['sameDay'],
    ...(question !== undefined && { dayQuestion: question }),
    previews: mapped(rows, PREVIEW, (row) => row['preview'] as ClaimPreview),
  };
};

export const isClaimant = ({ person }: Actor, { of }: StoredClaim): boolean => of.person === person;

const OFFICIALS = ['certifier', 'orderer', 'caseOfficer', 'auditor'] as const;

/** Officials see a claim from its submission on; a draft is the member's own. */
export const isOfficial = (actor: Actor, { claim, of }: StoredClaim): boolean =>
  claim.caseNumber !== undefined &&
  (holds(actor, 'bodyOffice', of.body) || OFFICIALS.some((role) => holds(actor, role, of.authority)));

/** Whoever may not read a claim is answered as if it did not exist. */
export const readableClaim = (actor: Actor, id: ClaimId, rows: readonly Row[]): StoredClaim | undefined => {
  const found = claimOf(id, rows);
  return found !== undefined && (isClaimant(actor, found) || isOfficial(actor, found)) ? found : undefined;
};

/** Remembers the rendering of the notice on a partial rejection that this person has just seen. */
export const seenClaimPreview = (id: ClaimId, preview: ClaimPreview): Write => ({
  put: { pk: claimPk(id), sk: `${PREVIEW}${preview.signer}`, preview },
});

/** The reasons of the last proposal to reject, as the notice will print them. */
export const rejectionReasons = ({ texts }: Pick<StoredClaim, 'texts'>): string | undefined =>
  [...texts.values()].findLast((one) => one.reasons !== undefined)?.reasons;

const yearPk = (person: PersonId): string => `compensation-year#${person}`;

/** All that was paid to a person in one year: a line for each claim, and the total. */
export const statementAsk = (person: PersonId, year: number): Ask => ({ pk: yearPk(person), prefix: `${year}#` });

export const statementTotalKey = (person: PersonId, year: number): Key => ({ pk: yearPk(person), sk: `${year}#total` });

export const statementLineKey = (person: PersonId, year: number, claim: ClaimId): Key => ({
  pk: yearPk(person),
  sk: `${year}#${claim}`,
});

/** The lines of a year, earliest sitting first; what came back from the bank is none. */
const statementLinesOf = (rows: readonly Row[]): StatementLine[] =>
  rows
    .filter((row) => row['line'] !== undefined && row['isReturned'] !== true)
    .map((row) => row['line'] as StatementLine)
    .sort((a, b) => (a.on < b.on ? -1 : 1));

/** The statement of a year from its rows: what was paid, beside the amounts of the law. */
export const statementIn = (rows: readonly Row[], name: string, year: number): StatementView => {
  const total = rows.find(({ sk }) => sk === `${year}#total`);
  const centsOf = (field: string): Cents => cents(Number(ownOf(total, field) ?? 0));
  const [feesCents, expensesCents, totalCents] = ['feesCents', 'expensesCents', 'totalCents'].map(centsOf) as [
    Cents,
    Cents,
    Cents,
  ];
  const limits = limitsOf(year, feesCents, totalCents);
  return { year, name, lines: statementLinesOf(rows), feesCents, expensesCents, totalCents, limits };
};
