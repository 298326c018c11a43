import { For, Show } from 'solid-js';
import { t } from '../i18n.ts';
import { describedBy, type FieldProps } from './field.ts';
import { FieldFrame } from './FieldFrame.tsx';

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onInput: (value: string) => void;
  /** The label of "nothing chosen"; absent where something is always chosen. */
  readonly empty?: string | undefined;
}

export const Select = (props: SelectProps) => (
  <FieldFrame field={props}>
    <div class="kern-form-input__select-wrapper">
      <select
        class="kern-form-input__select"
        classList={{ 'kern-form-input__select--error': props.error !== undefined }}
        id={props.name}
        name={props.name}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onChange={(event) => props.onInput(event.currentTarget.value)}
      >
        <Show when={props.empty !== undefined || props.value === ''}>
          <option value="" selected={props.value === ''}>
            {props.empty ?? t('ui.field.choose')}
          </option>
        </Show>
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </div>
  </FieldFrame>
);
