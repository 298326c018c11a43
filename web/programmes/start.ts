import { send, type Answer } from '../api.ts';

/** An identifier for a new application, made here so that a second tap makes no second one. */
const newId = (): string => `a-${crypto.randomUUID()}`;

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
  return { ok: true, value: id };
};
