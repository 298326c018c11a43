import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { t } from '../i18n.ts';
import { createCleaning } from './clean-field.ts';
import { CleanedNote } from './CleanedNote.tsx';
import { describedBy, type FieldProps } from './field.ts';
import { FieldFrame } from './FieldFrame.tsx';

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Characters at most. More can be typed, so that nothing pasted is cut off; the count says by how many it is too long. */
  readonly max: number;
  readonly rows?: number;
}

const READ_AFTER_MS = 1200;

export const TextArea = (props: TextAreaProps) => {
  const cleaning = createCleaning(false);
  const left = () => props.max - props.value.length;
  const count = () =>
    left() >= 0 ? t('ui.field.left', { count: left() }) : t('ui.field.too-many', { count: -left() });
  const [heard, setHeard] = createSignal('');
  createEffect(
    on(
      () => props.value,
      () => {
        const timer = setTimeout(() => setHeard(count()), READ_AFTER_MS);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  const countId = () => `${props.name}-count`;
  return (
    <FieldFrame field={props}>
      <textarea
        class="kern-form-input__input"
        classList={{ 'kern-form-input__input--error': props.error !== undefined }}
        dir="auto"
        id={props.name}
        name={props.name}
        rows={props.rows ?? 5}
        value={props.value}
        aria-describedby={describedBy(props, countId())}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onInput={(event) => props.onInput(cleaning.read(event))}
      />
      <CleanedNote text={cleaning.note()} />
      <span class="kern-body kern-body--small" id={countId()}>
        {count()}
      </span>
      <span class="heard" aria-live="polite">
        {heard()}
      </span>
    </FieldFrame>
  );
};
