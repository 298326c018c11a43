import { holderOn } from '../../shared/bodies/body.ts';
import type { SeatHolder, SeatView } from '../../shared/bodies/views.ts';
import type { SeatRole } from '../../shared/bodies/facts.ts';
import type { Day } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { StoredBody } from './views.ts';

/** What the office calls the seat; one that was filled without ever being named is shown by its id. */
export const labelOf = ({ labels }: StoredBody, seat: string): string => labels.get(seat) ?? seat;

/** All seats by their labels, those that were only filled too; numbers in labels count as numbers. */
export const seatIds = (stored: StoredBody): string[] =>
  [...new Set([...stored.labels.keys(), ...stored.body.seats.keys()])].sort(
    (a, b) => labelOf(stored, a).localeCompare(labelOf(stored, b), 'de', { numeric: true }) || (a < b ? -1 : 1),
  );

const holder = (stored: StoredBody, seat: string, as: SeatRole, on: Day): SeatHolder | undefined => {
  const term = holderOn(stored.body, seat, as, on);
  if (term === undefined) return undefined;
  const { person, from, until, isPublicServant } = term;
  const line = stored.names.get(person);
  return {
    person,
    name: line?.name ?? person,
    from,
    isPublicServant,
    ...(until !== undefined && { until }),
    ...(line?.organisation !== undefined && { organisation: line.organisation }),
  };
};

/** A seat with those who hold it on that day. */
export const seatView = (stored: StoredBody, seat: string, on: Day): SeatView => {
  const member = holder(stored, seat, 'member', on);
  const deputy = holder(stored, seat, 'deputy', on);
  return {
    seat: asId(seat),
    label: labelOf(stored, seat),
    ...(member && { member }),
    ...(deputy && { deputy }),
  };
};
