import type { Instant } from '../../kernel/day.ts';
import type { PersonId, SeatId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { dayOfWall, instantOf } from '../../kernel/wall-time.ts';
import { holderOn, type Body } from '../body.ts';
import type { AttendanceEntry, SeatRole, SittingMode } from '../facts.ts';
import { checkedTimes, spansOverlap, type Times, type TimesRefusal } from './plan.ts';

/** The list as a person filled it in: every seat of that day once. */
export interface AttendanceList extends Times {
  readonly entries: readonly {
    readonly seat: SeatId;
    readonly present: SeatRole | 'absent';
    readonly online?: boolean | undefined;
  }[];
}

/** A sitting of any body on the same day whose list is confirmed. */
export interface OtherSitting extends Times {
  readonly persons: readonly PersonId[];
}

export type AttendanceRefusal =
  | TimesRefusal
  | 'not-held-yet'
  | 'seat-unknown'
  | 'seat-twice'
  | 'seat-missing'
  | 'nobody-on-seat'
  | 'present-elsewhere';

/** The seats that somebody holds on that day, as member or deputy. */
export const seatsToFill = (body: Body, times: Times): SeatId[] => {
  const on = dayOfWall(times.from);
  return [...body.seats.keys()].filter((seat) =>
    (['member', 'deputy'] as const).some((as) => holderOn(body, seat, as, on) !== undefined),
  ) as SeatId[];
};

const listRefusal = (body: Body, list: AttendanceList): AttendanceRefusal | undefined => {
  const expected = new Set<string>(seatsToFill(body, list));
  const named = list.entries.map(({ seat }) => seat);
  if (named.some((seat) => !body.seats.has(seat))) return 'seat-unknown';
  if (new Set(named).size < named.length) return 'seat-twice';
  if (named.some((seat) => !expected.has(seat))) return 'nobody-on-seat';
  return [...expected].some((seat) => !named.includes(seat as SeatId)) ? 'seat-missing' : undefined;
};

const entryOf = (
  body: Body,
  list: AttendanceList,
  { seat, present, online = false }: AttendanceList['entries'][number],
  mode: SittingMode,
): AttendanceEntry | undefined => {
  if (present === 'absent') return { seat, present };
  const term = holderOn(body, seat, present, dayOfWall(list.from));
  if (term === undefined) return undefined;
  const { person, isPublicServant } = term;
  return { seat, present, person, isPublicServant, ...(mode === 'hybrid' && { online }) };
};

/**
 * The entries of the fact: who sat on each seat that day (Anwesenheitsliste). A deputy counts in the member's absence only,
 * which the form of the list makes sure of. Nobody is present in two sittings at the same time, in whatever body.
 */
export const attendanceEntries = (
  body: Body,
  list: AttendanceList,
  { others, mode }: { readonly others: readonly OtherSitting[]; readonly mode: SittingMode },
  at: Instant,
): Result<AttendanceEntry[], AttendanceRefusal> => {
  const times = checkedTimes(list);
  if (!times.ok) return times;
  const ended = instantOf(list.to);
  if (!ended.ok) return ended;
  if (ended.value > at) return refuse('not-held-yet');
  const wrong = listRefusal(body, list);
  if (wrong !== undefined) return refuse(wrong);
  const entries: AttendanceEntry[] = [];
  for (const one of list.entries) {
    const entry = entryOf(body, list, one, mode);
    if (entry === undefined) return refuse('nobody-on-seat');
    entries.push(entry);
  }
  const present = new Set(entries.flatMap(({ person }) => person ?? []));
  const elsewhere = others.some((other) => spansOverlap(list, other) && other.persons.some((one) => present.has(one)));
  return elsewhere ? refuse('present-elsewhere') : ok(entries);
};

/** Seats whose claims may look different after a correction: another person, presence, or other times for all present. */
export const changedSeats = (
  before: Times & { readonly entries: readonly AttendanceEntry[] },
  after: Times & { readonly entries: readonly AttendanceEntry[] },
): SeatId[] => {
  const sameTimes = before.from === after.from && before.to === after.to;
  const was = new Map(before.entries.map((entry) => [entry.seat, entry]));
  const seats = new Set([...before.entries, ...after.entries].map(({ seat }) => seat));
  const now = new Map(after.entries.map((entry) => [entry.seat, entry]));
  return [...seats].filter((seat) => {
    const [a, b] = [was.get(seat), now.get(seat)];
    const same = (['present', 'person', 'isPublicServant', 'online'] as const).every((part) => a?.[part] === b?.[part]);
    return !same || (!sameTimes && (a?.person !== undefined || b?.person !== undefined));
  });
};
