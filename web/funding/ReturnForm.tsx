import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { createIntent } from '../intent.ts';
import { forget, keep, kept } from '../kept.ts';
import type { Problem } from '../problem.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { giveBack } from './acts.ts';

/** Sends the proposal back with what is to be changed. */
export const ReturnForm = (props: { found: CaseView }) => {
  const navigate = useNavigate();
  const intent = createIntent();
  const place = `${props.found.id}/return`;
  const [comment, setComment] = createSignal(kept<string>(place) ?? '');
  const [error, setError] = createSignal<string>();
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const typed = (text: string) => {
    setComment(text);
    keep(place, text);
  };
  const press = async () => {
    setError(comment().trim() === '' ? t('kernel.issue.empty') : undefined);
    if (error() !== undefined) {
      document.getElementById('comment')?.focus();
      return;
    }
    setBusy(true);
    const answer = await giveBack(props.found.id, { comment: comment() }, intent);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    forget(place);
    navigate(`/funding/cases/${props.found.id}`);
  };
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void press();
      }}
    >
      <h2 class="kern-heading-medium">{t('funding.return.title')}</h2>
      <TextArea
        name="comment"
        label={t('funding.return.comment')}
        hint={t('funding.return.hint')}
        error={error()}
        max={2000}
        value={comment()}
        onInput={typed}
      />
      <Show when={problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" kind="secondary" busy={busy()}>
          {t('funding.return.action')}
        </Button>
      </div>
    </form>
  );
};
