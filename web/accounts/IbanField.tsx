import { Show } from 'solid-js';
import { t } from '../i18n.ts';
import { describedBy, type FieldProps } from '../ui/field.ts';
import { FieldFrame } from '../ui/FieldFrame.tsx';
import { caretAfter, germanCount, grouped } from './iban-typed.ts';

/** The account number, grouped while it is typed as it stands on the card; left to right in every language. */
export const IbanField = (props: FieldProps & { value: string; onInput: (value: string) => void }) => {
  const typed = (input: HTMLInputElement) => {
    const caret = caretAfter(input.value, input.selectionStart ?? input.value.length);
    const shown = grouped(input.value);
    input.value = shown;
    input.setSelectionRange(caret, caret);
    props.onInput(shown);
  };
  const countId = () => `${props.name}-count`;
  return (
    <FieldFrame field={props}>
      <input
        class="kern-form-input__input figure"
        classList={{ 'kern-form-input__input--error': props.error !== undefined }}
        type="text"
        dir="ltr"
        id={props.name}
        name={props.name}
        value={props.value}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={60}
        aria-describedby={describedBy(props, countId())}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onInput={(event) => typed(event.currentTarget)}
      />
      <span class="kern-body kern-body--small field-understood" id={countId()}>
        <Show when={germanCount(props.value)}>{(count) => t('accounts.change.count', { ...count() })}</Show>
      </span>
    </FieldFrame>
  );
};
