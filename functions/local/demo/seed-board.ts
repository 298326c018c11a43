import { addDays, dayOf, type Day } from '../../../shared/kernel/day.ts';
import { asId, type BodyId } from '../../../shared/kernel/id.ts';
import { wallTime } from '../../../shared/kernel/wall-time.ts';
import type { SeatRole, SittingMode } from '../../../shared/bodies/facts.ts';
import { changeMember } from '../../bodies/commands/member.ts';
import { planSitting } from '../../bodies/commands/plan.ts';
import { appointToSeat, nameSeat } from '../../bodies/commands/seats.ts';
import { changeSettings } from '../../bodies/commands/settings.ts';
import type { BodyDeps } from '../../bodies/deps.ts';
import { bodyAsk, bodyOf, memberKey, memberOf, sittingAsk } from '../../bodies/views.ts';
import { actorOf, BOARD_PEOPLE, DISTRICT_BODY } from './people.ts';
import { seedPeople } from './seed.ts';

const BODY: BodyId = asId<'body'>(DISTRICT_BODY);

interface Place {
  readonly member: string;
  readonly deputy?: string;
  readonly organisation?: string;
}

/** Seat by seat who sits there; the last one is empty, as happens. */
const PLACES: readonly (Place | undefined)[] = [
  { member: 'member', deputy: 'member3', organisation: 'org-brueckenhaus' },
  { member: 'member2', organisation: 'org-horizont' },
  { member: 'member4' },
  { member: 'board-1', deputy: 'board-2' },
  { member: 'board-3' },
  { member: 'board-4', deputy: 'board-5' },
  { member: 'board-6' },
  { member: 'board-7' },
  undefined,
];

/** Works for the district and gets no compensation, which the city should show too. */
const PUBLIC_SERVANT = 'member4';

const TERM_BEGAN_DAYS_AGO = 300;

const appointAll = async (deps: BodyDeps, today: Day): Promise<void> => {
  const office = actorOf('body-office');
  const [rows = []] = await deps.journal.read([bodyAsk(BODY)]);
  const stored = bodyOf(BODY, rows);
  for (const [index, place] of PLACES.entries()) {
    const seat = asId<'seat'>(`sitz-${index + 1}`);
    const here = { actor: office, body: BODY, seat };
    if (stored?.labels.has(seat) !== true) await nameSeat(deps, here, { label: `Sitz ${index + 1}` });
    for (const as of ['member', 'deputy'] as const satisfies readonly SeatRole[]) {
      const person = place?.[as];
      if (person === undefined || (stored?.body.seats.get(seat)?.[as].length ?? 0) > 0) continue;
      const organisation = place?.organisation;
      await appointToSeat(
        deps,
        { ...here, key: `demo-${seat}-${as}` },
        {
          as,
          person: asId(person),
          from: addDays(today, -TERM_BEGAN_DAYS_AGO),
          isPublicServant: person === PUBLIC_SERVANT,
          ...(organisation !== undefined && { organisation: asId(organisation) }),
        },
      );
    }
  }
};

/** Every kind of expense, so that each can be tried; amounts are made up. */
const settle = async (deps: BodyDeps): Promise<void> => {
  const [rows = []] = await deps.journal.read([bodyAsk(BODY)]);
  const stored = bodyOf(BODY, rows);
  if (stored === undefined || stored.body.settings.expenses.length > 0) return;
  await changeSettings(
    deps,
    { actor: actorOf('programme-manager'), body: BODY, version: stored.body.seq },
    {
      onlineAttendancePaid: true,
      expenses: [
        { kind: 'publicTransport', capCents: 12_00, needsReceipt: true, needsReason: false },
        { kind: 'mileage', needsReceipt: false, needsReason: false },
        { kind: 'taxi', capCents: 40_00, needsReceipt: true, needsReason: true },
        { kind: 'childcare', capCents: 60_00, needsReceipt: true, needsReason: false },
        { kind: 'interpretation', capCents: 150_00, needsReceipt: true, needsReason: false },
      ],
    },
  );
};

/** One of them agreed to be named on the public page. */
const sayOfThemselves = async (deps: BodyDeps): Promise<void> => {
  const actor = actorOf('member');
  const [[row] = []] = await deps.journal.read([memberKey(actor.person)]);
  const member = memberOf(row);
  if (member === undefined || row?.version !== 1) return;
  await changeMember(
    deps,
    { actor, version: 1 },
    { email: member.email, language: 'de', isNamed: true, acceptsPortalDelivery: true },
  );
};

interface Meeting {
  readonly id: string;
  readonly inDays: number;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly mode: SittingMode;
}

const MEETINGS: readonly Meeting[] = [
  { id: 'vergangen-1', inDays: -33, from: '17:00', to: '19:00', title: '1. Sitzung', mode: 'inPerson' },
  { id: 'vergangen-2', inDays: -12, from: '10:00', to: '16:30', title: 'Klausurtag', mode: 'inPerson' },
  { id: 'vergangen-3', inDays: -2, from: '17:30', to: '19:30', title: '2. Sitzung', mode: 'hybrid' },
  { id: 'kommend-1', inDays: 9, from: '17:30', to: '19:30', title: '3. Sitzung', mode: 'inPerson' },
  { id: 'kommend-2', inDays: 37, from: '18:00', to: '20:00', title: '4. Sitzung', mode: 'online' },
];

const planAll = async (deps: BodyDeps, today: Day): Promise<void> => {
  const found = await deps.journal.read(MEETINGS.map(({ id }) => sittingAsk(asId(`sitzung-${id}`))));
  for (const [index, { id, inDays, from, to, title, mode }] of MEETINGS.entries()) {
    if ((found[index]?.length ?? 0) > 0) continue;
    const on = addDays(today, inDays);
    await planSitting(deps, {
      actor: actorOf('body-office'),
      body: BODY,
      sitting: asId(`sitzung-${id}`),
      asked: {
        title,
        from: wallTime(`${on}T${from}`),
        to: wallTime(`${on}T${to}`),
        mode,
        place: mode === 'online' ? '' : 'Rathaus Musterkiez, Raum 112, Beispielstraße 1',
        ...(mode !== 'inPerson' && { onlineAddress: 'https://konferenz.anteil.example/beirat' }),
      },
    });
  }
};

/**
 * The demo board: nine seats, what it pays, sittings that are over and wait for their lists, and some that come. Every step is the
 * room's own and is left out where it was done before, so that a second start changes nothing that people did meanwhile.
 */
export const seedBoard = async (deps: BodyDeps): Promise<void> => {
  const today = dayOf(deps.clock.now());
  await seedPeople(deps, BOARD_PEOPLE);
  await appointAll(deps, today);
  await settle(deps);
  await sayOfThemselves(deps);
  await planAll(deps, today);
};
