import { query, revalidate } from '@solidjs/router';
import type * as z from 'zod/mini';
import type { AccountView, accountBody } from '../../shared/accounts/wire.ts';
import { takeStep } from '../acting.ts';
import { load, send, type Answer } from '../api.ts';
import type { Intent } from '../intent.ts';

const MINE = '/api/accounts/mine';

/** My bank details, masked to the last four characters. */
export const myAccount = query(() => load<AccountView>(MINE), 'account');

const old = async <T>(answer: Answer<T>): Promise<Answer<T>> => {
  if (answer.ok) await revalidate(myAccount.key);
  return answer;
};

export const enterAccount = async (version: number, body: z.input<typeof accountBody>): Promise<Answer<unknown>> =>
  old(await send(MINE, { method: 'PUT', version, body }));

/** With the code that came by mail. */
export const confirmAccount = async (code: string, intent: Intent): Promise<Answer<unknown>> =>
  old(await takeStep(`${MINE}/confirm`, { code }, intent));

export const withdrawAccount = async (intent: Intent): Promise<Answer<unknown>> =>
  old(await takeStep(`${MINE}/withdraw`, {}, intent));
