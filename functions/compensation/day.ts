import type { HalfDays } from '../../shared/bodies/facts.ts';
import type { ExpenseRule } from '../../shared/bodies/wire.ts';
import { NEW_CLAIM } from '../../shared/compensation/claim.ts';
import { evolve } from '../../shared/compensation/evolve.ts';
import type { ClaimFact } from '../../shared/compensation/facts.ts';
import { openQuestion } from '../../shared/compensation/fee.ts';
import { remindOn } from '../../shared/compensation/periods.ts';
import { reconcileDay, type DayEntry } from '../../shared/compensation/rules/reconcile.ts';
import type { ClaimView } from '../../shared/compensation/wire.ts';
import { dayOf, type Day, type Instant } from '../../shared/kernel/day.ts';
import { record } from '../../shared/kernel/decider.ts';
import type { ClaimId, PersonId } from '../../shared/kernel/id.ts';
import type { Commit, Key, Row, Task, Write } from '../kernel/journal.ts';
import { budgetGuards } from './budget.ts';
import { dueRow } from './due.ts';
import { lineWrites } from './lines.ts';
import { claimOf, claimPk, claimStateOf, type StoredClaim } from './views.ts';

/** What all lists say of one person on one local day: the record that couples the claims of the day. */
export const dayKey = (person: PersonId, on: Day): Key => ({ pk: `claim-day#${person}#${on}`, sk: 'day' });

/** The day's entries with what was just read; a later list that another reaction took up meanwhile stays. */
export const entriesOf = (row: Row | undefined, ...entered: DayEntry[]): DayEntry[] => {
  const entries = new Map(((row?.['entries'] ?? []) as DayEntry[]).map((entry) => [entry.claim, entry]));
  for (const entry of entered)
    if ((entries.get(entry.claim)?.sittingSeq ?? 0) <= entry.sittingSeq) entries.set(entry.claim, entry);
  return [...entries.values()];
};

export interface DayRows {
  readonly key: Key;
  readonly row: Row | undefined;
  readonly on: Day;
  readonly entries: readonly DayEntry[];
}

/** Everything that one person's days need to be shared out anew. */
export interface Drafting {
  readonly days: readonly DayRows[];
  /** Rows of each claim of these days. */
  readonly rows: ReadonlyMap<ClaimId, readonly Row[]>;
  readonly name: string;
  readonly kinds: readonly ExpenseRule[];
  readonly halfDays?: HalfDays | undefined;
  /** The claim that the list was read for. */
  readonly claim: ClaimId;
}

/** A claim before its first fact, with what its lines will show. */
const newClaim = (entry: DayEntry, { name, kinds, halfDays }: Drafting, at: Instant): StoredClaim => {
  const { claim, sitting, body, bodyName, authority, seat, as, person, on, from, to } = entry;
  return {
    id: claim,
    claim: NEW_CLAIM,
    of: { sitting, body, authority, seat, as, person, on, from, to, draftedAt: at },
    facts: [],
    context: { bodyName, kinds, ...(halfDays !== undefined && { halfDays }) },
    names: new Map([[person, name]]),
    texts: new Map(),
    expenses: new Map(),
    sameDay: [],
    previews: new Map(),
  };
};

interface Change {
  readonly before: StoredClaim | undefined;
  readonly after: StoredClaim;
  readonly facts: readonly ClaimFact[];
}

const changed = (entry: DayEntry, facts: readonly ClaimFact[], drafting: Drafting, at: Instant): Change => {
  const before = claimOf(entry.claim, drafting.rows.get(entry.claim) ?? []);
  const base = before ?? newClaim(entry, drafting, at);
  const recorded = record(base.claim.seq, { by: 'system', at }, facts);
  const claim = recorded.reduce(evolve, base.claim);
  return {
    before,
    after: { ...base, claim, of: claim.of ?? base.of, facts: [...base.facts, ...recorded] },
    facts,
  };
};

/** The other sittings of the day that were looked at, beside each claim. */
const sameDayRow = (of: StoredClaim, on: Day, all: readonly DayEntry[], changes: readonly Change[]): Row => {
  const units = new Map(changes.map(({ after }) => [after.id, after.claim.fee.units]));
  const present = all.filter(({ isPresent }) => isPresent);
  const sameDay: ClaimView['sameDay'] = present
    .filter(({ claim }) => claim !== of.id)
    .map(({ claim, bodyName, from, to }) => ({ bodyName, from, to, units: units.get(claim) ?? 0 }));
  const question = openQuestion(on, present);
  return { pk: claimPk(of.id), sk: 'day', sameDay, ...(question !== undefined && { question }) };
};

/** Rows that a claim gets once, with its first fact. */
const firstRows = ({ after }: Change): Write[] => [
  { put: { pk: claimPk(after.id), sk: 'context', context: after.context } },
  { put: { pk: claimPk(after.id), sk: 'names', names: Object.fromEntries(after.names) } },
  ...(after.claim.stage === 'drafted'
    ? [{ put: dueRow(remindOn(dayOf(after.of.draftedAt)), after.id, 'remind') }]
    : []),
];

const mailTask = (claim: ClaimId): Task => ({ id: `${claim}-ready`, kind: 'compensation.mail', claim, about: 'ready' });

type Parts = Required<Pick<Commit, 'facts' | 'writes' | 'guards' | 'tasks'>>;

const partsOf = (day: DayRows, drafting: Drafting, at: Instant): Parts & { changes: readonly Change[] } => {
  const reconciled = reconcileDay(
    day.on,
    day.entries,
    new Map([...drafting.rows].map(([claim, rows]) => [claim, claimStateOf(rows)])),
  );
  if (!reconciled.ok) throw new Error(`The fees of ${day.on} cannot be reckoned: ${reconciled.refusal}`);
  const changes = day.entries
    .map((entry) => changed(entry, reconciled.value.get(entry.claim) ?? [], drafting, at))
    .filter(({ after }) => after.claim.of !== undefined);
  const moved = changes.filter(({ facts }) => facts.length > 0);
  const begun = moved.filter(({ before }) => before === undefined);
  const version = day.row?.version ?? 0;
  return {
    changes: moved,
    facts: moved.map(({ after, before, facts }) => ({ pk: claimPk(after.id), after: before?.claim.seq ?? 0, facts })),
    writes: [
      { put: { ...day.key, entries: day.entries }, if: { version } },
      ...begun.flatMap(firstRows),
      ...changes.map(({ after }) => ({ put: sameDayRow(after, day.on, day.entries, changes) })),
      ...moved.flatMap(({ before, after }) => lineWrites(before, after)),
    ],
    guards: [],
    tasks: begun.filter(({ after }) => after.claim.stage === 'drafted').map(({ after }) => mailTask(after.id)),
  };
};

/** One commit for all days of all persons concerned: facts, rows, budgets given back, and mails for claims that are new. */
export const dayCommit = (draftings: readonly Drafting[], at: Instant): Parts => {
  const parts = draftings.flatMap((drafting) => drafting.days.map((day) => partsOf(day, drafting, at)));
  return {
    facts: parts.flatMap(({ facts }) => facts),
    writes: parts.flatMap(({ writes }) => writes),
    guards: budgetGuards(
      parts.flatMap(({ changes }) =>
        changes.map(({ before, after }) => ({ before: before?.claim, after: after.claim })),
      ),
    ),
    tasks: parts.flatMap(({ tasks }) => tasks),
  };
};
