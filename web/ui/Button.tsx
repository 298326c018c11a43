import { Show, type JSX } from 'solid-js';
import { t } from '../i18n.ts';
import { BUTTON_KINDS, type ButtonKind } from './button-kinds.ts';
import { Icon, type IconName } from './Icon.tsx';

/**
 * A button. While `busy` it stays in reach of the keyboard and says so, but does nothing: a double tap is harmless.
 * It is never disabled for missing input; the check after pressing says what is missing.
 */
export const Button = (props: {
  kind?: ButtonKind;
  type?: 'button' | 'submit';
  icon?: IconName;
  busy?: boolean;
  onClick?: () => void;
  /** Says more to screen readers where the same button stands in many rows. */
  about?: string;
  children: JSX.Element;
}) => {
  const press = (event: MouseEvent) => {
    if (props.busy) event.preventDefault();
    else props.onClick?.();
  };
  return (
    <button
      type={props.type ?? 'button'}
      class={BUTTON_KINDS[props.kind ?? 'primary']}
      aria-disabled={props.busy ? 'true' : undefined}
      onClick={press}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      <span class="kern-label">
        {props.busy ? t('ui.busy') : props.children}
        <Show when={props.about}>
          {/* A leading blank keeps the words apart. */}
          <bdi class="heard"> {props.about}</bdi>
        </Show>
      </span>
    </button>
  );
};
