import type { Day } from '../../kernel/day.ts';
import type { OrganisationId, PersonId, SeatId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Body, Term } from '../body.ts';
import type { BodyFact, SeatRole } from '../facts.ts';

export interface Appointment {
  readonly seat: SeatId;
  readonly as: SeatRole;
  readonly person: PersonId;
  readonly from: Day;
  readonly until?: Day;
  readonly organisation?: OrganisationId;
  readonly isPublicServant: boolean;
}

export type AppointRefusal = 'ends-before-it-starts' | 'seat-taken' | 'has-a-seat';

const overlaps = (a: Pick<Term, 'from' | 'until'>, b: Pick<Term, 'from' | 'until'>): boolean =>
  (a.until === undefined || b.from <= a.until) && (b.until === undefined || a.from <= b.until);

/** Berufen: one member and one deputy on a seat at a time, and nobody on two seats of the same body at once. */
export const appoint = (body: Body, appointment: Appointment): Result<BodyFact[], AppointRefusal> => {
  const { seat, as, person, from, until } = appointment;
  if (until !== undefined && until < from) return refuse('ends-before-it-starts');
  if ((body.seats.get(seat)?.[as] ?? []).some((term) => overlaps(term, appointment))) return refuse('seat-taken');
  const held = [...body.seats.values()].flatMap(({ member, deputy }) => [...member, ...deputy]);
  if (held.some((term) => term.person === person && overlaps(term, appointment))) return refuse('has-a-seat');
  return ok([{ type: 'seat.appointed', ...appointment }]);
};

export type EndRefusal = 'nobody-there' | 'ends-before-it-starts';

/** Ausscheiden: `on` is the last day of the running term. What was attended until then stays. */
export const endTerm = (body: Body, seat: SeatId, as: SeatRole, on: Day): Result<BodyFact[], EndRefusal> => {
  const last = body.seats.get(seat)?.[as].at(-1);
  if (last === undefined || (last.until !== undefined && last.until < on)) return refuse('nobody-there');
  if (on < last.from) return refuse('ends-before-it-starts');
  return ok([{ type: 'seat.ended', seat, as, on }]);
};
