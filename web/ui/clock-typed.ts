import { western } from './western.ts';

/**
 * The hour that was typed, as `17:30`: with or without a mark between, since the number pads of phones have none. A number
 * of one or two digits is a full hour. Undefined where no clock shows it.
 */
export const clockTyped = (typed: string): string | undefined => {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.,٫h ]?(\d{2}))?$/.exec(western(typed)) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
};
