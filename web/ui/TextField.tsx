import { createCleaning } from './clean-field.ts';
import { CleanedNote } from './CleanedNote.tsx';
import { describedBy, type FieldProps } from './field.ts';
import { FieldFrame } from './FieldFrame.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** For what the browser can fill in (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric';
}

export const TextField = (props: TextFieldProps) => {
  const cleaning = createCleaning(true);
  return (
    <FieldFrame field={props}>
      <input
        class="kern-form-input__input"
        classList={{ 'kern-form-input__input--error': props.error !== undefined }}
        type="text"
        dir="auto"
        id={props.name}
        name={props.name}
        value={props.value}
        inputMode={props.inputMode}
        autocomplete={props.autocomplete ?? 'off'}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onInput={(event) => props.onInput(cleaning.read(event))}
      />
      <CleanedNote text={cleaning.note()} />
    </FieldFrame>
  );
};
