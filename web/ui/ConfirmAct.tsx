import { createSignal, Show, type JSX } from 'solid-js';
import { createAct } from '../acting.ts';
import type { Answer } from '../api.ts';
import { t } from '../i18n.ts';
import type { Intent } from '../intent.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import type { ButtonKind } from './button-kinds.ts';
import { Dialog } from './Dialog.tsx';
import type { IconName } from './Icon.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

/** An act that is asked for once more, since it has consequences: the dialog says which. */
export const ConfirmAct = (props: {
  action: string;
  title: string;
  confirm: string;
  kind?: ButtonKind;
  icon?: IconName;
  /** Says more to screen readers where the same button stands in many rows. */
  about?: string;
  /** Said when it is done. */
  done: string;
  send: (intent: Intent) => Promise<Answer<unknown>>;
  children: JSX.Element;
}) => {
  const act = createAct();
  const [asked, setAsked] = createSignal(false);
  const press = async () => {
    const done = props.done;
    const isDone = await act.run(props.send);
    setAsked(false);
    if (isDone) announce(done);
  };
  return (
    <>
      <Button
        kind={props.kind ?? 'primary'}
        {...(props.icon !== undefined && { icon: props.icon })}
        {...(props.about !== undefined && { about: props.about })}
        busy={act.busy()}
        onClick={() => setAsked(true)}
      >
        {props.action}
      </Button>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <Dialog
        open={asked()}
        title={props.title}
        onClose={() => setAsked(false)}
        footer={
          <>
            <Button busy={act.busy()} onClick={() => void press()}>
              {props.confirm}
            </Button>
            <Button kind="secondary" onClick={() => setAsked(false)}>
              {t('ui.dialog.cancel')}
            </Button>
          </>
        }
      >
        {props.children}
      </Dialog>
    </>
  );
};
