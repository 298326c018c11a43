import { createSignal } from 'solid-js';
import { send, type Answer } from './api.ts';
import { createIntent, type Intent } from './intent.ts';
import type { Problem } from './problem.ts';

/** Takes a step. The same intent pressed twice is one step; it is settled by any answer that the server gave. */
export const takeStep = async <T>(path: string, body: object, intent: Intent): Promise<Answer<T>> => {
  const answer = await send<T>(path, { method: 'POST', body, idempotencyKey: intent.keyFor([path, body]) });
  const unanswered = !answer.ok && (answer.problem.kind === 'offline' || answer.problem.kind === 'fault');
  if (!unanswered) intent.settle();
  return answer;
};

/** One act of a page: a second press does nothing while the first is under way, and what came of it is shown. */
export const createAct = () => {
  const intent = createIntent();
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  return {
    busy,
    problem,
    /** True when it was done. */
    run: async (doing: (intent: Intent) => Promise<Answer<unknown>>): Promise<boolean> => {
      if (busy()) return false;
      setBusy(true);
      const answer = await doing(intent);
      setBusy(false);
      setProblem(answer.ok ? undefined : answer.problem);
      return answer.ok;
    },
  };
};
