import { For, Show, untrack } from 'solid-js';
import type { AttendanceRow, SittingView } from '../../shared/bodies/views.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import {
  attendanceForm,
  countPresent,
  isVacant,
  openSeats,
  presenceAt,
  type AttendanceFilling,
  type Presence,
} from './attendance-form.ts';
import { TimesFields } from './TimesFields.tsx';
import { Form } from '../ui/Form.tsx';

const choicesOf = (row: AttendanceRow): Presence[] => [
  ...(row.member === undefined ? [] : ['member' as const]),
  ...(row.deputy === undefined ? [] : ['deputy' as const]),
  'absent',
];

const Names = (props: { row: AttendanceRow }) => (
  <span class="kern-body kern-body--small">
    <Show when={props.row.member}>{(member) => <Isolate>{member().name}</Isolate>}</Show>
    <Show when={props.row.member !== undefined && props.row.deputy !== undefined}> · </Show>
    <Show when={props.row.deputy}>{(deputy) => t('bodies.attendance.deputy-name', { name: deputy().name })}</Show>
  </span>
);

/** Where a sitting was in a room and online at once, the list says who was where: it can decide about the fee. */
const Online = (props: { seat: string; filling: AttendanceFilling }) => (
  <Checkbox
    name={`online-${props.seat}`}
    label={t('bodies.attendance.online')}
    checked={ownOf(props.filling.form.now().online, props.seat) === true}
    onInput={(is) => props.filling.form.change({ online: { ...props.filling.form.now().online, [props.seat]: is } })}
  />
);

/** One seat with its three answers, each as large as a thumb. */
const Seat = (props: { row: AttendanceRow; filling: AttendanceFilling; isHybrid: boolean }) => {
  const name = () => `seat-${props.row.seat}`;
  const chosen = () => presenceAt(props.filling.form.now(), props.row.seat);
  const choose = (value: Presence) =>
    props.filling.form.change({ present: { ...props.filling.form.now().present, [props.row.seat]: value } });
  return (
    <fieldset class="seat" classList={{ 'seat--open': props.filling.faults.at(name()) !== undefined }}>
      <legend class="seat__legend">
        <span class="kern-body kern-body--bold">
          <Isolate>{props.row.label}</Isolate>
        </span>{' '}
        <Names row={props.row} />
      </legend>
      <div class="choices">
        <For each={choicesOf(props.row)}>
          {(value, index) => {
            const id = () => (index() === 0 ? name() : `${name()}-${value}`);
            return (
              <div class="choice kern-form-check">
                <input
                  class="kern-form-check__radio"
                  type="radio"
                  id={id()}
                  name={name()}
                  value={value}
                  checked={chosen() === value}
                  onChange={() => choose(value)}
                />
                <label class="kern-label" for={id()}>
                  {t(`bodies.attendance.choice.${value}`)}
                </label>
              </div>
            );
          }}
        </For>
      </div>
      <Show when={props.isHybrid && chosen() !== undefined && chosen() !== 'absent'}>
        <Online seat={props.row.seat} filling={props.filling} />
      </Show>
    </fieldset>
  );
};

const Seats = (props: { sitting: SittingView; filling: AttendanceFilling }) => (
  <>
    <div class="actions">
      <Button kind="secondary" icon="check" onClick={props.filling.allPresent}>
        {t('bodies.attendance.all')}
      </Button>
    </div>
    <For each={[props.filling.round()]}>
      {() => (
        <For each={props.sitting.attendance}>
          {(row) => (
            <Show
              when={!isVacant(row)}
              fallback={
                <p class="kern-body">
                  <Isolate>{row.label}</Isolate>: {t('bodies.seats.vacant')}
                </p>
              }
            >
              <Seat row={row} filling={props.filling} isHybrid={props.sitting.mode === 'hybrid'} />
            </Show>
          )}
        </For>
      )}
    </For>
  </>
);

/** The confirming button stays at the thumb, with what it will say. */
const Bar = (props: { sitting: SittingView; filling: AttendanceFilling; isCorrection: boolean }) => {
  const open = () => openSeats(props.sitting.attendance, props.filling.form.now()).length;
  return (
    <div class="bottom-bar">
      <p class="kern-body" role="status">
        {t('bodies.attendance.present', {
          count: countPresent(props.filling.form.now()),
          seats: props.sitting.attendance.length,
        })}
        <Show when={open() > 0}> · {t('bodies.attendance.open', { count: open() })}</Show>
      </p>
      <Button type="submit" icon="check" busy={props.filling.act.busy()}>
        {t(props.isCorrection ? 'bodies.attendance.correct' : 'bodies.attendance.confirm')}
      </Button>
    </div>
  );
};

/** Who was there, from when to when: seat by seat, in a minute, on a phone. */
export const AttendanceForm = (props: { sitting: SittingView; isCorrection: boolean; onDone: () => void }) => {
  const filling = untrack(() => attendanceForm(props.sitting, props.isCorrection, props.onDone));
  return (
    <Form class="form--attendance" onSubmit={() => void filling.send()}>
      <ErrorSummary faults={filling.faults.all()} />
      <TimesFields
        typed={filling.form.now().times}
        hoursOnly
        errorAt={filling.faults.at}
        onInput={(part) => filling.form.change({ times: { ...filling.form.now().times, ...part } })}
      />
      <Seats sitting={props.sitting} filling={filling} />
      <Show when={props.isCorrection}>
        <TextArea
          name="reason"
          label={t('bodies.attendance.reason')}
          hint={t('bodies.attendance.reason-hint')}
          error={filling.faults.at('reason')}
          max={1000}
          rows={3}
          value={filling.form.now().reason}
          onInput={(reason) => filling.form.change({ reason })}
        />
      </Show>
      <Show when={filling.act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <Bar sitting={props.sitting} filling={filling} isCorrection={props.isCorrection} />
    </Form>
  );
};
