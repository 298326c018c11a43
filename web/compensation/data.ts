import { query, revalidate } from '@solidjs/router';
import type * as z from 'zod/mini';
import type {
  ClaimLines,
  ClaimView,
  expenseBody,
  StatementView,
  submitBody,
  textBody,
} from '../../shared/compensation/wire.ts';
import { takeStep } from '../acting.ts';
import { load, send, type Answer } from '../api.ts';
import type { Intent } from '../intent.ts';

const at = (...parts: string[]): string => ['/api/compensation', ...parts.map(encodeURIComponent)].join('/');

/** All my claims, newest first. */
export const myClaims = query(
  (cursor?: string) =>
    load<ClaimLines>(`${at('claims')}${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`),
  'my-claims',
);

/** One claim, as member or official may see it. */
export const claimView = query((claim: string) => load<ClaimView>(at('claims', claim)), 'claim');

export const statement = query((year: string) => load<StatementView>(at('statements', year)), 'statement');

/** What the pages know of this claim is old now. */
export const revalidateClaim = (claim: string): Promise<void> => revalidate([claimView.keyFor(claim), myClaims.key]);

const old = async <T>(claim: string, answer: Answer<T>): Promise<Answer<T>> => {
  if (answer.ok) await revalidateClaim(claim);
  return answer;
};

/** Sets one expense, as often as wanted: the id of the item was made by the page. */
export const setExpense = async (
  claim: string,
  item: string,
  body: z.input<typeof expenseBody>,
): Promise<Answer<unknown>> => old(claim, await send(at('claims', claim, 'expenses', item), { method: 'PUT', body }));

export const removeExpense = async (claim: string, item: string, intent: Intent): Promise<Answer<unknown>> =>
  old(claim, await takeStep(`${at('claims', claim, 'expenses', item)}/remove`, {}, intent));

/** A link to one page of a receipt that is valid for some minutes. */
export const openPage = (
  claim: string,
  item: string,
  sha256: string,
  intent: Intent,
): Promise<Answer<{ link: string }>> =>
  takeStep(`${at('claims', claim, 'expenses', item, 'pages', sha256)}/open`, {}, intent);

const onClaim =
  <B extends object>(act: string) =>
  async (claim: string, body: B, intent: Intent): Promise<Answer<unknown>> =>
    old(claim, await takeStep(`${at('claims', claim)}/${act}`, body, intent));

export const submit = onClaim<z.input<typeof submitBody>>('submit');
/** Whoever is given no fee by the list asks for a decision on it. */
export const askFee = (claim: string, intent: Intent): Promise<Answer<unknown>> =>
  onClaim<object>('ask-fee')(claim, {}, intent);
export const answerQuery = onClaim<z.input<typeof textBody>>('answer');

/** The yearly statement as PDF, by a link that is valid for some minutes. */
export const statementDocument = (year: string, intent: Intent): Promise<Answer<{ link: string }>> =>
  takeStep(`/api/notices/statements/${encodeURIComponent(year)}`, {}, intent);
