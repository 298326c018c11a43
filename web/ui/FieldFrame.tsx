import { Show, type JSX } from 'solid-js';
import { t } from '../i18n.ts';
import { hintId, type FieldProps } from './field.ts';
import { FieldError } from './FieldError.tsx';

/** Label, hint and error around one input. */
export const FieldFrame = (props: { field: FieldProps; class?: string; children: JSX.Element }) => (
  <div
    class={`kern-form-input ${props.class ?? ''}`}
    classList={{ 'kern-form-input--error': props.field.error !== undefined }}
  >
    <label class="kern-label" for={props.field.name}>
      {props.field.label}
      <Show when={props.field.optional}>
        {' '}
        <span class="kern-label__optional">{t('ui.field.optional')}</span>
      </Show>
    </label>
    <Show when={props.field.hint}>
      <span class="kern-hint" id={hintId(props.field.name)}>
        {props.field.hint}
      </span>
    </Show>
    {props.children}
    <FieldError name={props.field.name} error={props.field.error} />
  </div>
);
