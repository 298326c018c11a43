import { query } from '@solidjs/router';
import { api, load } from '../api.ts';

/** All calls, open or not. */
export const calls = query(async () => (await load(api.programmes.calls.$get())).items, 'calls');

/** One call with the form of its application. */
export const callWithForm = query(
  (call: string) => load(api.programmes.calls[':call'].$get({ param: { call } })),
  'call',
);
