import { numberText } from '../format.ts';
import { language, t } from '../i18n.ts';

/** How much of a file has been sent. */
export const Sending = (props: { name: string; share: number }) => (
  <div class="stack stack--close">
    <p class="kern-body kern-body--small">
      {t('ui.sending.text', { name: props.name, percent: numberText(Math.round(props.share * 100), language()) })}
    </p>
    <progress class="progress" max="1" value={props.share} aria-label={t('ui.sending.label', { name: props.name })} />
  </div>
);
