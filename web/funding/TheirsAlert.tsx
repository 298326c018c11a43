import { For, Match, Switch } from 'solid-js';
import type { Question } from '../../shared/programmes/form.ts';
import { moneyText, timeText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { answerText, labelOf } from './question-text.ts';
import type { Conflict } from './section-saver.ts';
import type { TypedRow } from './typed-rows.ts';

interface TheirsProps {
  readonly question: Question;
  readonly conflict: Conflict;
  readonly onSettle: (mine: boolean) => void;
}

const whose = ({ save }: Conflict): string => {
  if (save === undefined) return t('funding.theirs.someone');
  const time = timeText(save.at, language());
  return t(save.isOwn ? 'funding.theirs.own' : 'funding.theirs.named', { name: save.by, time });
};

const Theirs = (props: TheirsProps) => (
  <Switch fallback={<Isolate>{answerText(props.question, props.conflict.theirs)}</Isolate>}>
    <Match when={Array.isArray(props.conflict.theirs) && (props.conflict.theirs as readonly TypedRow[])}>
      {(rows) => (
        <ul class="kern-list kern-list--bullet">
          <For each={rows()}>
            {(row) => (
              <li>
                <Isolate>{row.label}</Isolate>: {moneyText(row.cents, language())}
              </li>
            )}
          </For>
        </ul>
      )}
    </Match>
  </Switch>
);

/** Two people answered one question differently: shows the other answer, whose it is, and asks which one stands. */
export const TheirsAlert = (props: TheirsProps) => (
  <Alert kind="warning" title={t('funding.theirs.title', { field: labelOf(props.question.id) })} urgent>
    <p class="kern-body">{whose(props.conflict)}</p>
    <div class="kern-body typed">
      <Theirs {...props} />
    </div>
    <p class="kern-body">{t('funding.theirs.text')}</p>
    <div class="actions">
      <Button onClick={() => props.onSettle(true)}>{t('funding.theirs.mine')}</Button>
      <Button kind="secondary" onClick={() => props.onSettle(false)}>
        {t('funding.theirs.theirs')}
      </Button>
    </div>
  </Alert>
);
