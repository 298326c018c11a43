import type * as z from 'zod/mini';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { dayOfWall } from '../../../shared/kernel/wall-time.ts';
import { seatsOf } from '../../../shared/bodies/body.ts';
import { mayObject, permit } from '../../../shared/bodies/rules/permit.ts';
import type { SittingStep } from '../../../shared/bodies/views.ts';
import type { answerObjectionBody, objectBody } from '../../../shared/bodies/wire.ts';
import { seal } from '../../kernel/seal.ts';
import type { BodyDeps } from '../deps.ts';
import { takeSittingStep, type SittingRequest } from '../sitting-step.ts';

type Asked = Omit<SittingRequest, 'act' | 'asked' | 'also'>;

/** Whoever had a seat on that day may object to the list, once for each list, within the period. */
export const objectToList = (
  deps: BodyDeps,
  request: Asked,
  asked: z.infer<typeof objectBody>,
): Promise<Result<SittingStep>> =>
  takeSittingStep(deps, { ...request, act: 'object', asked }, (found, at) => {
    const { sitting } = found.stored;
    const { person } = request.actor;
    const seated = seatsOf(found.of.body, person, dayOfWall(sitting.plan!.from)).length > 0;
    if (!seated) return refuse('not-permitted');
    const permitted = permit('object', sitting, request.body, request.actor);
    if (!permitted.ok) return permitted;
    if (!mayObject(sitting, seated, at)) return refuse('objection-too-late');
    const open = sitting.objections.some((one) => one.person === person && one.answer === undefined);
    if (open) return refuse('objected-already');
    const sealed = seal({ text: asked.text });
    return ok({
      facts: [{ type: 'sitting.objected', textsHash: sealed.hash }],
      text: { seal: sealed, text: asked.text },
    });
  });

/** The office answers; whether the list was corrected since the objection is read from the facts, not asserted. */
export const answerObjection = (
  deps: BodyDeps,
  request: Asked,
  asked: z.infer<typeof answerObjectionBody>,
): Promise<Result<SittingStep>> =>
  takeSittingStep(deps, { ...request, act: 'answerObjection', asked }, (found) => {
    const { sitting } = found.stored;
    const permitted = permit('answerObjection', sitting, request.body, request.actor);
    if (!permitted.ok) return permitted;
    if (asked.person === request.actor.person) return refuse('own-objection');
    const open = sitting.objections.find((one) => one.person === asked.person && one.answer === undefined);
    if (open === undefined) return refuse('no-such-objection');
    const outcome = sitting.corrections.some(({ seq }) => seq > open.seq) ? 'corrected' : 'stays';
    const sealed = seal({ text: asked.text });
    return ok({
      facts: [{ type: 'sitting.objectionAnswered', person: asked.person, outcome, textsHash: sealed.hash }],
      text: { seal: sealed, text: asked.text },
    });
  });
