import type { WallTime } from '../../shared/kernel/wall-time.ts';
import { fullDayText } from '../format.ts';
import { language, t } from '../i18n.ts';

/** Day and hours as the clock on the wall in Berlin shows them. */
export const When = (props: { from: WallTime; to: WallTime }) => (
  <span>
    <time dateTime={props.from}>{fullDayText(props.from.slice(0, 10), language())}</time>
    {t('ui.clock.comma')}{' '}
    {t(props.from.slice(0, 10) === props.to.slice(0, 10) ? 'ui.clock.hours' : 'ui.clock.hours-next-day', {
      from: props.from.slice(11),
      to: props.to.slice(11),
    })}
  </span>
);
