import { Show, type JSX } from 'solid-js';
import { Icon } from './Icon.tsx';

const KINDS = {
  info: 'kern-alert kern-alert--info',
  success: 'kern-alert kern-alert--success',
  warning: 'kern-alert kern-alert--warning',
  danger: 'kern-alert kern-alert--danger',
} as const;

export type AlertKind = keyof typeof KINDS;

/** A message that must be seen. `urgent` is read out at once; use it only for what follows an act of the person. */
export const Alert = (props: { kind: AlertKind; title: string; urgent?: boolean; children?: JSX.Element }) => (
  <div class={KINDS[props.kind]} role={props.urgent ? 'alert' : undefined}>
    <div class="kern-alert__header">
      <Icon name={props.kind} />
      <span class="kern-title">{props.title}</span>
    </div>
    <Show when={props.children}>
      <div class="kern-alert__body">{props.children}</div>
    </Show>
  </div>
);
