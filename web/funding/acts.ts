import type { InferRequestType } from 'hono/client';
import { api, ask, once, type Answer } from '../api.ts';
import type { Intent } from '../intent.ts';
import { revalidateCase } from './data.ts';

const ACTS = api.funding.applications[':id'];

type Body<A extends { $post: (args: never, options?: never) => unknown }> =
  InferRequestType<A['$post']> extends { json: infer B } ? B : never;

export type ApprovalBody = Body<(typeof ACTS)['propose-approval']>;
export type RefusalBody = Body<(typeof ACTS)['propose-refusal']>;

/** Takes a step in a case. The same intent pressed twice is one step. Every list is asked anew afterwards. */
const step =
  <B extends object>(act: string, post: (id: string, json: B, key: string) => Parameters<typeof ask>[0]) =>
  async (id: string, body: B, intent: Intent): Promise<Answer<unknown>> => {
    const answer = await ask(post(id, body, intent.keyFor([act, body])));
    const unanswered = !answer.ok && (answer.problem.kind === 'offline' || answer.problem.kind === 'fault');
    if (!unanswered) intent.settle();
    if (answer.ok) await revalidateCase(id);
    return answer;
  };

export const submit = step('submit', (id, json: { version: number }, key) =>
  ACTS.submit.$post({ param: { id }, json }, once(key)),
);
export const withdraw = step('withdraw', (id, json: Record<string, never>, key) =>
  ACTS.withdraw.$post({ param: { id }, json }, once(key)),
);
export const take = step('take', (id, json: Record<string, never>, key) =>
  ACTS.take.$post({ param: { id }, json }, once(key)),
);
export const proposeApproval = step('propose-approval', (id, json: ApprovalBody, key) =>
  ACTS['propose-approval'].$post({ param: { id }, json }, once(key)),
);
export const proposeRefusal = step('propose-refusal', (id, json: RefusalBody, key) =>
  ACTS['propose-refusal'].$post({ param: { id }, json }, once(key)),
);
export const giveBack = step('return', (id, json: { comment: string }, key) =>
  ACTS.return.$post({ param: { id }, json }, once(key)),
);
export const approve = step('approve', (id, json: { noticeSha256: string }, key) =>
  ACTS.approve.$post({ param: { id }, json }, once(key)),
);
export const refuse = step('refuse', (id, json: { noticeSha256: string }, key) =>
  ACTS.refuse.$post({ param: { id }, json }, once(key)),
);
