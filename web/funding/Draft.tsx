import { Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import { t } from '../i18n.ts';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { TaskList, type Task } from '../ui/TaskList.tsx';
import { stateOf } from './gaps.ts';

const KINDS = { done: 'success', begun: 'warning', open: 'info' } as const;

/** The parts of an application that is being written, in any order, by anyone of the organisation. */
export const Draft = (props: { found: CaseView }) => {
  const here = () => `/funding/cases/${props.found.id}`;
  const tasks = (): Task[] =>
    formOf(props.found.formId).sections.map((section): Task => {
      const state = stateOf(section, props.found.gaps, props.found.sections[section.id] !== undefined);
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
    </section>
  );
};
