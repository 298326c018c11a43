import { Show } from 'solid-js';
import { t } from '../i18n.ts';
import { Button } from './Button.tsx';

/** Pages of a list by cursor: what is shown stays, the next rows come below. */
export const More = (props: { shown: number; next: string | undefined; busy: boolean; onMore: () => void }) => (
  <div class="actions">
    <p class="kern-body" role="status">
      {t('ui.more.shown', { count: props.shown })}
    </p>
    <Show when={props.next}>
      <Button kind="secondary" busy={props.busy} onClick={() => props.onMore()}>
        {t('ui.more.next')}
      </Button>
    </Show>
  </div>
);
