import type * as z from 'zod/mini';
import type { Result } from '../../../shared/kernel/result.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { dayOf, type Instant } from '../../../shared/kernel/day.ts';
import { dayOfWall } from '../../../shared/kernel/wall-time.ts';
import { seatedOn } from '../../../shared/bodies/body.ts';
import { permit } from '../../../shared/bodies/rules/permit.ts';
import { checkedTimes, daysAround, spansOverlap } from '../../../shared/bodies/rules/plan.ts';
import type { SittingStep } from '../../../shared/bodies/views.ts';
import type { cancelBody, moveBody } from '../../../shared/bodies/wire.ts';
import type { Task } from '../../kernel/journal.ts';
import { seal } from '../../kernel/seal.ts';
import type { BodyDeps } from '../deps.ts';
import { takeSittingStep, type Found, type SittingRequest } from '../sitting-step.ts';
import { sittingRowOf, sittingsPk } from '../views.ts';

type Asked = Omit<SittingRequest, 'act' | 'asked' | 'also'>;

/** One mail to everybody who sits on the body on that day: each is a task of its own, so that one failure holds up nobody. */
const mails = ({ stored, of }: Found, what: 'invitation' | 'moved' | 'cancelled', seq: number): Task[] =>
  seatedOn(of.body, dayOfWall(stored.sitting.plan!.from)).map((person) => ({
    id: `${stored.id}-${seq}-${person}`,
    kind: 'bodies.mail',
    what,
    body: stored.body,
    sitting: stored.id,
    person,
  }));

/** Whom an invitation has reached is told of another time or place. */
const mailsIfInvited = (found: Found, seq: number): Task[] =>
  found.stored.sitting.invitedAt === undefined ? [] : mails(found, 'moved', seq);

/** Nobody should stand before a closed door: all are told, invited or not, as long as the day is not over. */
const mailsOfCancelling = (found: Found, at: Instant, seq: number): Task[] =>
  dayOfWall(found.stored.sitting.plan!.from) < dayOf(at) ? [] : mails(found, 'cancelled', seq);

export const moveSitting = (
  deps: BodyDeps,
  request: Asked,
  asked: z.infer<typeof moveBody>,
): Promise<Result<SittingStep>> =>
  takeSittingStep(
    deps,
    {
      ...request,
      act: 'move',
      asked,
      also: daysAround(asked).map((on) => ({ pk: sittingsPk(request.body), prefix: on })),
    },
    (found, _, near) => {
      const permitted = permit('move', found.stored.sitting, request.body, request.actor);
      if (!permitted.ok) return permitted;
      const times = checkedTimes(asked);
      if (!times.ok) return times;
      const others = near
        .flat()
        .map(sittingRowOf)
        .filter((one) => one.sitting !== request.sitting && one.stage !== 'cancelled');
      if (others.some((other) => spansOverlap(asked, other))) return refuse('sittings-overlap');
      const { from, to, mode, place, onlineAddress } = asked;
      return ok({
        facts: [{ type: 'sitting.moved', from, to, mode }],
        words: {
          title: found.stored.words.title,
          place,
          ...(onlineAddress !== undefined && onlineAddress !== '' && { onlineAddress }),
        },
        tasks: (seq) => mailsIfInvited(found, seq),
      });
    },
  );

export const cancelSitting = (
  deps: BodyDeps,
  request: Asked,
  asked: z.infer<typeof cancelBody>,
): Promise<Result<SittingStep>> =>
  takeSittingStep(deps, { ...request, act: 'cancel', asked }, (found, at) => {
    const permitted = permit('cancel', found.stored.sitting, request.body, request.actor);
    if (!permitted.ok) return permitted;
    const sealed = seal({ text: asked.reason });
    return ok({
      facts: [{ type: 'sitting.cancelled', textsHash: sealed.hash }],
      text: { seal: sealed, text: asked.reason },
      tasks: (seq) => mailsOfCancelling(found, at, seq),
    });
  });

/** Invites everybody who sits on the body on that day, members and deputies, by mail with a calendar file. */
export const inviteToSitting = (deps: BodyDeps, request: Asked): Promise<Result<SittingStep>> =>
  takeSittingStep(deps, { ...request, act: 'invite', asked: {} }, (found, at) => {
    const permitted = permit('invite', found.stored.sitting, request.body, request.actor);
    if (!permitted.ok) return permitted;
    const on = dayOfWall(found.stored.sitting.plan!.from);
    if (on < dayOf(at)) return refuse('held-already');
    const persons = seatedOn(found.of.body, on).length;
    if (persons === 0) return refuse('nobody-to-invite');
    return ok({
      facts: [{ type: 'sitting.invited', persons }],
      tasks: (seq) => mails(found, 'invitation', seq),
    });
  });
