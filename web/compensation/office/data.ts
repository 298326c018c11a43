import { query, revalidate } from '@solidjs/router';
import type * as z from 'zod/mini';
import type {
  BatchAnswer,
  batchBody,
  ClaimLines,
  ClaimQueue,
  offsetBody,
  proposeRejectionBody,
  releaseBody,
  ReportableView,
  seqBody,
  textBody,
} from '../../../shared/compensation/wire.ts';
import type { WaitingView } from '../../../shared/compensation/queues.ts';
import type { PreviewView } from '../../../shared/notices/wire.ts';
import { takeStep } from '../../acting.ts';
import { load, send, type Answer } from '../../api.ts';
import type { Intent } from '../../intent.ts';
import { revalidateClaim } from '../data.ts';

const ROOM = '/api/compensation';

/** Claims that lie in a queue of a body or an authority, the oldest first. */
export const workList = query((queue: ClaimQueue, scope: string, cursor?: string) => {
  const asked = new URLSearchParams({ queue, scope, ...(cursor !== undefined && { cursor }) });
  return load<ClaimLines>(`${ROOM}/work-list?${asked}`);
}, 'claim-work-list');

/** A list without its counts is still a list: what cannot be counted now is not shown. */
export const waiting = query(async (): Promise<WaitingView['items']> => {
  const answer = await send<WaitingView>(`${ROOM}/waiting`);
  return answer.ok ? answer.value.items : [];
}, 'claims-waiting');

/** Refused while the threshold is unknown: the answer says so, so it is a value. */
export const reportable = query(
  (year: string, authority: string) =>
    send<ReportableView>(`${ROOM}/reportable?${new URLSearchParams({ year, authority })}`),
  'reportable',
);

/** Renders the notice on the open proposal, as it would be released now. */
export const previewNotice = (claim: string): Promise<Answer<PreviewView>> =>
  send<PreviewView>(`/api/notices/previews/claims/${encodeURIComponent(claim)}`, { method: 'POST', body: {} });

const batch =
  (act: 'certify' | 'order') =>
  async (body: z.input<typeof batchBody>, intent: Intent): Promise<Answer<BatchAnswer>> => {
    const answer = await takeStep<BatchAnswer>(`${ROOM}/${act}`, body, intent);
    if (answer.ok) await revalidate([workList.key, waiting.key]);
    return answer;
  };

export const certifyMany = batch('certify');
export const orderMany = batch('order');

/** What a batch of one answered, as if it were an act on that claim alone. */
export const single = (answer: Answer<BatchAnswer>): Answer<unknown> => {
  const refused = answer.ok ? answer.value.refused[0] : undefined;
  return refused === undefined
    ? answer
    : { ok: false, problem: { kind: 'refused', refusal: refused.refusal, detail: refused.detail } };
};

export const revalidateOffice = async (claim: string): Promise<void> => {
  await Promise.all([revalidateClaim(claim), revalidate([workList.key, waiting.key])]);
};

const onClaim =
  <B extends object>(act: string) =>
  async (claim: string, body: B, intent: Intent): Promise<Answer<unknown>> => {
    const answer = await takeStep<unknown>(`${ROOM}/claims/${encodeURIComponent(claim)}/${act}`, body, intent);
    if (answer.ok) await revalidateOffice(claim);
    return answer;
  };

export const certify = onClaim<z.input<typeof seqBody>>('certify');
export const declareBias = onClaim<z.input<typeof textBody>>('declare-bias');
export const askMember = onClaim<z.input<typeof textBody>>('query');
export const proposeRejection = onClaim<z.input<typeof proposeRejectionBody>>('propose-rejection');
export const returnRejection = onClaim<z.input<typeof textBody>>('return-rejection');
export const partlyReject = onClaim<z.input<typeof releaseBody>>('partly-reject');
export const fixBankData = onClaim<{ readonly seq: number; readonly sameStands?: boolean }>('fix-bank-data');
export const decideOffset = onClaim<z.input<typeof offsetBody>>('decide-offset');
