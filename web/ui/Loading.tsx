import { createSignal, onCleanup, Show } from 'solid-js';
import { t } from '../i18n.ts';

/** Says that something is being fetched, but only if it takes long enough to be noticed. */
export const Loading = () => {
  const [late, setLate] = createSignal(false);
  const timer = setTimeout(() => setLate(true), 400);
  onCleanup(() => clearTimeout(timer));
  return (
    <p class="kern-body" role="status">
      <Show when={late()}>{t('ui.loading')}</Show>
    </p>
  );
};
