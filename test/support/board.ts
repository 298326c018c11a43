import type { TestCity } from './city.ts';

export const BOARD = 'body-bezirk-03';
const AT = `/api/bodies/${BOARD}`;

/** @throws Error with the answer, where a step of the preparation was refused */
export const done = async (answer: Promise<Response>): Promise<Response> => {
  const response = await answer;
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return response;
};

export interface Seating {
  readonly seat: string;
  readonly as: 'member' | 'deputy';
  readonly person: string;
  readonly from?: string;
  readonly until?: string;
  readonly isPublicServant?: boolean;
}

/** Names the seat, if it is new, and appoints. */
export const seated = async (city: TestCity, { seat, as, person, ...rest }: Seating): Promise<void> => {
  await done(city.put('body-office', `${AT}/seats/${seat}`, { label: seat.replace('sitz-', 'Sitz ') }));
  const body = { as, person, from: '2026-01-01', isPublicServant: false, ...rest };
  await done(city.post('body-office', `${AT}/seats/${seat}/appoint`, body));
};

export interface Planned {
  readonly sitting: string;
  readonly from: string;
  readonly to: string;
  readonly mode?: 'inPerson' | 'online' | 'hybrid';
}

export const planned = (city: TestCity, { sitting, mode = 'inPerson', ...times }: Planned) =>
  done(
    city.put('body-office', `${AT}/sittings/${sitting}`, {
      title: 'Ordentliche Sitzung',
      mode,
      place: 'Rathaus',
      ...times,
    }),
  );

/** Says who was there; seats that are not named were empty. */
export const confirmed = async (
  city: TestCity,
  sitting: string,
  present: Readonly<Record<string, 'member' | 'deputy' | 'absent'>>,
  times: { readonly from?: string; readonly to?: string } = {},
): Promise<Response> => {
  const seen = (await (await done(city.get('body-office', `${AT}/sittings/${sitting}`))).json()) as {
    seq: number;
    from: string;
    to: string;
    attendance: { seat: string }[];
  };
  const entries = seen.attendance.map(({ seat }) => ({
    seat,
    present: Object.hasOwn(present, seat) ? present[seat] : 'absent',
  }));
  const { seq, from, to } = seen;
  return city.post('body-office', `${AT}/sittings/${sitting}/confirm`, { seq, from, to, ...times, entries });
};
