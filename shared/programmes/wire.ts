import * as z from 'zod/mini';
import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { CallId } from '../kernel/id.ts';
import { idText } from '../kernel/text.ts';
import type { Call, Texts } from './programme.ts';

export const callParam = z.strictObject({ call: idText<CallId>() });

/** A call as the public reads it. */
export interface CallView {
  readonly id: CallId;
  readonly title: Texts;
  readonly summary: Texts;
  readonly programme: Texts;
  readonly authority: string;
  readonly guideline: string;
  readonly opens: Day;
  readonly closes: Day;
  readonly fundingFrom: Day;
  readonly fundingTo: Day;
  readonly minCents: Cents;
  readonly maxCents: Cents;
  readonly budgetCents: Cents;
  readonly maxShareBasisPoints?: number;
  readonly formId: string;
  readonly state: 'announced' | 'open' | 'closed';
}

export const callView = (call: Call, state: CallView['state'], authority: string): CallView => ({
  id: call.id,
  title: call.title,
  summary: call.summary,
  programme: call.programme.name,
  authority,
  guideline: call.programme.guideline,
  opens: call.opens,
  closes: call.closes,
  fundingFrom: call.fundingFrom,
  fundingTo: call.fundingTo,
  minCents: call.minCents,
  maxCents: call.maxCents,
  budgetCents: call.budgetCents,
  ...(call.programme.maxShareBasisPoints !== undefined && { maxShareBasisPoints: call.programme.maxShareBasisPoints }),
  formId: call.formId,
  state,
});
