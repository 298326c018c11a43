/** Icons of KERN that are used; a name that is missing here has no style in the build. */
const CLASSES = {
  info: 'kern-icon--info',
  success: 'kern-icon--success',
  warning: 'kern-icon--warning',
  danger: 'kern-icon--danger',
  forward: 'kern-icon--arrow-forward',
  back: 'kern-icon--arrow-back',
  add: 'kern-icon--add',
  check: 'kern-icon--check',
  close: 'kern-icon--close',
  delete: 'kern-icon--delete',
  download: 'kern-icon--download',
  edit: 'kern-icon--edit',
  language: 'kern-icon--language',
  dark: 'kern-icon--dark-mode',
  light: 'kern-icon--light-mode',
  person: 'kern-icon--account-circle',
  leave: 'kern-icon--logout',
} as const;

export type IconName = keyof typeof CLASSES;

/** A sign beside a text; never the only bearer of a meaning. */
export const Icon = (props: { name: IconName; small?: boolean }) => (
  <span
    class="kern-icon"
    classList={{ [CLASSES[props.name]]: true, 'kern-icon--small': props.small ?? false }}
    aria-hidden="true"
  />
);
