import { Icon } from './Icon.tsx';

const KINDS = {
  info: { box: 'kern-badge kern-badge--info', icon: 'info' },
  success: { box: 'kern-badge kern-badge--success', icon: 'success' },
  warning: { box: 'kern-badge kern-badge--warning', icon: 'warning' },
  danger: { box: 'kern-badge kern-badge--danger', icon: 'danger' },
} as const;

export type StatusKind = keyof typeof KINDS;

/** A state in a word; colour and sign only underline it. */
export const StatusTag = (props: { kind: StatusKind; text: string }) => (
  <span class={KINDS[props.kind].box}>
    <Icon name={KINDS[props.kind].icon} small />
    <span class="kern-label kern-label--small">{props.text}</span>
  </span>
);
