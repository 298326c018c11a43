import type * as z from 'zod/mini';
import type {
  biasBody,
  decideBody,
  earlyStartBody,
  discardBody,
  proposeApprovalBody,
  proposeRefusalBody,
  returnBody,
  submitBody,
} from '../../shared/funding/wire.ts';
import { takeStep } from '../acting.ts';
import type { Answer } from '../api.ts';
import type { Intent } from '../intent.ts';
import { casePath, forgetCase, revalidateCase } from './data.ts';

export type ApprovalBody = z.input<typeof proposeApprovalBody>;
export type RefusalBody = z.input<typeof proposeRefusalBody>;

/** Takes a step in a case. The same intent pressed twice is one step. Every list is asked anew afterwards. */
const step =
  <B extends object>(act: string) =>
  async (id: string, body: B, intent: Intent): Promise<Answer<unknown>> => {
    const answer = await takeStep<unknown>(`${casePath(id)}/${act}`, body, intent);
    if (answer.ok) await revalidateCase(id);
    return answer;
  };

export const submit = step<z.input<typeof submitBody>>('submit');
export const withdraw = step<Record<string, never>>('withdraw');
/** The draft is gone afterwards: only the lists are asked anew. */
export const discard = async (
  id: string,
  body: z.input<typeof discardBody>,
  intent: Intent,
): Promise<Answer<unknown>> => {
  const answer = await takeStep<unknown>(`${casePath(id)}/discard`, body, intent);
  if (answer.ok) forgetCase(id);
  return answer;
};
export const take = step<Record<string, never>>('take');
export const proposeApproval = step<ApprovalBody>('propose-approval');
export const proposeRefusal = step<RefusalBody>('propose-refusal');
export const giveBack = step<z.input<typeof returnBody>>('return');
export const consentEarlyStart = step<z.input<typeof earlyStartBody>>('consent-early-start');
export const declareBias = step<z.input<typeof biasBody>>('declare-bias');
export const approve = step<z.input<typeof decideBody>>('approve');
export const refuse = step<z.input<typeof decideBody>>('refuse');
