import { query, revalidate } from '@solidjs/router';
import type { NoticeLine, NoticeView, Opened } from '../../shared/notices/wire.ts';
import { load, send, type Answer } from '../api.ts';
import { takeStep } from '../acting.ts';
import type { Intent } from '../intent.ts';

interface NoticeLines {
  readonly items: readonly NoticeLine[];
  readonly next?: string;
}

/** `me`: the notices to the person who asks, as a volunteer; otherwise those to one's organisation. */
export const myNotices = query((of: 'me' | undefined, cursor?: string) => {
  const asked = new URLSearchParams({ ...(of !== undefined && { of }), ...(cursor !== undefined && { cursor }) });
  return load<NoticeLines>(asked.size === 0 ? '/api/notices' : `/api/notices?${asked}`);
}, 'notices');

export const noticeView = query((id: string) => load<NoticeView>(`/api/notices/${encodeURIComponent(id)}`), 'notice');

/** Opens the notice; by a signatory's first opening it counts as delivered the day after. */
export const openNotice = async (id: string, intent: Intent): Promise<Answer<Opened>> => {
  const answer = await send<Opened>(`/api/notices/${encodeURIComponent(id)}/open`, {
    method: 'POST',
    body: {},
    idempotencyKey: intent.keyFor({}),
  });
  if (answer.ok) {
    intent.settle();
    await revalidate(noticeView.keyFor(id));
  }
  return answer;
};

const dispatching =
  <B extends object>(act: string) =>
  async (id: string, body: B, intent: Intent): Promise<Answer<unknown>> => {
    const answer = await takeStep<unknown>(`/api/notices/${encodeURIComponent(id)}/${act}`, body, intent);
    if (answer.ok) await revalidate(noticeView.keyFor(id));
    return answer;
  };

export const recordPosting = dispatching<{ postedOn: string; annexEnclosed?: true }>('posted');

const provide = dispatching<Record<string, never>>('provide');

export const provideNotice = (id: string, intent: Intent): Promise<Answer<unknown>> => provide(id, {}, intent);
