import type { Cast } from './journey-cast.ts';
import { tokenOf } from './journey-later.ts';

interface Line {
  readonly claim: string;
  readonly seq: number;
  readonly totalCents: number;
  readonly stage: string;
}

const SECONDS = 30;

/** Somebody without a browser confirms the one claim that is drafted for them, as soon as it is. @throws Error unless it went well */
export const submitByToken = async ({ url, folder }: Pick<Cast, 'url' | 'folder'>, person: string): Promise<void> => {
  const token = await tokenOf(folder, person);
  const asked = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': crypto.randomUUID(),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  for (let second = 0; second < SECONDS; second += 1) {
    const { items } = await asked<{ items: Line[] }>('GET', '/api/compensation/claims');
    const drafted = items.find(({ stage }) => stage === 'drafted');
    if (drafted === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      continue;
    }
    const { claim, seq, totalCents } = drafted;
    await asked('POST', `/api/compensation/claims/${claim}/submit`, { seq, totalCents });
    return;
  }
  throw new Error(`No claim was drafted for ${person}`);
};
