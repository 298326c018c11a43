import { Show } from 'solid-js';
import { describedBy, hintId, type FieldProps } from './field.ts';
import { FieldError } from './FieldError.tsx';

/** A single yes or no, such as a consent. */
export const Checkbox = (props: FieldProps & { checked: boolean; onInput: (checked: boolean) => void }) => (
  <div>
    <div class="kern-form-check">
      <input
        class="kern-form-check__checkbox"
        classList={{ 'kern-form-check__checkbox--error': props.error !== undefined }}
        type="checkbox"
        id={props.name}
        name={props.name}
        checked={props.checked}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onChange={(event) => props.onInput(event.currentTarget.checked)}
      />
      <label class="kern-label" for={props.name}>
        {props.label}
      </label>
    </div>
    <Show when={props.hint}>
      <p class="kern-hint" id={hintId(props.name)}>
        {props.hint}
      </p>
    </Show>
    <FieldError name={props.name} error={props.error} />
  </div>
);
