import { For, Show } from 'solid-js';
import { StatusTag, type StatusKind } from './StatusTag.tsx';

export interface Task {
  readonly title: string;
  readonly hint?: string | undefined;
  /** Absent while the task cannot be started yet. */
  readonly href?: string | undefined;
  readonly status: { readonly kind: StatusKind; readonly text: string };
}

/** What is to do, in any order, with the state of each part. */
export const TaskList = (props: { tasks: readonly Task[] }) => (
  <ol class="kern-task-list__list">
    <For each={props.tasks}>
      {(task, index) => (
        <li class="kern-task-list__item">
          <div class="kern-task-list__title">
            <span class="kern-number" aria-hidden="true">
              {index() + 1}
            </span>
            <span class="kern-task-list__content-wrapper">
              <span>
                <Show when={task.href} fallback={<span class="kern-body">{task.title}</span>}>
                  {(href) => (
                    <a class="kern-link kern-link--stretched" href={href()}>
                      {task.title}
                    </a>
                  )}
                </Show>
                <Show when={task.hint}>
                  <p class="kern-body kern-body--small">{task.hint}</p>
                </Show>
              </span>
            </span>
          </div>
          <div class="kern-task-list__status">
            <StatusTag kind={task.status.kind} text={task.status.text} />
          </div>
        </li>
      )}
    </For>
  </ol>
);
