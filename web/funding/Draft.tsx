import { For, Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { t } from '../i18n.ts';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { TaskList, type Task } from '../ui/TaskList.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Discard } from './Discard.tsx';
import { stateOf } from './gaps.ts';
import { labelOf } from './question-text.ts';
import { waitsHere } from './waiting.ts';

const KINDS = { done: 'success', begun: 'warning', open: 'info', excluded: 'danger', waiting: 'warning' } as const;

/** The answers with which this programme cannot fund the project, each with its reason. */
const Excluded = (props: { found: CaseView }) => {
  const reasons = () =>
    props.found.gaps.filter(({ code }) => code === 'not-eligible').map(({ path }) => path.split('.')[1]!);
  return (
    <Show when={reasons().length > 0}>
      <Alert kind="danger" title={t('funding.section.not-eligible')}>
        <ul class="kern-list kern-list--bullet">
          <For each={reasons()}>
            {(question) => (
              <li>
                {labelOf(question)} {t(`programmes.form.${question}.otherwise`)}
              </li>
            )}
          </For>
        </ul>
      </Alert>
    </Show>
  );
};

/** The parts of an application that is being written, in any order, by anyone of the organisation. */
export const Draft = (props: { found: CaseView }) => {
  const here = () => `/funding/cases/${props.found.id}`;
  const tasks = (): Task[] =>
    formOf(props.found.formId).sections.map((section): Task => {
      const stored = stateOf(section, props.found.gaps, ownOf(props.found.sections, section.id) !== undefined);
      const state = waitsHere(props.found.id, section.id) ? 'waiting' : stored;
      return {
        title: t(`programmes.section.${section.id}.title`),
        href: `${here()}/sections/${section.id}`,
        status: { kind: KINDS[state], text: t(`funding.task.${state}`) },
      };
    });
  const left = () => tasks().filter((task) => task.status.kind !== 'success').length;
  return (
    <section class="stack measure">
      <h2 class="kern-heading-medium">{t('funding.task.title')}</h2>
      <Excluded found={props.found} />
      <p class="kern-body">{t('funding.task.left', { count: left() })}</p>
      <TaskList tasks={tasks()} />
      <p class="kern-body kern-body--small">
        {t('funding.task.saved')} <InstantText at={props.found.savedAt} /> · <Isolate>{props.found.savedBy}</Isolate>
      </p>
      <div class="actions">
        <LinkButton href={`${here()}/check`}>{t('funding.task.check')}</LinkButton>
      </div>
      <Show when={!props.found.acts.includes('submit')}>
        <p class="kern-body">{t('funding.task.signatory')}</p>
      </Show>
      <Discard found={props.found} />
    </section>
  );
};
