import { For } from 'solid-js';
import { errorId, type FieldProps } from './field.ts';
import { Fieldset } from './Fieldset.tsx';

interface CheckboxesProps extends FieldProps {
  readonly values: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onInput: (values: string[]) => void;
}

/** The first box carries the field's name as id, so that the error summary leads to it. */
export const Checkboxes = (props: CheckboxesProps) => {
  const toggle = (value: string, on: boolean) =>
    props.onInput(
      props.options.map((option) => option.value).filter((one) => (one === value ? on : props.values.includes(one))),
    );
  return (
    <Fieldset field={props}>
      <div class="kern-fieldset__body">
        <For each={props.options}>
          {(option, index) => {
            const id = () => (index() === 0 ? props.name : `${props.name}-${option.value}`);
            return (
              <div class="kern-form-check">
                <input
                  class="kern-form-check__checkbox"
                  classList={{ 'kern-form-check__checkbox--error': props.error !== undefined }}
                  type="checkbox"
                  id={id()}
                  name={props.name}
                  value={option.value}
                  checked={props.values.includes(option.value)}
                  aria-invalid={props.error === undefined ? undefined : 'true'}
                  aria-describedby={props.error === undefined ? undefined : errorId(props.name)}
                  onChange={(event) => toggle(option.value, event.currentTarget.checked)}
                />
                <label class="kern-label" for={id()}>
                  {option.label}
                </label>
              </div>
            );
          }}
        </For>
      </div>
    </Fieldset>
  );
};
