import { createEffect, For, Show } from 'solid-js';
import { t } from '../i18n.ts';

/** One thing to mend: the field's name and the sentence that also stands at the field. */
export interface FieldFault {
  readonly name: string;
  readonly text: string;
}

const lead = (event: MouseEvent, name: string) => {
  event.preventDefault();
  const field = document.getElementById(name);
  field?.focus();
  field?.closest('.kern-form-input, .kern-fieldset')?.scrollIntoView({ block: 'nearest' });
};

/** Takes the focus when a check finds something, and leads to each field. Give a new list at each press of the button. */
export const ErrorSummary = (props: { faults: readonly FieldFault[] }) => {
  let box: HTMLDivElement | undefined;
  createEffect(() => {
    if (props.faults.length > 0) queueMicrotask(() => box?.focus());
  });
  return (
    <Show when={props.faults.length > 0}>
      <div class="error-summary" role="alert" tabindex={-1} ref={(element) => (box = element)}>
        <h2 class="kern-heading-medium">{t('ui.errors.title', { count: props.faults.length })}</h2>
        <ul class="kern-body">
          <For each={props.faults}>
            {(fault) => (
              <li>
                <a class="kern-link" href={`#${fault.name}`} onClick={(event) => lead(event, fault.name)}>
                  {fault.text}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
};
