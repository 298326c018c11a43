import { createEffect, createSignal, mergeProps, on, untrack } from 'solid-js';
import type { Cents } from '../../shared/kernel/cents.ts';
import { language, t } from '../i18n.ts';
import { describedBy, type FieldProps } from './field.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { typedAmount, understand } from './money-typed.ts';

interface MoneyInputProps extends FieldProps {
  /** In cents; undefined while nothing readable is typed. */
  readonly value: Cents | undefined;
  /** What stands in the field although it is no amount, where the form remembers it. */
  readonly typed?: string | undefined;
  /** `unclear` is what stands in the field where that is no amount: it is neither empty nor zero. */
  readonly onInput: (value: Cents | undefined, unclear: string | undefined) => void;
}

/**
 * An amount in euros, typed as the language writes it. Below the field stands what was understood, or the error at once:
 * what cannot be read must not look as if it were taken.
 */
export const MoneyInput = (props: MoneyInputProps) => {
  const [typed, setTyped] = createSignal(untrack(() => props.typed ?? typedAmount(props.value, language())));
  const understood = () => understand(typed(), language());
  const field = mergeProps(props, {
    get error() {
      return props.error ?? (understood().is === 'unclear' ? t('ui.money.unclear') : undefined);
    },
  });
  // Another row moved to this place, or a colleague's amount was taken over.
  createEffect(
    on(
      () => [props.value, props.typed] as const,
      ([value, unclear]) => {
        const now = understood();
        if (unclear !== undefined) setTyped(unclear);
        else if (now.is === 'unclear' ? value !== undefined : (now.is === 'amount' ? now.cents : 0) !== (value ?? 0))
          setTyped(typedAmount(value, language()));
      },
      { defer: true },
    ),
  );
  // Another language reads other marks: the same amount is written anew, what was unclear stays as typed.
  createEffect(
    on(language, (to) => props.value !== undefined && setTyped(typedAmount(props.value, to)), { defer: true }),
  );
  const read = (text: string) => {
    setTyped(text);
    const now = understood();
    props.onInput(now.is === 'amount' ? now.cents : undefined, now.is === 'unclear' ? text : undefined);
  };
  const shown = () => {
    const now = understood();
    return now.is === 'amount' ? now.shown : '';
  };
  const shownId = () => `${props.name}-understood`;
  return (
    <FieldFrame field={field} class="field-money">
      <input
        class="kern-form-input__input"
        classList={{ 'kern-form-input__input--error': field.error !== undefined }}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        id={props.name}
        name={props.name}
        value={typed()}
        aria-describedby={describedBy(field, shownId())}
        aria-invalid={field.error === undefined ? undefined : 'true'}
        onInput={(event) => read(event.currentTarget.value)}
      />
      <span class="kern-body kern-body--small field-understood" id={shownId()}>
        <bdi>{shown()}</bdi>
      </span>
    </FieldFrame>
  );
};
