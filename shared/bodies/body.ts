import type { Day } from '../kernel/day.ts';
import { replay, type Recorded } from '../kernel/decider.ts';
import type { OrganisationId, PersonId, SeatId } from '../kernel/id.ts';
import type { BodyFact, HalfDays, SeatRole } from './facts.ts';
import type { ExpenseRule } from './wire.ts';

/** One person's time on a seat; both days are included. */
export interface Term {
  readonly person: PersonId;
  readonly from: Day;
  readonly until?: Day;
  readonly organisation?: OrganisationId;
  readonly isPublicServant: boolean;
}

export interface Seat {
  readonly member: readonly Term[];
  readonly deputy: readonly Term[];
}

/** What a body pays beside the fee, and whether sitting online counts. */
export interface BodySettings {
  readonly onlineAttendancePaid?: boolean;
  readonly halfDays?: HalfDays;
  readonly expenses: readonly ExpenseRule[];
}

/** A body (Beirat) as its facts tell it; `seq` is the number of the last one. */
export interface Body {
  readonly seq: number;
  /** A map, since ids come from outside: `constructor` is one like any other. */
  readonly seats: ReadonlyMap<string, Seat>;
  readonly settings: BodySettings;
  /** Facts that could not be read, by their numbers: set aside, so that the board goes on without them. */
  readonly unread: readonly number[];
}

export const NEW_BODY: Body = { seq: 0, seats: new Map(), settings: { expenses: [] }, unread: [] };

const EMPTY: Seat = { member: [], deputy: [] };

const withTerms = (body: Body, seat: SeatId, as: SeatRole, terms: readonly Term[]): Body => ({
  ...body,
  seats: new Map([...body.seats, [seat, { ...(body.seats.get(seat) ?? EMPTY), [as]: terms }]]),
});

const isSeatRole = (as: unknown): as is SeatRole => as === 'member' || as === 'deputy';

const evolveBody = (before: Body, { seq, fact }: Recorded<BodyFact>): Body => {
  const body = { ...before, seq };
  const unreadable = { ...body, unread: [...body.unread, seq] };
  switch (fact.type) {
    case 'seat.appointed': {
      const { type: _, seat, as, ...term } = fact;
      if (!isSeatRole(as)) return unreadable;
      return withTerms(body, seat, as, [...(body.seats.get(seat)?.[as] ?? []), term]);
    }
    case 'seat.ended': {
      const terms = body.seats.get(fact.seat)?.[fact.as] ?? [];
      const last = terms.at(-1);
      return last === undefined
        ? unreadable
        : withTerms(body, fact.seat, fact.as, [...terms.slice(0, -1), { ...last, until: fact.on }]);
    }
    case 'body.settingsChanged': {
      const { type: _, ...settings } = fact;
      return Array.isArray(settings.expenses) ? { ...body, settings } : unreadable;
    }
    default:
      return unreadable;
  }
};

export const readBody = (stream: readonly Recorded<BodyFact>[]): Body => replay(NEW_BODY, evolveBody, stream);

const covers = ({ from, until }: Term, on: Day): boolean => from <= on && (until === undefined || on <= until);

/** Who holds the seat in this role on that day. */
export const holderOn = (body: Body, seat: string, as: SeatRole, on: Day): Term | undefined =>
  body.seats.get(seat)?.[as].findLast((term) => covers(term, on));

/** The seats of a person on that day, with the role. */
export const seatsOf = (body: Body, person: PersonId, on: Day): { readonly seat: SeatId; readonly as: SeatRole }[] =>
  [...body.seats].flatMap(([seat, of]) =>
    (['member', 'deputy'] as const).flatMap((as) =>
      of[as].some((term) => term.person === person && covers(term, on)) ? [{ seat: seat as SeatId, as }] : [],
    ),
  );

/** Everyone with a seat on that day, once. */
export const seatedOn = (body: Body, on: Day): PersonId[] => [
  ...new Set(
    [...body.seats.keys()].flatMap((seat) =>
      (['member', 'deputy'] as const).flatMap((as) => holderOn(body, seat, as, on)?.person ?? []),
    ),
  ),
];
