import type * as z from 'zod/mini';
import type { Instant } from '../../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { dayOfWall } from '../../../shared/kernel/wall-time.ts';
import type { SeatId } from '../../../shared/kernel/id.ts';
import type { AttendanceEntry } from '../../../shared/bodies/facts.ts';
import { attendanceEntries, changedSeats, type OtherSitting } from '../../../shared/bodies/rules/attendance.ts';
import { daysTouched } from '../../../shared/bodies/rules/plan.ts';
import { permit } from '../../../shared/bodies/rules/permit.ts';
import type { SittingStep } from '../../../shared/bodies/views.ts';
import type { confirmBody, correctBody } from '../../../shared/bodies/wire.ts';
import type { Row, Task, Write } from '../../kernel/journal.ts';
import { seal } from '../../kernel/seal.ts';
import type { BodyDeps } from '../deps.ts';
import { takeSittingStep, type Found, type SittingRequest } from '../sitting-step.ts';
import { attendanceDayPk } from '../views.ts';

type Asked = Omit<SittingRequest, 'act' | 'asked' | 'also'>;
type ConfirmBody = z.infer<typeof confirmBody>;

const DAY_VERSION = 'version';

const others = (days: readonly Row[][], { stored }: Found): OtherSitting[] =>
  days
    .flat()
    .filter(({ sk }) => sk !== DAY_VERSION && sk !== stored.id)
    .map((row) => row['held'] as OtherSitting);

/**
 * What this sitting held counts for all bodies on each day that it touches: the row that says so, and the day's version, by
 * which of two lists confirmed at the same time the later one looks again. A correction may leave the day after midnight.
 */
const dayWrites = (
  days: readonly Row[][],
  found: Found,
  asked: ConfirmBody,
  entries: readonly AttendanceEntry[],
): Write[] => {
  const held = { from: asked.from, to: asked.to, persons: entries.flatMap(({ person }) => person ?? []) };
  const { id: sk, sitting } = found.stored;
  const touched = daysTouched(asked);
  const left = sitting.attendance === undefined ? [] : daysTouched(sitting.attendance);
  return [
    ...touched.flatMap((on, index): Write[] => {
      const pk = attendanceDayPk(on);
      const version = days[index]?.find((row) => row.sk === DAY_VERSION)?.version ?? 0;
      return [{ put: { pk, sk, held } }, { put: { pk, sk: DAY_VERSION }, if: { version } }];
    }),
    ...left.filter((on) => !touched.includes(on)).map((on) => ({ remove: { pk: attendanceDayPk(on), sk } })),
  ];
};

/** One task for each seat whose claim has to follow. */
const claimTasks = ({ stored }: Found, seats: readonly SeatId[], seq: number): Task[] =>
  seats.map((seat) => ({
    id: `${stored.id}-${seq}-${seat}`,
    kind: 'compensation.draft',
    body: stored.body,
    sitting: stored.id,
    seat,
  }));

const dayAsks = (asked: ConfirmBody) => daysTouched(asked).map((on) => ({ pk: attendanceDayPk(on), prefix: '' }));

/** What both the confirmation and a correction check: the right to do it, the version seen, the list itself. */
const checkedList = (
  found: Found,
  act: 'confirm' | 'correct',
  request: Asked,
  asked: ConfirmBody,
  { days, at }: { readonly days: readonly Row[][]; readonly at: Instant },
): Result<AttendanceEntry[]> => {
  const { sitting } = found.stored;
  const permitted = permit(act, sitting, request.body, request.actor);
  if (!permitted.ok) return permitted;
  if (sitting.seq !== asked.seq) return refuse('changed-meanwhile');
  if (dayOfWall(asked.from) !== dayOfWall(sitting.plan!.from)) return refuse('another-day');
  return attendanceEntries(found.of.body, asked, { others: others(days, found), mode: sitting.plan!.mode }, at);
};

/** The list of who was there is confirmed in one fact; claims are drafted from it seat by seat. */
export const confirmAttendance = (deps: BodyDeps, request: Asked, asked: ConfirmBody): Promise<Result<SittingStep>> =>
  takeSittingStep(deps, { ...request, act: 'confirm', asked, also: dayAsks(asked) }, (found, at, days) => {
    const entries = checkedList(found, 'confirm', request, asked, { days, at });
    if (!entries.ok) return entries;
    const present = entries.value.filter(({ person }) => person !== undefined).map(({ seat }) => seat);
    return ok({
      facts: [{ type: 'sitting.attendanceConfirmed', from: asked.from, to: asked.to, entries: entries.value }],
      writes: dayWrites(days, found, asked, entries.value),
      tasks: (seq) => claimTasks(found, present, seq),
    });
  });

/** A corrected list is a new fact with its reason; the claims of seats that changed follow it. */
export const correctAttendance = (
  deps: BodyDeps,
  request: Asked,
  asked: z.infer<typeof correctBody>,
): Promise<Result<SittingStep>> =>
  takeSittingStep(deps, { ...request, act: 'correct', asked, also: dayAsks(asked) }, (found, at, days) => {
    const entries = checkedList(found, 'correct', request, asked, { days, at });
    if (!entries.ok) return entries;
    const after = { from: asked.from, to: asked.to, entries: entries.value };
    const changed = changedSeats(found.stored.sitting.attendance!, after);
    if (changed.length === 0) return refuse('nothing-changed');
    const sealed = seal({ text: asked.reason });
    return ok({
      facts: [{ type: 'sitting.attendanceCorrected', ...after, textsHash: sealed.hash }],
      text: { seal: sealed, text: asked.reason },
      writes: dayWrites(days, found, asked, entries.value),
      tasks: (seq) => claimTasks(found, changed, seq),
    });
  });
