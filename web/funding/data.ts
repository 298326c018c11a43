import { query, revalidate } from '@solidjs/router';
import type { CaseLines, CaseView, Queue, Saved } from '../../shared/funding/wire.ts';
import type { Answers } from '../../shared/programmes/form.ts';
import type { PreviewView } from '../../shared/notices/wire.ts';
import { load, send, type Answer } from '../api.ts';

export const casePath = (id: string): string => `/api/funding/applications/${encodeURIComponent(id)}`;

const withCursor = (path: string, cursor: string | undefined): string =>
  cursor === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;

/** One case as the person who is signed in may see it. */
export const caseView = query((id: string) => load<CaseView>(casePath(id)), 'case');

/** The same without the cache, where a form must know what the server has now. */
export const askCase = (id: string): Promise<Answer<CaseView>> => send<CaseView>(casePath(id));

export const myCases = query(
  (cursor?: string) => load<CaseLines>(withCursor('/api/funding/applications', cursor)),
  'my-cases',
);

export const workList = query((queue: Queue, authority: string, cursor?: string) => {
  const asked = new URLSearchParams({ queue, authority, ...(cursor !== undefined && { cursor }) });
  return load<CaseLines>(`/api/funding/work-list?${asked}`);
}, 'work-list');

/** Saves one section in the version that was read. */
export const saveSection = (
  id: string,
  section: string,
  version: number,
  answers: Answers,
  isLast = false,
): Promise<Answer<Saved>> =>
  send<Saved>(`${casePath(id)}/sections/${section}`, { method: 'PUT', version, body: { answers }, isLast });

/** Without a connection the pages show what this browser knows of the case. */
export const showCase = (seen: CaseView): void => query.set(caseView.keyFor(seen.id), seen);

/** What the pages know of this case is old now. */
export const revalidateCase = (id: string): Promise<void> =>
  revalidate([caseView.keyFor(id), myCases.key, workList.key]);

/** There is no such case any more. */
export const forgetCase = (id: string): void => {
  query.delete(caseView.keyFor(id));
  void revalidate(myCases.key);
};

/** Renders the notice on the open proposal, as it would be released now. */
export const previewNotice = (id: string): Promise<Answer<PreviewView>> =>
  send<PreviewView>(`/api/notices/previews/${encodeURIComponent(id)}`, { method: 'POST', body: {} });
