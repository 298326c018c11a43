import { query, revalidate } from '@solidjs/router';
import type { PendingLines } from '../../shared/accounts/wire.ts';
import { takeStep } from '../acting.ts';
import { load, type Answer } from '../api.ts';
import type { Intent } from '../intent.ts';

/** New bank details that wait for their second person, the oldest first. */
export const pendingAccounts = query((authority: string, cursor?: string) => {
  const asked = new URLSearchParams({ authority, ...(cursor !== undefined && { cursor }) });
  return load<PendingLines>(`/api/accounts/pending?${asked}`);
}, 'pending-accounts');

const second =
  <B extends object>(act: 'confirm' | 'reject') =>
  async (person: string, body: B, intent: Intent): Promise<Answer<unknown>> => {
    const answer = await takeStep(`/api/accounts/${encodeURIComponent(person)}/${act}`, body, intent);
    if (answer.ok) await revalidate(pendingAccounts.key);
    return answer;
  };

/** `hash` stands for exactly the details that were seen. */
export const confirmPending = second<{ readonly hash: string }>('confirm');
export const rejectPending = second<{ readonly hash: string; readonly reason: string }>('reject');
