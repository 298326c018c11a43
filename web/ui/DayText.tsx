import type { Day, Instant } from '../../shared/kernel/day.ts';
import { dayText, instantText } from '../format.ts';
import { language } from '../i18n.ts';

export const DayText = (props: { day: Day | string }) => (
  <time dateTime={props.day}>{dayText(props.day, language())}</time>
);

/** Day and time in Berlin. */
export const InstantText = (props: { at: Instant | string }) => (
  <time dateTime={props.at}>{instantText(props.at, language())}</time>
);
