import { randomInt } from 'node:crypto';
import { answer, askFee, declareBias, query, submit } from '../../../shared/compensation/rules/steps.ts';
import type { ClaimStep } from '../../../shared/compensation/wire.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { dayOf, type Instant } from '../../../shared/kernel/day.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { seal } from '../../kernel/seal.ts';
import type { CompensationDeps } from '../deps.ts';
import { takeStep } from '../step.ts';
import type { Asked } from './asked.ts';

/** Without those that are easily confused. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Geschäftszeichen: the year, and letters by chance, so that it tells nothing of person or sitting. */
const newCaseNumber = (at: Instant): string => {
  const letters = Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]);
  return `A${dayOf(at).slice(2, 4)}-${letters.join('')}`;
};

const submitOnce = (
  deps: CompensationDeps,
  asked: Asked<{ readonly seq: number; readonly totalCents: Cents }>,
): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'submit' }, (found, at) => {
    const known = found.claim.caseNumber;
    const caseNumber = known ?? newCaseNumber(at);
    const decided = submit(found.claim, { ...asked.body, caseNumber }, asked.actor, at);
    if (!decided.ok) return decided;
    const unique = { pk: `case-number#${caseNumber}`, sk: 'claim', claim: found.id };
    return ok({ facts: decided.value, guards: known === undefined ? [{ unique, refusal: 'number-taken' }] : [] });
  });

/** Submits exactly the figures that the member has seen. A case number that is taken by chance is drawn again. */
export const submitClaim: typeof submitOnce = async (deps, asked) => {
  const first = await submitOnce(deps, asked);
  return !first.ok && first.refusal === 'number-taken' ? submitOnce(deps, asked) : first;
};

/** Asks for a decision on a fee that the list does not give; the day's fees are shared out anew behind it. */
export const askForFee = (deps: CompensationDeps, asked: Asked): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'ask-fee' }, ({ id, claim, of }) => {
    const decided = askFee(claim, asked.actor);
    if (!decided.ok) return decided;
    const { body, sitting, seat } = of;
    const task = { id: `${id}-${claim.seq + 1}-asked`, kind: 'compensation.draft', body, sitting, seat };
    return ok({ facts: decided.value, tasks: [task] });
  });

type TextBody = { readonly text: string };

export const queryClaim = (deps: CompensationDeps, asked: Asked<TextBody>): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'query' }, (found) => {
    const texts = { text: asked.body.text };
    const sealed = seal(texts);
    const decided = query(found.claim, asked.actor, sealed.hash);
    return decided.ok ? ok({ facts: decided.value, texts: { seal: sealed, texts } }) : decided;
  });

/** Only the file keeps the reason: neither the member nor the lists show it. */
export const declareOwnBias = (deps: CompensationDeps, asked: Asked<TextBody>): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'declare-bias' }, (found) => {
    const texts = { text: asked.body.text };
    const sealed = seal(texts);
    const decided = declareBias(found.claim, asked.actor, sealed.hash);
    return decided.ok ? ok({ facts: decided.value, texts: { seal: sealed, texts } }) : decided;
  });

export const answerQuery = (deps: CompensationDeps, asked: Asked<TextBody>): Promise<Result<ClaimStep>> =>
  takeStep(deps, { ...asked, act: 'answer' }, (found) => {
    const texts = { text: asked.body.text };
    const sealed = seal(texts);
    const decided = answer(found.claim, asked.actor, sealed.hash);
    return decided.ok ? ok({ facts: decided.value, texts: { seal: sealed, texts } }) : decided;
  });
