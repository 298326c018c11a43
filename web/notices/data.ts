import { query, revalidate } from '@solidjs/router';
import type { NoticeLine, Opened } from '../../shared/notices/wire.ts';
import { api, ask, load, once, type Answer } from '../api.ts';
import type { Intent } from '../intent.ts';

interface NoticeLines {
  readonly items: readonly NoticeLine[];
  readonly next?: string;
}

export const myNotices = query(
  async (cursor?: string) =>
    (await load(api.notices.$get({ query: cursor === undefined ? {} : { cursor } }))) as NoticeLines,
  'notices',
);

export const noticeView = query((notice: string) => load(api.notices[':notice'].$get({ param: { notice } })), 'notice');

/** Opens the notice; by a signatory's first opening it counts as delivered the day after. */
export const openNotice = async (notice: string, intent: Intent): Promise<Answer<Opened>> => {
  const answer = await ask(api.notices[':notice'].open.$post({ param: { notice } }, once(intent.keyFor({}))));
  if (answer.ok) {
    intent.settle();
    await revalidate(noticeView.keyFor(notice));
  }
  return answer;
};
