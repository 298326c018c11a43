import { For } from 'solid-js';
import type { Answers, Section } from '../../shared/programmes/form.ts';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { answerText, labelOf } from './question-text.ts';

/** Two people wrote in the same section: shows what the other one wrote and asks whose words stand. */
export const TheirsAlert = (props: { theirs: Answers; section: Section; onSettle: (mine: boolean) => void }) => (
  <Alert kind="warning" title={t('funding.theirs.title')} urgent>
    <p class="kern-body">{t('funding.theirs.text')}</p>
    <ul class="kern-list kern-list--bullet">
      <For each={props.section.questions.filter((question) => question.kind !== 'amounts')}>
        {(question) => (
          <li>
            {labelOf(question.id)}: <Isolate>{answerText(question, props.theirs[question.id])}</Isolate>
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
