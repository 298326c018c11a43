import type { Context } from 'hono';
import type { Env } from './env.ts';
import { statusOf } from './refusals.ts';
import { textOf } from './texts.ts';

/** One thing wrong with a body: where (`plan.costs.0.cents`), which rule, and a sentence for the person. */
export interface Issue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** Of a sign that can't stay: where it begins in the text (UTF-16 units, as `setSelectionRange` counts) … */
  readonly at?: number;
  /** … the sign itself, or `U+200B` where nobody would see it … */
  readonly sign?: string;
  /** … and the word before it. `message` says all of it in words already. */
  readonly after?: string;
}

/** RFC 9457. `refusal` is the reason's literal, `reference` finds the log line of a fault. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly refusal?: string;
  readonly issues?: readonly Issue[];
  readonly reference?: string;
}

const answer = (c: Context<Env>, problem: Problem): Response =>
  c.body(JSON.stringify(problem), problem.status as 400, { 'content-type': 'application/problem+json; charset=utf-8' });

const sentence = async (c: Context<Env>, room: string, key: string, values: Record<string, unknown>): Promise<string> =>
  (await textOf(c.var.language, room, key, values)) ?? (await textOf(c.var.language, 'kernel', key, values)) ?? key;

/** The rules said no: the reason in the user's language. `room` is where the sentence lies; the kernel's own serve all rooms. */
export const refusedWith = async (
  c: Context<Env>,
  room: string,
  refusal: string,
  values: Record<string, unknown> = {},
  issues?: readonly Issue[],
): Promise<Response> => {
  c.set('refusal', refusal);
  return answer(c, {
    type: `/problems/${refusal}`,
    title: await sentence(c, 'kernel', `status.${statusOf(refusal)}`, {}),
    status: statusOf(refusal),
    detail: await sentence(c, room, `refusal.${refusal}`, values),
    refusal,
    ...(issues && { issues }),
  });
};

/** The input does not have the right form; each issue at its path. */
export const malformedWith = async (c: Context<Env>, issues: readonly Issue[]): Promise<Response> =>
  answer(c, {
    type: '/problems/malformed',
    title: await sentence(c, 'kernel', 'status.400', {}),
    status: 400,
    detail: await sentence(c, 'kernel', 'refusal.malformed', {}),
    refusal: 'malformed',
    issues,
  });

const brokenWith = async (c: Context<Env>, status: 500 | 503, type: 'fault' | 'storage-silent'): Promise<Response> =>
  answer(c, {
    type: `/problems/${type}`,
    title: await sentence(c, 'kernel', `status.${status}`, {}),
    status,
    detail: await sentence(c, 'kernel', type, { reference: c.var.requestId }),
    reference: c.var.requestId,
  });

/** Something broke on our side; only the reference leaves the house. */
export const faultWith = (c: Context<Env>): Promise<Response> => brokenWith(c, 500, 'fault');

/** The storage does not answer: it is not known whether the last step was kept, and asking again does no harm. */
export const silentWith = (c: Context<Env>): Promise<Response> => brokenWith(c, 503, 'storage-silent');
