import { createSignal, Show } from 'solid-js';
import { createAct } from '../acting.ts';
import type { Answer } from '../api.ts';
import { t } from '../i18n.ts';
import type { Intent } from '../intent.ts';
import { createTyped } from '../typed.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import type { ButtonKind } from './button-kinds.ts';
import { ProblemAlert } from './ProblemAlert.tsx';
import { TextArea } from './TextArea.tsx';
import { Form } from './Form.tsx';

/** An act that wants words: a reason, a question, an answer. They stay in the field until they have arrived. */
export const TextAct = (props: {
  name: string;
  /** Where the words wait in this tab. */
  place: string;
  label: string;
  hint?: string;
  action: string;
  kind?: ButtonKind;
  max: number;
  /** Said when it is done. */
  done: string;
  send: (text: string, intent: Intent) => Promise<Answer<unknown>>;
}) => {
  const act = createAct();
  const typed = createTyped(props.place, { text: '' });
  const [error, setError] = createSignal<string>();
  const press = async () => {
    setError(typed.now().text.trim() === '' ? t('kernel.issue.empty') : undefined);
    if (error() !== undefined) {
      document.getElementById(props.name)?.focus();
      return;
    }
    const done = props.done;
    if (!(await act.run((intent) => props.send(typed.now().text, intent)))) return;
    typed.done();
    announce(done);
  };
  return (
    <Form onSubmit={() => void press()}>
      <TextArea
        name={props.name}
        label={props.label}
        hint={props.hint}
        error={error()}
        max={props.max}
        rows={3}
        value={typed.now().text}
        onInput={(text) => typed.change({ text })}
      />
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" kind={props.kind ?? 'primary'} busy={act.busy()}>
          {props.action}
        </Button>
      </div>
    </Form>
  );
};
