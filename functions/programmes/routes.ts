import { Hono } from 'hono';
import { dayOf, type Instant } from '../../shared/kernel/day.ts';
import { authorityOn } from '../../shared/authorities/directory.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { formOf } from '../../shared/programmes/forms/forms.ts';
import type { Form } from '../../shared/programmes/form.ts';
import { isLate, isOpenYet, type Call } from '../../shared/programmes/programme.ts';
import { callParam, callView, type CallView } from '../../shared/programmes/wire.ts';
import { answered } from '../kernel/asking.ts';
import type { Clock } from '../kernel/clock.ts';
import { described } from '../kernel/described.ts';
import type { Env } from '../kernel/env.ts';
import type { Journal } from '../kernel/journal.ts';
import { valid } from '../kernel/valid.ts';
import { callKey, callOf, CALLS } from './views.ts';

const stateOf = (call: Call, at: Instant): CallView['state'] =>
  !isOpenYet(call, at) ? 'announced' : isLate(call, at) ? 'closed' : 'open';

const viewOf = (call: Call, at: Instant): CallView =>
  callView(call, stateOf(call, at), authorityOn(call.programme.authority, dayOf(at))?.name ?? call.programme.authority);

/** Calls and their forms, as the public reads them. */
export const programmeRoutes = (deps: { readonly journal: Journal; readonly clock: Clock }) =>
  new Hono<Env>()
    .get('/calls', described('programmes', 'All calls', { access: 'public' }), async (c) => {
      const at = deps.clock.now();
      const page = await deps.journal.page({ ...CALLS, limit: 100 });
      const items = page.rows.flatMap((row) => callOf(row) ?? []).map((call) => viewOf(call, at));
      return answered(c, 'programmes', ok({ items }));
    })
    .get(
      '/calls/:call',
      described('programmes', 'One call with the form of its application', { access: 'public' }),
      valid('param', callParam),
      async (c) => {
        const [rows = []] = await deps.journal.read([callKey(c.req.valid('param').call)]);
        const call = callOf(rows[0]);
        const result: Result<{ call: CallView; form: Form }> =
          call === undefined
            ? refuse('not-found')
            : ok({ call: viewOf(call, deps.clock.now()), form: formOf(call.formId) });
        return answered(c, 'programmes', result);
      },
    );
