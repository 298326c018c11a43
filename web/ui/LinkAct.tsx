import { Show } from 'solid-js';
import { createAct } from '../acting.ts';
import type { Answer } from '../api.ts';
import type { Intent } from '../intent.ts';
import { Button } from './Button.tsx';
import type { ButtonKind } from './button-kinds.ts';
import { ProblemAlert } from './ProblemAlert.tsx';

/** Asks for the link to a file, which is valid for some minutes, and goes there. */
export const LinkAct = (props: {
  action: string;
  kind?: ButtonKind;
  send: (intent: Intent) => Promise<Answer<{ readonly link: string }>>;
}) => {
  const act = createAct();
  const open = () =>
    act.run(async (intent) => {
      const answer = await props.send(intent);
      if (answer.ok) location.assign(answer.value.link);
      return answer;
    });
  return (
    <>
      <Button kind={props.kind ?? 'secondary'} icon="download" busy={act.busy()} onClick={() => void open()}>
        {props.action}
      </Button>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
    </>
  );
};
