import { createSignal, For, Show } from 'solid-js';
import type { Question } from '../../shared/programmes/form.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Radios } from '../ui/Radios.tsx';

type Condition = Question & { kind: 'yesNo'; mustBe: boolean };

const isCondition = (question: Question): question is Condition =>
  question.kind === 'yesNo' && question.mustBe !== undefined;

/** Whether the call fits, asked of everybody before they sign in or write a word. Nothing of it is kept or sent. */
export const Eligibility = (props: { questions: readonly Question[] }) => {
  const [answers, setAnswers] = createSignal<Readonly<Record<string, boolean>>>({});
  const conditions = () => props.questions.filter(isCondition);
  const fits = () => conditions().every(({ id, mustBe }) => ownOf(answers(), id) === mustBe);
  const excludes = ({ id, mustBe }: Condition) => ownOf(answers(), id) !== undefined && ownOf(answers(), id) !== mustBe;
  return (
    <div class="stack">
      <For each={conditions()}>
        {(question) => (
          <div class="stack">
            <Radios
              name={question.id}
              label={t(`programmes.form.${question.id}.label`)}
              value={ownOf(answers(), question.id) === undefined ? undefined : String(ownOf(answers(), question.id))}
              options={[
                { value: 'true', label: t('programmes.call.yes') },
                { value: 'false', label: t('programmes.call.no') },
              ]}
              onInput={(value) => setAnswers({ ...answers(), [question.id]: value === 'true' })}
            />
            <Show when={excludes(question)}>
              <Alert kind="warning" title={t('programmes.call.excluded')} urgent>
                <p class="kern-body">{t(`programmes.form.${question.id}.otherwise`)}</p>
              </Alert>
            </Show>
          </div>
        )}
      </For>
      <div role="status">
        <Show when={conditions().length > 0 && fits()}>
          <Alert kind="success" title={t('programmes.call.fits')} />
        </Show>
      </div>
    </div>
  );
};
