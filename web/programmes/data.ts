import { query } from '@solidjs/router';
import type { Form } from '../../shared/programmes/form.ts';
import type { CallView } from '../../shared/programmes/wire.ts';
import { load } from '../api.ts';

/** All calls, open or not. */
export const calls = query(
  async () => (await load<{ items: readonly CallView[] }>('/api/programmes/calls')).items,
  'calls',
);

/** One call with the form of its application. */
export const callWithForm = query(
  (id: string) => load<{ call: CallView; form: Form }>(`/api/programmes/calls/${encodeURIComponent(id)}`),
  'call',
);
