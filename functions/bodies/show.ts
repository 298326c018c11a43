import { authorityOn, DISTRICTS } from '../../shared/authorities/directory.ts';
import { addDays, dayOf, type Instant } from '../../shared/kernel/day.ts';
import { wallTime, type WallTime } from '../../shared/kernel/wall-time.ts';
import type { BodyLine, BodyView, OfficeView, PublicSeat, PublicSitting } from '../../shared/bodies/views.ts';
import { holderOn } from '../../shared/bodies/body.ts';
import { BODIES, type PublicBody } from '../../shared/bodies/directory.ts';
import { holds, type Actor } from '../../shared/kernel/actor.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { BodyDeps } from './deps.ts';
import { labelOf, seatIds, seatView } from './seats-of.ts';
import { bodyAsk, bodyOf, sittingRowOf, sittingsPk, type SittingRow, type StoredBody } from './views.ts';

/** So far back does the public page show sittings, with their minutes. */
const BACK_DAYS = 180;
const MOST_SITTINGS = 40;

const publicSitting = ({ sitting, title, from, to, mode, place, stage, documents }: SittingRow): PublicSitting => ({
  sitting,
  title,
  from,
  to,
  mode,
  place,
  stage,
  documents: documents.filter(({ isPublic }) => isPublic),
});

const publicSeats = (stored: StoredBody, at: Instant): PublicSeat[] => {
  const on = dayOf(at);
  return seatIds(stored).flatMap((seat) =>
    (['member', 'deputy'] as const).flatMap((as): PublicSeat[] => {
      const term = holderOn(stored.body, seat, as, on);
      if (term === undefined) return [];
      const line = stored.names.get(term.person);
      return [
        {
          seat: asId(seat),
          label: labelOf(stored, seat),
          as,
          from: term.from,
          ...(line?.isNamed === true && { name: line.name }),
          ...(line?.organisation !== undefined && { organisation: line.organisation }),
          ...(term.until !== undefined && { until: term.until }),
        },
      ];
    }),
  );
};

const lineOfBody = ({ id, name, kind, district, advises }: PublicBody, next: BodyLine['next']): BodyLine => ({
  id,
  name,
  kind,
  advises,
  ...(district !== undefined && { district, districtName: DISTRICTS[district] }),
  ...(next !== undefined && { next }),
});

const startOfDay = (day: string): WallTime => wallTime(`${day}T00:00`);

const nextOf = (rows: readonly SittingRow[], at: Instant): BodyLine['next'] => {
  const now = startOfDay(dayOf(at));
  const coming = rows.filter(({ stage, from }) => stage === 'planned' && from >= now);
  const first = coming.sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  return first && { from: first.from, to: first.to };
};

const latest = async ({ journal }: BodyDeps, body: PublicBody): Promise<SittingRow[]> => {
  const { rows } = await journal.page({ pk: sittingsPk(body.id), limit: MOST_SITTINGS, newestFirst: true });
  return rows.map(sittingRowOf);
};

/** The directory: one short query a body, all at the same time. */
export const showBodies = async (deps: BodyDeps): Promise<BodyLine[]> => {
  const at = deps.clock.now();
  const sittings = await Promise.all(BODIES.map((body) => latest(deps, body)));
  return BODIES.map((body, index) => lineOfBody(body, nextOf(sittings[index]!, at)));
};

export const showBody = async (deps: BodyDeps, known: PublicBody): Promise<BodyView> => {
  const at = deps.clock.now();
  const [[rows = []], sittings] = await Promise.all([deps.journal.read([bodyAsk(known.id)]), latest(deps, known)]);
  const stored = bodyOf(known.id, rows)!;
  const authority = authorityOn(known.authority, dayOf(at));
  const since = startOfDay(addDays(dayOf(at), -BACK_DAYS));
  return {
    ...lineOfBody(known, nextOf(sittings, at)),
    legalBasis: known.legalBasis,
    term: known.term,
    authority: known.authority,
    authorityName: authority?.name ?? known.authority,
    office: {
      name: `Geschäftsstelle ${known.name}`,
      mail: authority?.mail ?? '',
      website: authority?.website ?? '',
      address: authority === undefined ? '' : `${authority.street}, ${authority.postcode} ${authority.town}`,
    },
    seats: publicSeats(stored, at),
    sittings: sittings
      .filter(({ from }) => from >= since)
      .map(publicSitting)
      .reverse(),
  };
};

/** What the body office works with. */
export const officeView = (stored: StoredBody, actor: Actor, at: Instant): OfficeView => {
  const { known, body } = stored;
  return {
    id: known.id,
    name: known.name,
    authority: known.authority,
    seats: seatIds(stored).map((seat) => seatView(stored, seat, dayOf(at))),
    settings: { version: body.seq, ...body.settings },
    maySet: holds(actor, 'programmeManager', known.authority),
    ...(body.unread.length > 0 && { unread: body.unread.length }),
  };
};
