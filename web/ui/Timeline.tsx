import { For, Show, type JSX } from 'solid-js';
import { t } from '../i18n.ts';

export interface Step {
  readonly state: 'done' | 'current' | 'open';
  readonly title: string;
  readonly detail?: JSX.Element;
}

const STATES = {
  done: 'timeline__step timeline__step--done',
  current: 'timeline__step timeline__step--current',
  open: 'timeline__step',
} as const;

/** Where a case lies: what was done, where it is now, what comes next. */
export const Timeline = (props: { label: string; steps: readonly Step[] }) => (
  <ol class="timeline" aria-label={props.label}>
    <For each={props.steps}>
      {(step) => (
        <li class={STATES[step.state]} aria-current={step.state === 'current' ? 'step' : undefined}>
          <p class="kern-body">
            {step.title}
            <span class="heard"> ({t(`ui.timeline.${step.state}`)})</span>
          </p>
          <Show when={step.detail}>
            <p class="kern-body kern-body--small">{step.detail}</p>
          </Show>
        </li>
      )}
    </For>
  </ol>
);
