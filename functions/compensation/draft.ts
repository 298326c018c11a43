import type { Attendance, AttendanceEntry, HalfDays } from '../../shared/bodies/facts.ts';
import { claimIdOf } from '../../shared/compensation/claim-ids.ts';
import type { Presence } from '../../shared/compensation/fee.ts';
import type { DayEntry } from '../../shared/compensation/rules/reconcile.ts';
import { asId, type ClaimId, type PersonId, type SeatId, type SittingId } from '../../shared/kernel/id.ts';
import type { Day } from '../../shared/kernel/day.ts';
import { dayOfWall } from '../../shared/kernel/wall-time.ts';
import { outboxKey, type Ask, type Key, type Row, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { personKey } from '../kernel/person.ts';
import type { CompensationDeps } from './deps.ts';
import { dayCommit, dayKey, entriesOf, type DayRows, type Drafting } from './day.ts';
import { bodyAsk, bodyOf, sittingAsk, type StoredBody } from '../bodies/views.ts';
import { attendedOf, type Attended } from './upstream.ts';
import { claimAsk, claimStateOf } from './views.ts';

const inSeat = ({ entries }: Attendance, seat: SeatId): readonly AttendanceEntry[] =>
  entries.filter((entry) => entry.seat === seat);

/** Everyone whom any list ever had in that seat: a correction may take one away and bring another. */
const personsOf = ({ lists }: Attended, seat: SeatId): PersonId[] => [
  ...new Set(
    lists.flatMap((list) => inSeat(list, seat).flatMap(({ person }) => (person === undefined ? [] : [person]))),
  ),
];

const presenceIn = ({ plan: { mode } }: Attended, { online }: Partial<AttendanceEntry>): Presence => {
  if (mode === 'inPerson') return 'inPerson';
  if (mode === 'online') return 'online';
  return online === undefined ? 'unsaid' : online ? 'online' : 'inPerson';
};

/** By the standing decision as it was in force on the day. */
const paidOnce = (halfDays: HalfDays | undefined, on: Day): boolean =>
  halfDays !== undefined && !halfDays.isPaidTwice && halfDays.since <= on;

interface Sat {
  readonly id: SittingId;
  readonly sitting: Attended;
  readonly list: Attendance;
  readonly of: StoredBody;
}

/** What the list that counts says of one person, in whichever seat it has them now. */
const entryOf = ({ id, sitting, list, of }: Sat, person: PersonId, asked: SeatId): DayEntry => {
  const { body, authority } = sitting.plan;
  const { settings } = of.body;
  const found = list.entries.find((entry) => entry.person === person && entry.present !== 'absent');
  const seat = found?.seat ?? asked;
  const as = found?.present === 'deputy' ? 'deputy' : 'member';
  return {
    claim: claimIdOf(id, person),
    sitting: id,
    body,
    bodyName: of.known.name,
    authority,
    seat,
    as,
    person,
    on: dayOfWall(list.from),
    from: list.from,
    to: list.to,
    presence: presenceIn(sitting, found ?? {}),
    ...(settings.onlineAttendancePaid !== undefined && { onlinePaid: settings.onlineAttendancePaid }),
    ...(paidOnce(settings.halfDays, dayOfWall(list.from)) && { halfDaysPaidOnce: true }),
    isPublicServant: found?.isPublicServant === true,
    besideMember: as === 'deputy' && inSeat(list, seat).some(({ present }) => present === 'member'),
    sittingSeq: list.seq,
    isPresent: found !== undefined,
  };
};

/** The claims of the days whose entries were read, so that their fees can be shared out. */
const claimsOf = async (
  { journal }: CompensationDeps,
  days: readonly DayRows[],
  known: ReadonlyMap<ClaimId, readonly Row[]>,
): Promise<Map<ClaimId, readonly Row[]>> => {
  const all = new Set(days.flatMap((day) => day.entries.map(({ claim }) => claim)));
  const missing = [...all].filter((claim) => !known.has(claim));
  const rows = missing.length === 0 ? [] : await journal.read(missing.map(claimAsk));
  return new Map([...known, ...missing.map((claim, index) => [claim, rows[index] ?? []] as const)]);
};

const drafted = async (deps: CompensationDeps, sat: Sat, person: PersonId, seat: SeatId): Promise<Drafting> => {
  const entry = entryOf(sat, person, seat);
  const asks: (Ask | Key)[] = [claimAsk(entry.claim), dayKey(person, entry.on), personKey(person)];
  const [claim = [], [day] = [], [named] = []] = await deps.journal.read(asks);
  const before = claimStateOf(claim).of?.on;
  // A correction may have moved the sitting to another day: then two days are shared out anew.
  const [[moved] = []] =
    before === undefined || before === entry.on ? [] : await deps.journal.read([dayKey(person, before)]);
  const days: DayRows[] = [{ key: dayKey(person, entry.on), row: day, on: entry.on, entries: entriesOf(day, entry) }];
  if (before !== undefined && before !== entry.on) {
    const left = entriesOf(moved).filter((one) => one.claim !== entry.claim);
    days.push({ key: dayKey(person, before), row: moved, on: before, entries: left });
  }
  const rows = await claimsOf(deps, days, new Map([[entry.claim, claim]]));
  return {
    days,
    rows,
    name: (named?.['name'] ?? person) as string,
    kinds: sat.of.body.settings.expenses,
    halfDays: sat.of.body.settings.halfDays,
    claim: entry.claim,
  };
};

const satOf = async (
  { journal }: CompensationDeps,
  task: Task,
): Promise<{ readonly sat?: Sat; readonly isOpen: boolean }> => {
  const id = asId<'sitting'>(String(task['sitting']));
  const body = asId<'body'>(String(task['body']));
  const [rows = [], bodyRows = [], open = []] = await journal.read([sittingAsk(id), bodyAsk(body), outboxKey(task)]);
  const sitting = attendedOf(rows);
  const of = bodyOf(body, bodyRows);
  const list = sitting?.lists.at(-1);
  if (sitting === undefined || list === undefined || of === undefined)
    throw new Error(`No list of attendance in ${id}`);
  return { sat: { id, sitting, list, of }, isOpen: open.length > 0 };
};

/**
 * Reaction `compensation.draft`: brings the claims of one seat and sitting, and with them the person's whole day, into line with
 * the list that counts now. No claim for a seat without a person. Idempotent and right in any order.
 */
export const draftClaims = async (deps: CompensationDeps, task: Task): Promise<void> => {
  const { sat, isOpen } = await satOf(deps, task);
  if (!isOpen || sat === undefined) return;
  const seat = asId<'seat'>(String(task['seat']));
  const draftings: Drafting[] = [];
  for (const person of personsOf(sat.sitting, seat)) draftings.push(await drafted(deps, sat, person, seat));
  const at = deps.clock.now();
  mustSettle(await deps.journal.commit({ ...dayCommit(draftings, at), at, by: 'system', completes: outboxKey(task) }));
};
