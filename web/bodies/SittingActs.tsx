import { Show } from 'solid-js';
import type { SittingView } from '../../shared/bodies/views.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { createTyped } from '../typed.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { createFaults } from '../ui/faults.ts';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { TextAct } from '../ui/TextAct.tsx';
import { cancel, invite, move } from './data.ts';
import { placeOf, type TypedPlace } from './place-fields.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { timeSentences } from './time-texts.ts';
import { timesOf, typedTimes } from './times.ts';
import { TimesFields } from './TimesFields.tsx';
import { Form } from '../ui/Form.tsx';

/** Sends the invitation with a calendar file to all members and deputies; once more after a change. */
export const InviteForm = (props: { sitting: SittingView }) => {
  const act = createAct();
  const press = async () => {
    const said = t('bodies.invite.done');
    if (await act.run((intent) => invite(props.sitting.body, props.sitting.sitting, {}, intent))) announce(said);
  };
  return (
    <section class="stack">
      <h2 class="kern-heading-medium">{t('bodies.invite.title')}</h2>
      <p class="kern-body measure">{t('bodies.invite.text')}</p>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button
          kind={props.sitting.invitedAt === undefined ? 'primary' : 'secondary'}
          busy={act.busy()}
          onClick={() => void press()}
        >
          {t(props.sitting.invitedAt === undefined ? 'bodies.invite.action' : 'bodies.invite.again')}
        </Button>
      </div>
    </section>
  );
};

/** The list of attendance on the same page asks for hours too. */
const MOVE = 'move-';

const moveForm = (sitting: SittingView) => {
  const act = createAct();
  const place: TypedPlace = {
    mode: sitting.mode,
    place: sitting.place,
    onlineAddress: sitting.onlineAddress ?? '',
  };
  const form = createTyped(`${sitting.sitting}/move`, { times: typedTimes(sitting), place });
  const faults = createFaults(() => timeSentences(form.now().times, MOVE));
  const press = async () => {
    const times = timesOf(form.now().times);
    if (!faults.passes() || times === undefined) return;
    const said = t('bodies.move.done');
    const body = { ...times, ...placeOf(form.now().place) };
    if (await act.run((intent) => move(sitting.body, sitting.sitting, body, intent))) {
      form.done();
      announce(said);
      return;
    }
    faults.told(act.problem(), ['from', 'to', 'place', 'onlineAddress'], (name) =>
      name === 'from' || name === 'to' ? `${MOVE}${name}` : name,
    );
  };
  return { act, faults, form, press };
};

/** Another day, hour or place; everybody invited is told. */
export const MoveForm = (props: { sitting: SittingView }) => {
  const moving = moveForm(props.sitting);
  return (
    <Accordion title={t('bodies.move.title')}>
      <Form onSubmit={() => void moving.press()}>
        <ErrorSummary faults={moving.faults.all()} />
        <TimesFields
          prefix={MOVE}
          typed={moving.form.now().times}
          errorAt={moving.faults.at}
          onInput={(part) => moving.form.change({ times: { ...moving.form.now().times, ...part } })}
        />
        <PlaceFields
          typed={moving.form.now().place}
          errorAt={moving.faults.at}
          onInput={(part) => moving.form.change({ place: { ...moving.form.now().place, ...part } })}
        />
        <Show when={moving.act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
        <div class="actions">
          <Button type="submit" kind="secondary" busy={moving.act.busy()}>
            {t('bodies.move.action')}
          </Button>
        </div>
      </Form>
    </Accordion>
  );
};

export const CancelForm = (props: { sitting: SittingView }) => (
  <Accordion title={t('bodies.cancel.title')}>
    <p class="kern-body measure">{t('bodies.cancel.text')}</p>
    <TextAct
      name="cancel-reason"
      place={`${props.sitting.sitting}/cancel`}
      label={t('bodies.cancel.reason')}
      action={t('bodies.cancel.action')}
      kind="secondary"
      max={1000}
      done={t('bodies.cancel.done')}
      send={(reason, intent) => cancel(props.sitting.body, props.sitting.sitting, { reason }, intent)}
    />
  </Accordion>
);
