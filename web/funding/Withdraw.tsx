import { createSignal, Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { createIntent } from '../intent.ts';
import type { Problem } from '../problem.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { withdraw } from './acts.ts';

/** Taking the application back: possible until the decision, and asked for twice. */
export const Withdraw = (props: { found: CaseView }) => {
  const intent = createIntent();
  const [open, setOpen] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const press = async () => {
    setBusy(true);
    const answer = await withdraw(props.found.id, {}, intent);
    setBusy(false);
    if (answer.ok) setOpen(false);
    else setProblem(answer.problem);
  };
  return (
    <div class="actions">
      <Button kind="tertiary" onClick={() => setOpen(true)}>
        {t('funding.withdraw.action')}
      </Button>
      <Dialog
        open={open()}
        title={t('funding.withdraw.title')}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button busy={busy()} onClick={() => void press()}>
              {t('funding.withdraw.confirm')}
            </Button>
            <Button kind="secondary" onClick={() => setOpen(false)}>
              {t('funding.withdraw.keep')}
            </Button>
          </>
        }
      >
        <p class="kern-body">{t('funding.withdraw.text')}</p>
        <Show when={problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      </Dialog>
    </div>
  );
};
