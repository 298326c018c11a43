import { createSignal, For, Show } from 'solid-js';
import type { AttendanceRow, SittingView } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import { isMember, session } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { When } from '../ui/When.tsx';
import { AttendanceForm } from './AttendanceForm.tsx';

const KINDS = { member: 'success', deputy: 'success', absent: 'warning' } as const;

const nameOf = (row: AttendanceRow): string | undefined =>
  row.present === 'deputy' ? row.deputy?.name : row.present === 'member' ? row.member?.name : undefined;

const Rows = (props: { rows: readonly AttendanceRow[] }) => (
  <ul class="plain-list">
    <For each={props.rows}>
      {(row) => (
        <li class="entry row">
          <span class="kern-body kern-body--bold">
            <Isolate>{row.label}</Isolate>
          </span>
          <Show when={row.present}>
            {(present) => <StatusTag kind={KINDS[present()]} text={t(`bodies.attendance.was.${present()}`)} />}
          </Show>
          <Show when={nameOf(row)}>{(name) => <Isolate>{name()}</Isolate>}</Show>
        </li>
      )}
    </For>
  </ul>
);

const Corrections = (props: { sitting: SittingView }) => (
  <Show when={props.sitting.corrections.length > 0}>
    <h3 class="kern-heading-small">{t('bodies.attendance.corrections')}</h3>
    <ul class="plain-list">
      <For each={props.sitting.corrections}>
        {(correction) => (
          <li class="entry">
            <p class="kern-body kern-body--small">
              <InstantText at={correction.at} />
            </p>
            <p class="kern-body typed">
              <Isolate>{correction.reason}</Isolate>
            </p>
          </li>
        )}
      </For>
    </ul>
  </Show>
);

const Held = (props: { sitting: SittingView }) => (
  <Show when={props.sitting.held}>
    {(held) => (
      <>
        <p class="kern-body">
          {t('bodies.attendance.held')} <When from={held().from} to={held().to} />
        </p>
        <p class="kern-body kern-body--small">
          {t(held().isCorrection ? 'bodies.attendance.corrected-at' : 'bodies.attendance.confirmed-at')}{' '}
          <InstantText at={held().confirmedAt} />
        </p>
        <Rows rows={props.sitting.attendance} />
        <Corrections sitting={props.sitting} />
        <Show when={isMember(session())}>
          <div class="actions">
            <LinkButton href="/compensation">{t('bodies.attendance.to-claims')}</LinkButton>
          </div>
        </Show>
      </>
    )}
  </Show>
);

/** The list of who was there: to be filled in by the office, to be read by those who are on it. */
export const Attendance = (props: { sitting: SittingView }) => {
  const [correcting, setCorrecting] = createSignal(false);
  const may = (act: 'confirm' | 'correct') => props.sitting.acts.includes(act);
  return (
    <Show when={may('confirm') || props.sitting.held !== undefined}>
      <section class="stack">
        <h2 class="kern-heading-medium">{t('bodies.attendance.title')}</h2>
        <Held sitting={props.sitting} />
        <Show when={may('confirm')}>
          <p class="kern-body measure">{t('bodies.attendance.lead')}</p>
          <AttendanceForm sitting={props.sitting} isCorrection={false} onDone={() => undefined} />
        </Show>
        <Show when={may('correct')}>
          <Show
            when={correcting()}
            fallback={
              <div class="actions">
                <Button kind="secondary" icon="edit" onClick={() => setCorrecting(true)}>
                  {t('bodies.attendance.begin-correction')}
                </Button>
              </div>
            }
          >
            <p class="kern-body measure">{t('bodies.attendance.correction-lead')}</p>
            <AttendanceForm sitting={props.sitting} isCorrection onDone={() => setCorrecting(false)} />
          </Show>
        </Show>
      </section>
    </Show>
  );
};
