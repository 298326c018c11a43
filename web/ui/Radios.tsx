import { For } from 'solid-js';
import { errorId, type FieldProps } from './field.ts';
import { Fieldset } from './Fieldset.tsx';

interface RadiosProps extends FieldProps {
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onInput: (value: string) => void;
}

/** The first choice carries the field's name as id, so that the error summary leads to it. */
export const Radios = (props: RadiosProps) => (
  <Fieldset field={props}>
    <div class="kern-fieldset__body">
      <For each={props.options}>
        {(option, index) => {
          const id = () => (index() === 0 ? props.name : `${props.name}-${option.value}`);
          return (
            <div class="kern-form-check">
              <input
                class="kern-form-check__radio"
                classList={{ 'kern-form-check__radio--error': props.error !== undefined }}
                type="radio"
                id={id()}
                name={props.name}
                value={option.value}
                checked={props.value === option.value}
                aria-invalid={props.error === undefined ? undefined : 'true'}
                aria-describedby={props.error === undefined ? undefined : errorId(props.name)}
                onChange={() => props.onInput(option.value)}
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
