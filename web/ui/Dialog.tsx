import { createEffect, Show, type JSX } from 'solid-js';
import { t } from '../i18n.ts';
import { Icon } from './Icon.tsx';

/** The browser's own modal dialog: it keeps the focus, closes by Escape and gives the focus back. */
export const Dialog = (props: {
  open: boolean;
  title: string;
  onClose: () => void;
  footer?: JSX.Element;
  children: JSX.Element;
}) => {
  let dialog!: HTMLDialogElement;
  createEffect(() => {
    if (props.open && !dialog.open) dialog.showModal();
    if (!props.open && dialog.open) dialog.close();
  });
  return (
    <dialog class="kern-dialog" aria-label={props.title} ref={dialog} onClose={() => props.onClose()}>
      <Show when={props.open}>
        <div class="kern-dialog__header">
          <h2 class="kern-title" tabindex={-1} autofocus>
            {props.title}
          </h2>
          <button type="button" class="kern-btn kern-btn--tertiary" onClick={() => props.onClose()}>
            <Icon name="close" />
            <span class="kern-sr-only">{t('ui.dialog.close')}</span>
          </button>
        </div>
        <div class="kern-dialog__body">{props.children}</div>
        <Show when={props.footer}>
          <div class="kern-dialog__footer">{props.footer}</div>
        </Show>
      </Show>
    </dialog>
  );
};
