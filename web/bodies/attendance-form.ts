import { createSignal } from 'solid-js';
import type { SeatRole } from '../../shared/bodies/facts.ts';
import type { AttendanceRow, SittingView } from '../../shared/bodies/views.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { createTyped } from '../typed.ts';
import { announce } from '../ui/announce.ts';
import type { FieldFault } from '../ui/ErrorSummary.tsx';
import { createFaults, missing } from '../ui/faults.ts';
import { confirmAttendance, correctAttendance } from './data.ts';
import { timeSentences } from './time-texts.ts';
import { timesOf, typedTimes, type TypedTimes } from './times.ts';

export type Presence = SeatRole | 'absent';

export interface TypedAttendance {
  readonly times: TypedTimes;
  readonly present: Readonly<Record<string, Presence>>;
  /** Of a hybrid sitting: seats from which somebody took part online. */
  readonly online: Readonly<Record<string, boolean>>;
  readonly reason: string;
}

/** A seat on which nobody sits is empty without being asked for. */
export const isVacant = (row: AttendanceRow): boolean => row.member === undefined && row.deputy === undefined;

const known = (rows: readonly AttendanceRow[]): Record<string, Presence> =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const present = row.present ?? (isVacant(row) ? 'absent' : undefined);
      return present === undefined ? [] : [[row.seat, present] as const];
    }),
  );

/** Seats are named by the office: `constructor` is one like any other. */
export const presenceAt = ({ present }: TypedAttendance, seat: string): Presence | undefined => ownOf(present, seat);

export const openSeats = (rows: readonly AttendanceRow[], typed: TypedAttendance): AttendanceRow[] =>
  rows.filter((row) => presenceAt(typed, row.seat) === undefined);

export const countPresent = (typed: TypedAttendance): number =>
  Object.values(typed.present).filter((present) => present !== 'absent').length;

const faultsIn = (sitting: SittingView, typed: TypedAttendance, isCorrection: boolean): FieldFault[] => [
  ...timeSentences(typed.times),
  ...openSeats(sitting.attendance, typed).map((row) => ({
    name: `seat-${row.seat}`,
    text: t('bodies.attendance.open-seat', { seat: row.label }),
  })),
  ...(isCorrection && typed.reason.trim() === '' ? [missing('reason', t('bodies.attendance.reason'))] : []),
];

const entriesOf = ({ attendance, mode }: SittingView, typed: TypedAttendance) =>
  attendance.map(({ seat }) => ({
    seat,
    present: presenceAt(typed, seat)!,
    ...(mode === 'hybrid' && presenceAt(typed, seat) !== 'absent' && { online: ownOf(typed.online, seat) === true }),
  }));

/** The list of one sitting while it is filled in. It waits in this tab until it was confirmed. */
export const attendanceForm = (sitting: SittingView, isCorrection: boolean, onDone: () => void) => {
  const act = createAct();
  const place = `${sitting.sitting}/attendance-${sitting.held === undefined ? 0 : sitting.seq}`;
  const form = createTyped<TypedAttendance>(place, {
    times: typedTimes(sitting.held ?? sitting),
    present: known(sitting.attendance),
    online: Object.fromEntries(sitting.attendance.map(({ seat, online = false }) => [seat, online])),
    reason: '',
  });
  const faults = createFaults(() => faultsIn(sitting, form.now(), isCorrection));
  const [round, setRound] = createSignal(0);
  const allPresent = (): void => {
    const members = sitting.attendance.map(
      (row) => [row.seat, row.member === undefined ? 'absent' : 'member'] as const,
    );
    form.change({ present: Object.fromEntries(members) });
    setRound(round() + 1);
    announce(t('bodies.attendance.all-set'));
  };
  const send = async (): Promise<void> => {
    const typed = form.now();
    const times = timesOf(typed.times);
    if (!faults.passes() || times === undefined) return;
    const body = { seq: sitting.seq, ...times, entries: entriesOf(sitting, typed) };
    const said = t('bodies.attendance.confirmed', { count: countPresent(typed) });
    const done = await act.run((intent) =>
      isCorrection
        ? correctAttendance(sitting.body, sitting.sitting, { ...body, reason: typed.reason.trim() }, intent)
        : confirmAttendance(sitting.body, sitting.sitting, body, intent),
    );
    if (!done) {
      faults.told(act.problem(), ['from', 'to', 'reason']);
      return;
    }
    form.done();
    announce(said);
    onDone();
  };
  return { act, faults, form, round, allPresent, send };
};

export type AttendanceFilling = ReturnType<typeof attendanceForm>;
