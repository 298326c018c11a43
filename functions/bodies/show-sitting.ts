import type { Actor } from '../../shared/kernel/actor.ts';
import { dayOf, type Instant } from '../../shared/kernel/day.ts';
import { dayOfWall, type WallTime } from '../../shared/kernel/wall-time.ts';
import { seatsOf } from '../../shared/bodies/body.ts';
import { seatsToFill } from '../../shared/bodies/rules/attendance.ts';
import { isOffice, mayObject, objectUntil, permit, readsAll, TRANSITIONS } from '../../shared/bodies/rules/permit.ts';
import { openObjections } from '../../shared/bodies/sitting.ts';
import {
  SITTING_ACTS,
  type AttendanceRow,
  type DocumentView,
  type SittingAct,
  type SittingView,
} from '../../shared/bodies/views.ts';
import type { Row } from '../kernel/journal.ts';
import { mailFailuresIn } from '../kernel/mail-failure.ts';
import { seatView } from './seats-of.ts';
import type { Found } from './sitting-step.ts';

const allActs = ({ stored }: Found, actor: Actor): SittingAct[] =>
  TRANSITIONS.flatMap(({ act }) => {
    const one = SITTING_ACTS.find((known) => known === act);
    return one !== undefined && permit(one, stored.sitting, stored.body, actor).ok ? [one] : [];
  });

const actsOf = (found: Found, actor: Actor, at: Instant): SittingAct[] => {
  const { sitting } = found.stored;
  const day = dayOfWall(sitting.plan!.from);
  const seated = seatsOf(found.of.body, actor.person, day).length > 0;
  const objects = (one: { person: string; answer?: unknown }): boolean => one.answer === undefined;
  return allActs(found, actor).filter((act) => {
    if (act === 'invite') return day >= dayOf(at);
    if (act === 'confirm') return day <= dayOf(at);
    if (act === 'answerObjection') return sitting.objections.some((one) => objects(one) && one.person !== actor.person);
    if (act !== 'object') return true;
    return (
      mayObject(sitting, seated, at) && !sitting.objections.some((one) => objects(one) && one.person === actor.person)
    );
  });
};

/** All seats for the office; for a member their own. Before the list is confirmed, who holds them on the day planned. */
const attendanceRows = ({ stored, of }: Found, actor: Actor, all: boolean): AttendanceRow[] => {
  const { attendance, plan } = stored.sitting;
  const times = attendance ?? plan!;
  const day = dayOfWall(times.from);
  const own = new Set<string>(seatsOf(of.body, actor.person, day).map(({ seat }) => seat));
  const present = new Map(attendance?.entries.map((entry) => [entry.seat, entry]));
  return seatsToFill(of.body, times)
    .filter((seat) => all || own.has(seat))
    .map((seat) => {
      const { label, member, deputy } = seatView(of, seat, day);
      const said = present.get(seat);
      return {
        seat,
        label,
        ...(member && { member: { person: member.person, name: member.name } }),
        ...(deputy && { deputy: { person: deputy.person, name: deputy.name } }),
        ...(said !== undefined && { present: said.present }),
        ...(said?.online !== undefined && { online: said.online }),
      };
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'de', { numeric: true }));
};

const documentsOf = ({ stored }: Found): DocumentView[] =>
  stored.sitting.documents.map(({ document, kind, isPublic, at }) => ({
    document,
    kind,
    isPublic,
    title: stored.titles.get(document) ?? '',
    addedAt: at,
  }));

const objectionsOf = ({ stored, of }: Found, actor: Actor, all: boolean): SittingView['objections'] =>
  stored.sitting.objections
    .filter(({ person }) => all || person === actor.person)
    .map(({ person, at, seq, answer }) => ({
      person,
      name: of.names.get(person)?.name ?? person,
      at,
      text: stored.texts.get(seq) ?? '',
      ...(answer && { answer: stored.texts.get(answer.seq) ?? '', outcome: answer.outcome }),
    }));

const heldOf = ({ stored }: Found): Pick<SittingView, 'held' | 'objectUntil'> => {
  const { attendance } = stored.sitting;
  if (attendance === undefined) return {};
  const { from, to, at, isCorrection } = attendance;
  return { held: { from, to, confirmedAt: at, isCorrection }, objectUntil: objectUntil(attendance) };
};

/** Only the office can mend an address or ring up: nobody else is told. */
const unreachedIn = ({ stored, of }: Found, actor: Actor, failed: readonly Row[]): Pick<SittingView, 'unreached'> => {
  if (failed.length === 0 || !isOffice(actor, stored.body)) return {};
  return {
    unreached: mailFailuresIn(failed).map(({ person, at, reason }) => ({
      name: of.names.get(person ?? '')?.name ?? person ?? '',
      at,
      reason,
    })),
  };
};

/** A sitting as its reader may see it; `failed` are the mails about it that never left. */
export const sittingView = (found: Found, actor: Actor, at: Instant, failed: readonly Row[] = []): SittingView => {
  const { stored, of } = found;
  const { sitting, words } = stored;
  const all = readsAll(actor, stored.body, of.known.authority);
  const { from, to, mode } = sitting.plan as { from: WallTime; to: WallTime; mode: SittingView['mode'] };
  return {
    sitting: stored.id,
    body: stored.body,
    bodyName: of.known.name,
    title: words.title,
    from,
    to,
    mode,
    stage: sitting.stage as SittingView['stage'],
    openObjections: isOffice(actor, stored.body) ? openObjections(sitting) : 0,
    seq: sitting.seq,
    place: words.place,
    ...(words.onlineAddress !== undefined && { onlineAddress: words.onlineAddress }),
    ...(sitting.cancelledSeq !== undefined && { cancelledBecause: stored.texts.get(sitting.cancelledSeq) ?? '' }),
    ...(sitting.invitedAt !== undefined && { invitedAt: sitting.invitedAt }),
    ...unreachedIn(found, actor, failed),
    documents: documentsOf(found),
    acts: actsOf(found, actor, at),
    attendance: attendanceRows(found, actor, all),
    ...heldOf(found),
    objections: objectionsOf(found, actor, all),
    corrections: sitting.corrections.map(({ seq, at: when }) => ({ at: when, reason: stored.texts.get(seq) ?? '' })),
  };
};
