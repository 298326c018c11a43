import type * as z from 'zod/mini';
import { holds, type Actor } from '../../../shared/kernel/actor.ts';
import type { BodyId } from '../../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import type { settingsBody } from '../../../shared/bodies/wire.ts';
import { takeBodyStep, type BodyStep } from '../body-step.ts';
import type { BodyDeps } from '../deps.ts';

const asRule = ({ capCents, ...rule }: z.infer<typeof settingsBody>['expenses'][number]) => ({
  ...rule,
  ...(capCents !== undefined && { capCents }),
});

/** What the body pays beside the fee is decided by the authority that pays, in the version that it saw. */
export const changeSettings = (
  deps: BodyDeps,
  { actor, body, version }: { readonly actor: Actor; readonly body: BodyId; readonly version: number },
  asked: z.infer<typeof settingsBody>,
): Promise<Result<BodyStep>> =>
  takeBodyStep(deps, { actor, act: 'settings', body, asked }, (found) => {
    if (!holds(actor, 'programmeManager', found.known.authority)) return refuse('not-permitted');
    if (found.body.seq !== version) return refuse('changed-meanwhile');
    const kinds = asked.expenses.map(({ kind }) => kind);
    if (new Set(kinds).size < kinds.length) return refuse('kind-twice');
    return ok({
      facts: [
        {
          type: 'body.settingsChanged',
          expenses: asked.expenses.map(asRule),
          ...(asked.halfDays !== undefined && { halfDays: asked.halfDays }),
          ...(asked.onlineAttendancePaid !== undefined && { onlineAttendancePaid: asked.onlineAttendancePaid }),
        },
      ],
    });
  });
