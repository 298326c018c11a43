import { western } from '../ui/western.ts';

/** Tenths of a kilometre as typed, with a point or a comma; undefined where it is no distance. */
export const tenthsTyped = (typed: string): number | undefined => {
  const [, whole, tenth = '0'] = /^(\d{1,4})(?:[.,٫](\d))?$/.exec(western(typed)) ?? [];
  const tenths = whole === undefined ? 0 : Number(whole) * 10 + Number(tenth);
  return tenths > 0 ? tenths : undefined;
};

/** A distance as a person would type it. */
export const tenthsText = (tenths: number | undefined): string =>
  tenths === undefined ? '' : tenths % 10 === 0 ? String(tenths / 10) : `${Math.trunc(tenths / 10)},${tenths % 10}`;
