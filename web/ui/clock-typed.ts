import { western } from './western.ts';

/** Before and after noon, as English and Arabic write it. */
const HALVES: readonly [RegExp, (hours: number) => number][] = [
  [/ ?(?:a\.?m\.?|ص)$/i, (hours) => (hours === 12 ? 0 : hours)],
  [/ ?(?:p\.?m\.?|م)$/i, (hours) => (hours === 12 ? 12 : hours + 12)],
];

/**
 * The hour that was typed, as `17:30`: with or without a mark between, since the number pads of phones have none, with or
 * without "Uhr". A number of one or two digits is a full hour. Undefined where no clock shows it.
 */
export const clockTyped = (typed: string): string | undefined => {
  const text = western(typed.replace(/[\u061C\u200E\u200F]/g, '')).replace(/ ?(?:Uhr|h|o['’]clock)$/i, '');
  const half = HALVES.find(([pattern]) => pattern.test(text));
  const digits = half === undefined ? text : text.replace(half[0], '');
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:(?: ?(?:[:.,٫h]|Uhr) ?| )?(\d{2}))?$/i.exec(digits) ?? [];
  if (hours === undefined || (half !== undefined && (Number(hours) > 12 || Number(hours) === 0))) return undefined;
  const told = half === undefined ? Number(hours) : half[1](Number(hours));
  return told > 23 || Number(minutes) > 59 ? undefined : `${String(told).padStart(2, '0')}:${minutes}`;
};
