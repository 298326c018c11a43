import type { CaseLine } from '../../shared/funding/wire.ts';
import { dayText } from '../format.ts';
import { language, t } from '../i18n.ts';

/** What comes next in a case: to the office, or to the organisation. Once its notice was opened or posted, the days are named. */
export const leadOf = ({ stage, delivery }: Pick<CaseLine, 'stage' | 'delivery'>, official: boolean): string =>
  delivery === undefined
    ? t(`funding.${official ? 'file' : 'next'}.${stage}`)
    : t(`funding.delivered.${stage}`, {
        on: dayText(delivery.on, language()),
        until: dayText(delivery.remedyUntil, language()),
      });
