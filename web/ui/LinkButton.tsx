import { type JSX, Show } from 'solid-js';
import { BUTTON_KINDS, type ButtonKind } from './button-kinds.ts';
import { Icon, type IconName } from './Icon.tsx';

/** A link that looks like a button. `external` leaves the routes of the page (files, sign-in). */
export const LinkButton = (props: {
  href: string;
  kind?: ButtonKind;
  icon?: IconName;
  external?: boolean;
  download?: boolean;
  children: JSX.Element;
}) => (
  <a
    class={BUTTON_KINDS[props.kind ?? 'primary']}
    href={props.href}
    rel={props.external ? 'external' : undefined}
    download={props.download ? '' : undefined}
  >
    <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
    <span class="kern-label">{props.children}</span>
  </a>
);
