import { For } from 'solid-js';
import { t } from '../i18n.ts';
import { partsOfText, type DayParts } from './day-parts.ts';
import { errorId, type FieldProps } from './field.ts';
import { Fieldset } from './Fieldset.tsx';

const PARTS = [
  { part: 'day', text: 'ui.date.day', class: 'date-parts__two' },
  { part: 'month', text: 'ui.date.month', class: 'date-parts__two' },
  { part: 'year', text: 'ui.date.year', class: 'date-parts__four' },
] as const;

type DateProps = FieldProps & { value: DayParts; onInput: (value: DayParts) => void; onLeave?: () => void };

/** A whole day pasted or typed into one field goes where its parts belong. */
const spread = (props: DateProps, text: string): boolean => {
  const parts = partsOfText(text);
  if (parts !== undefined) props.onInput(parts);
  return parts !== undefined;
};

const hasLeft = (event: FocusEvent & { currentTarget: Element }): boolean =>
  !event.currentTarget.contains(event.relatedTarget as Node | null);

/** Three fields and no calendar: quicker by keyboard, and the same for everybody. */
export const DateInput = (props: DateProps) => (
  <Fieldset field={props}>
    <div class="kern-fieldset__body">
      <div class="date-parts" onFocusOut={(event) => hasLeft(event) && props.onLeave?.()}>
        <For each={PARTS}>
          {(field) => {
            const id = () => (field.part === 'day' ? props.name : `${props.name}-${field.part}`);
            return (
              <div class="kern-form-input">
                <label class="kern-label" for={id()}>
                  {t(field.text)}
                </label>
                <input
                  class={`kern-form-input__input ${field.class}`}
                  classList={{ 'kern-form-input__input--error': props.error !== undefined }}
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  id={id()}
                  name={id()}
                  value={props.value[field.part]}
                  aria-invalid={props.error === undefined ? undefined : 'true'}
                  aria-describedby={props.error === undefined ? undefined : errorId(props.name)}
                  onPaste={(event) => {
                    if (spread(props, event.clipboardData?.getData('text') ?? '')) event.preventDefault();
                  }}
                  onChange={(event) => spread(props, event.currentTarget.value)}
                  onInput={(event) => props.onInput({ ...props.value, [field.part]: event.currentTarget.value })}
                />
              </div>
            );
          }}
        </For>
      </div>
    </div>
  </Fieldset>
);
