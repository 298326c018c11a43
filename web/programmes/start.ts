import { query, revalidate } from '@solidjs/router';
import type { CaseLine, CaseLines } from '../../shared/funding/wire.ts';
import { load, send, type Answer } from '../api.ts';

/** An identifier for a new application, made here so that a second tap makes no second one. */
const newId = (): string => `a-${crypto.randomUUID()}`;

const casesOf = query(
  (organisation: string) =>
    load<CaseLines>(`/api/funding/applications?organisation=${encodeURIComponent(organisation)}`),
  'cases-of',
);

/** What this organisation has begun in this call: its newest cases that were not taken back. */
export const begunBefore = async (call: string, organisation: string): Promise<readonly CaseLine[]> =>
  (await casesOf(organisation)).items.filter(({ callId, stage }) => callId === call && stage !== 'withdrawn');

const begun = new Map<string, string>();

/** Begins a draft; asked again for the same call and organisation before an answer came, it is the same draft. */
export const startApplication = async (call: string, organisation: string): Promise<Answer<string>> => {
  const intent = `${call} ${organisation}`;
  const id = begun.get(intent) ?? newId();
  begun.set(intent, id);
  const answer = await send<unknown>(`/api/funding/applications/${id}`, {
    method: 'PUT',
    body: { call, organisation },
  });
  if (!answer.ok) return answer;
  begun.delete(intent);
  void revalidate(casesOf.key);
  return { ok: true, value: id };
};
