import { query, revalidate } from '@solidjs/router';
import type { CaseLines, CaseView, Queue, Saved } from '../../shared/funding/wire.ts';
import type { Answers } from '../../shared/programmes/form.ts';
import type { PreviewView } from '../../shared/notices/wire.ts';
import { api, ask, load, seen, type Answer } from '../api.ts';

const { applications } = api.funding;

/** One case as the person who is signed in may see it. */
export const caseView = query((id: string) => load(applications[':id'].$get({ param: { id } })), 'case');

/** The same without the cache, where a form must know what the server has now. */
export const askCase = (id: string): Promise<Answer<CaseView>> => ask(applications[':id'].$get({ param: { id } }));

export const myCases = query(
  async (cursor?: string) =>
    (await load(applications.$get({ query: cursor === undefined ? {} : { cursor } }))) as CaseLines,
  'my-cases',
);

export const workList = query(
  async (queue: Queue, cursor?: string) =>
    (await load(
      api.funding['work-list'].$get({ query: { queue, ...(cursor !== undefined && { cursor }) } }),
    )) as CaseLines,
  'work-list',
);

/** What the pages know of this case is old now. */
export const revalidateCase = (id: string): Promise<void> =>
  revalidate([caseView.keyFor(id), myCases.key, workList.key]);

/** Saves one section in the version that was read. */
export const saveSection = (id: string, section: string, version: number, answers: Answers): Promise<Answer<Saved>> => {
  const json = {
    answers: answers as Record<string, string | boolean | { category: string; label: string; cents: number }[]>,
  };
  return ask(applications[':id'].sections[':section'].$put({ param: { id, section }, json }, seen(version)));
};

/** Renders the notice on the open proposal, as it would be released now. */
export const previewNotice = (application: string): Promise<Answer<PreviewView>> =>
  ask(api.notices.previews[':application'].$post({ param: { application } })) as Promise<Answer<PreviewView>>;
