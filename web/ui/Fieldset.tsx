import { Show, type JSX } from 'solid-js';
import { t } from '../i18n.ts';
import { describedBy, hintId, type FieldProps } from './field.ts';
import { FieldError } from './FieldError.tsx';

/** Several inputs that answer one question; the label is their legend. */
export const Fieldset = (props: { field: FieldProps; children: JSX.Element }) => (
  <fieldset
    class="kern-fieldset"
    classList={{ 'kern-fieldset--error': props.field.error !== undefined }}
    aria-describedby={describedBy(props.field)}
  >
    <legend class="kern-label">
      {props.field.label}
      <Show when={props.field.optional}>
        {' '}
        <span class="kern-label__optional">{t('ui.field.optional')}</span>
      </Show>
    </legend>
    <Show when={props.field.hint}>
      <div class="kern-hint" id={hintId(props.field.name)}>
        {props.field.hint}
      </div>
    </Show>
    {props.children}
    <FieldError name={props.field.name} error={props.field.error} />
  </fieldset>
);
