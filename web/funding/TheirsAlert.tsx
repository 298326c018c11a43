import { For } from 'solid-js';
import type { Answers, Question, Section } from '../../shared/programmes/form.ts';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { answerText, labelOf } from './question-text.ts';

interface TheirsProps {
  readonly mine: Answers;
  readonly theirs: Answers;
  readonly section: Section;
  readonly onSettle: (mine: boolean) => void;
}

/** Two people wrote in the same section: shows where the other one wrote something else and asks whose words stand. */
export const TheirsAlert = (props: TheirsProps) => {
  const differs = ({ id }: Question) => JSON.stringify(props.mine[id] ?? '') !== JSON.stringify(props.theirs[id] ?? '');
  const theirText = (question: Question) =>
    question.kind === 'amounts' ? t('funding.theirs.amounts') : answerText(question, props.theirs[question.id]);
  return (
    <Alert kind="warning" title={t('funding.theirs.title')} urgent>
      <p class="kern-body">{t('funding.theirs.text')}</p>
      <ul class="kern-list kern-list--bullet">
        <For each={props.section.questions.filter(differs)}>
          {(question) => (
            <li>
              {labelOf(question.id)} – <Isolate>{theirText(question)}</Isolate>
            </li>
          )}
        </For>
      </ul>
      <div class="actions">
        <Button onClick={() => props.onSettle(true)}>{t('funding.theirs.mine')}</Button>
        <Button kind="secondary" onClick={() => props.onSettle(false)}>
          {t('funding.theirs.theirs')}
        </Button>
      </div>
    </Alert>
  );
};
