import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

const KEPT_AT_MOST = 2000;

/** What the provider keeps between two requests of a sign-in: minutes only, so memory is enough. The oldest goes first. */
const kept = new Map<string, Kept>();

/** The provider's storage; a restart in the middle of a sign-in means to begin that sign-in again. */
export const memoryAdapter = (model: string): Adapter => {
  const keyOf = (id: string): string => `${model}:${id}`;
  const find = (id: string): AdapterPayload | undefined => {
    const found = kept.get(keyOf(id));
    if (found !== undefined && found.until > Date.now()) return found.payload;
    kept.delete(keyOf(id));
    return undefined;
  };
  const first = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...kept].find(([key, { payload }]) => key.startsWith(`${model}:`) && matches(payload))?.[1].payload;
  return {
    upsert: async (id, payload, expiresIn) => {
      kept.delete(keyOf(id));
      kept.set(keyOf(id), { payload, until: Date.now() + (expiresIn ?? 3600) * 1000 });
      const [oldest] = kept.keys();
      if (kept.size > KEPT_AT_MOST && oldest !== undefined) kept.delete(oldest);
    },
    find: async (id) => find(id),
    findByUid: async (uid) => first((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => first((payload) => payload.userCode === userCode),
    consume: async (id) => {
      const found = find(id);
      if (found !== undefined) found['consumed'] = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => void kept.delete(keyOf(id)),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  };
};
