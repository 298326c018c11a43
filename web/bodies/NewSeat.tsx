import { createSignal, Show } from 'solid-js';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { TextField } from '../ui/TextField.tsx';
import { addSeat } from './data.ts';
import { Form } from '../ui/Form.tsx';

/** A further seat by its label; what kind of seat it is says nothing about who may sit there. */
export const NewSeat = (props: { body: string }) => {
  const act = createAct();
  const [seat, setSeat] = createSignal<string>(crypto.randomUUID());
  const [label, setLabel] = createSignal('');
  const [error, setError] = createSignal<string>();
  const press = async () => {
    setError(label().trim() === '' ? t('kernel.issue.empty') : undefined);
    if (error() !== undefined) {
      document.getElementById('label')?.focus();
      return;
    }
    if (!(await act.run(() => addSeat(props.body, seat(), { label: label().trim() })))) return;
    announce(t('bodies.seats.added', { label: label() }));
    setLabel('');
    setSeat(crypto.randomUUID());
  };
  return (
    <Form onSubmit={() => void press()}>
      <TextField
        name="label"
        label={t('bodies.seats.label')}
        hint={t('bodies.seats.label-hint')}
        error={error()}
        value={label()}
        onInput={setLabel}
      />
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" kind="secondary" busy={act.busy()}>
          {t('bodies.seats.add')}
        </Button>
      </div>
    </Form>
  );
};
