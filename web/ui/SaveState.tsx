import { Match, Switch } from 'solid-js';
import type { Instant } from '../../shared/kernel/day.ts';
import { timeText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Icon } from './Icon.tsx';

export type Saving =
  | { readonly is: 'nothing' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Instant }
  /** All but the fields that cannot be saved as they stand; `at` is when the others were. */
  | { readonly is: 'partly'; readonly at?: Instant }
  /** Kept on this device until the connection or the session is back. */
  | { readonly is: 'kept' };

/** Tells politely whether what was typed is safe. */
export const SaveState = (props: { saving: Saving }) => {
  const savedAt = () => (props.saving.is === 'saved' ? timeText(props.saving.at, language()) : '');
  return (
    <p class="kern-body kern-body--small save-state" role="status">
      <Switch>
        <Match when={props.saving.is === 'saving'}>{t('ui.save.saving')}</Match>
        <Match when={props.saving.is === 'saved'}>
          <Icon name="success" small /> {t('ui.save.saved', { time: savedAt() })}
        </Match>
        <Match when={props.saving.is === 'partly'}>
          <Icon name="warning" small /> {t('ui.save.partly')}
        </Match>
        <Match when={props.saving.is === 'kept'}>
          <Icon name="warning" small /> {t('ui.save.kept')}
        </Match>
      </Switch>
    </p>
  );
};
