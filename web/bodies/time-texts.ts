import { t } from '../i18n.ts';
import type { FieldFault } from '../ui/ErrorSummary.tsx';
import { timeFaults, type TypedTimes } from './times.ts';

/** What is wrong with the times, in words that name the field. */
export const timeSentences = (typed: TypedTimes, prefix = ''): FieldFault[] =>
  timeFaults(typed).map(({ name, key }) => ({
    name: `${prefix}${name}`,
    text: t(key, { field: t(`bodies.times.${name}`) }),
  }));
