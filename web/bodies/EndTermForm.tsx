import { createSignal, Show } from 'solid-js';
import type { SeatRole } from '../../shared/bodies/facts.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts, partsOfDay } from '../ui/day-parts.ts';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { endTerm } from './data.ts';
import { Form } from '../ui/Form.tsx';

/** Ends the term of who sits there. Claims for sittings before that day stay. */
export const EndTermForm = (props: { body: string; seat: string; as: SeatRole }) => {
  const act = createAct();
  const [on, setOn] = createSignal(partsOfDay(undefined));
  const [error, setError] = createSignal<string>();
  const name = () => `${props.as}-end`;
  const press = async () => {
    const day = dayOfParts(on());
    setError(day.ok ? undefined : t('ui.date.unclear'));
    if (!day.ok) {
      document.getElementById(name())?.focus();
      return;
    }
    const said = t('bodies.seats.ended');
    const body = { as: props.as, on: day.value };
    if (await act.run((intent) => endTerm(props.body, props.seat, body, intent))) announce(said);
  };
  return (
    <Form onSubmit={() => void press()}>
      <DateInput
        name={name()}
        label={t('bodies.seats.end-on')}
        hint={t('bodies.seats.end-hint')}
        error={error()}
        value={on()}
        onInput={setOn}
      />
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" kind="secondary" busy={act.busy()}>
          {t(`bodies.seats.end.${props.as}`)}
        </Button>
      </div>
    </Form>
  );
};
