import { Show } from 'solid-js';
import { t } from '../i18n.ts';
import { errorId } from './field.ts';
import { Icon } from './Icon.tsx';

/** The sentence at the field; "Error:" is heard before it. */
export const FieldError = (props: { name: string; error: string | undefined }) => (
  <Show when={props.error}>
    <p class="kern-error" id={errorId(props.name)}>
      <Icon name="danger" />
      <span class="kern-body">
        <span class="heard">{t('ui.field.error')} </span>
        {props.error}
      </span>
    </p>
  </Show>
);
