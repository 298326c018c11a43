import { forget, keep, kept } from '../kept.ts';
import type { Waiting } from './section-saver.ts';

const placeOf = (id: string, section: string): string => `${id}/${section}`;

/** The words of a section that wait on this device, since the server does not have them. */
export const waitingIn = (id: string, section: string): Waiting | undefined =>
  kept<Waiting>(placeOf(id, section), 'device');

export const waitsHere = (id: string, section: string): boolean => waitingIn(id, section) !== undefined;

export const keepWaiting = (id: string, section: string, waiting: Waiting | undefined): void =>
  waiting === undefined ? forget(placeOf(id, section), 'device') : keep(placeOf(id, section), waiting, 'device');
