import { createEffect, createSignal, on, untrack } from 'solid-js';
import type { Cents } from '../../shared/kernel/cents.ts';
import { language, t } from '../i18n.ts';
import { describedBy, type FieldProps } from './field.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { typedAmount, understand } from './money-typed.ts';

interface MoneyInputProps extends FieldProps {
  /** In cents; undefined while nothing readable is typed. */
  readonly value: Cents | undefined;
  /** `typed` is true where something stands in the field that is no amount. */
  readonly onInput: (value: Cents | undefined, unclear: boolean) => void;
}

/** An amount in euros, typed as the language writes it. Below the field stands what was understood. */
export const MoneyInput = (props: MoneyInputProps) => {
  const [typed, setTyped] = createSignal(untrack(() => typedAmount(props.value, language())));
  const understood = () => understand(typed(), language());
  // Another language reads other marks: the same amount is written anew, what was unclear stays as typed.
  createEffect(
    on(language, (to) => props.value !== undefined && setTyped(typedAmount(props.value, to)), { defer: true }),
  );
  const read = (text: string) => {
    setTyped(text);
    const now = understood();
    props.onInput(now.is === 'amount' ? now.cents : undefined, now.is === 'unclear');
  };
  const shown = () => {
    const now = understood();
    return now.is === 'amount' ? now.shown : now.is === 'unclear' ? t('ui.money.unclear') : '';
  };
  const shownId = () => `${props.name}-understood`;
  return (
    <FieldFrame field={props} class="field-money">
      <input
        class="kern-form-input__input"
        classList={{ 'kern-form-input__input--error': props.error !== undefined }}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        id={props.name}
        name={props.name}
        value={typed()}
        aria-describedby={describedBy(props, shownId())}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onInput={(event) => read(event.currentTarget.value)}
      />
      <span class="kern-body kern-body--small field-understood" id={shownId()}>
        <bdi>{shown()}</bdi>
      </span>
    </FieldFrame>
  );
};
