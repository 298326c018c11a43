import { query, revalidate } from '@solidjs/router';
import type { Health, OperationTasks } from '../../shared/kernel/operation.ts';
import { takeStep } from '../acting.ts';
import { load, send, type Answer } from '../api.ts';
import type { Intent } from '../intent.ts';

/** How the portal is; undefined where not even that is answered. */
export const health = query(async () => {
  const answer = await send<Health>('/api/health');
  return answer.ok ? answer.value : undefined;
}, 'health');

/** What must still happen, what failed, and what was given up. */
export const operationTasks = query(() => load<OperationTasks>('/api/operation/tasks'), 'operation-tasks');

/** Lets a task be tried again. */
export const driveAgain = async (task: string, intent: Intent): Promise<Answer<unknown>> => {
  const answer = await takeStep(`/api/operation/tasks/${encodeURIComponent(task)}/again`, {}, intent);
  if (answer.ok) await revalidate([operationTasks.key, health.key]);
  return answer;
};
