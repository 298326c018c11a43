import type { SittingMode } from '../../shared/bodies/facts.ts';

/** Where one takes part, as typed. */
export interface TypedPlace {
  readonly mode: SittingMode;
  readonly place: string;
  readonly onlineAddress: string;
}

export const MODES: readonly SittingMode[] = ['inPerson', 'online', 'hybrid'];

/** As the API wants it: no room for a sitting online, no address where nobody can dial in. */
export const placeOf = ({ mode, place, onlineAddress }: TypedPlace) => ({
  mode,
  place: mode === 'online' ? '' : place.trim(),
  ...(mode !== 'inPerson' && onlineAddress.trim() !== '' && { onlineAddress: onlineAddress.trim() }),
});
