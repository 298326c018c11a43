import { createHash } from 'node:crypto';
import { wholeApi } from '../../functions/whole-api.ts';
import { localUploads } from '../../functions/local/files/uploads.ts';
import { PEOPLE } from '../../functions/local/demo/people.ts';
import { seedPeople } from '../../functions/local/demo/seed.ts';
import { seedCity } from '../../functions/local/demo/seed-city.ts';
import { memoryFiles } from '../../functions/kernel/files.memory.ts';
import { uploadPath } from '../../functions/kernel/uploads.ts';
import type { Journal } from '../../functions/kernel/journal.ts';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import type { Mail } from '../../functions/kernel/mail.ts';
import { sweep } from '../../functions/kernel/outbox.ts';
import { personKey } from '../../functions/kernel/person.ts';
import { workDaily } from '../../functions/daily.ts';
import { reactionsOf } from '../../functions/reactions.ts';
import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import { asId, type UploadId } from '../../shared/kernel/id.ts';
import type { UploadType } from '../../shared/kernel/uploads.ts';

/** Writes down which storage calls a request makes, in their order. */
const counting = (journal: Journal, calls: string[]): Journal => ({
  read: (asks) => (calls.push('read'), journal.read(asks)),
  page: (ask) => (calls.push('page'), journal.page(ask)),
  commit: (commit) => (calls.push('commit'), journal.commit(commit)),
});

/** The token of `person` was got just now; `person:stale` signed in an hour ago. */
const subjectIn = (token: string, at: Instant) => {
  const [subject = '', since] = token.split('~');
  return { subject, signedInAt: since === 'stale' ? addSeconds(at, -3600) : at };
};

const PUBLIC_URL = 'https://portal.example';

/** The whole portal over the memory journal, with the demo people; bearer tokens are their ids. Notices are set by a stand-in that hashes the facts. */
export const testCity = async (start: Instant, around: Journal = memoryJournal()) => {
  const calls: string[] = [];
  const mails: Mail[] = [];
  const journal = counting(around, calls);
  const files = memoryFiles();
  let now = start;
  let keys = 0;
  const deps = {
    journal,
    clock: { now: () => now },
    files,
    published: files,
    uploads: localUploads({
      files,
      publicUrl: PUBLIC_URL,
      secret: new Uint8Array(32),
      clock: { now: () => now },
    }),
    publicUrl: PUBLIC_URL,
    settings: { publicUrl: PUBLIC_URL, ledgerOrigin: 'portal.example/ledger', version: 'test' },
    issuer: {
      begin: async () => ({ address: 'https://issuer.example/', begun: { state: 's', nonce: 'n', verifier: 'v' } }),
      finish: async () => undefined,
      subjectOf: async (token: string, at: Instant) => subjectIn(token, at),
    },
    mailer: { send: async (mail: Mail) => void mails.push(mail) },
    render: async (document: object) => {
      const pdf = new TextEncoder().encode(JSON.stringify(document));
      return { pdf, sha256: createHash('sha256').update(pdf).digest('hex') };
    },
    log: ({ error }: { error: Error }) => {
      throw error;
    },
  };
  await seedPeople(deps, PEOPLE);
  await seedCity(deps);
  const app = wholeApi(deps);
  const ask = async (
    method: string,
    who: string | undefined,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ) =>
    app.request(path, {
      method,
      headers: {
        ...(who !== undefined && { authorization: `Bearer ${who.replace(':', '~')}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  return {
    deps,
    app,
    calls,
    mails,
    get: (who: string | undefined, path: string) => ask('GET', who, path),
    put: (who: string | undefined, path: string, body: object, headers?: Record<string, string>) =>
      ask('PUT', who, path, body, headers),
    post: (who: string | undefined, path: string, body: object, headers?: Record<string, string>) =>
      ask('POST', who, path, body, { 'idempotency-key': `key-number-${(keys += 1)}`, ...headers }),
    /** Hands a file over as a page does, and answers with its id; the bytes then lie where a room claims them. */
    upload: async (who: string, bytes: Uint8Array, type: UploadType): Promise<UploadId> => {
      const id = asId<'upload'>(`upload-${(keys += 1)}`);
      const answer = await ask('POST', who, '/api/uploads', { id, type, size: bytes.length });
      if (!answer.ok) throw new Error(await answer.text());
      await files.put(uploadPath(asId(who), id), bytes, { type });
      return id;
    },
    /** Lets everything happen that commits have set in motion. */
    settle: async () => {
      for (let round = 0; round < 10; round += 1) {
        const { done, failed } = await sweep(deps, reactionsOf(deps), { which: 'all' });
        if (failed > 0) throw new Error('A reaction failed');
        if (done === 0) return;
      }
    },
    /** Does what is looked for once a day, by the city's clock. */
    daily: () => workDaily(deps),
    at: (instant: Instant) => {
      now = instant;
    },
    budget: async (call: string) => {
      const [[row] = []] = await journal.read([{ pk: `budget#${call}`, sk: 'balance' }]);
      return { freeCents: row?.['freeCents'], takenCents: row?.['takenCents'] };
    },
    dismiss: async (who: string) => {
      const key = personKey(asId(who));
      const [[row] = []] = await journal.read([key]);
      await journal.commit({ at: now, by: 'system', writes: [{ put: { ...row!, ...key, roles: [] } }] });
    },
    routes: () =>
      [
        ...new Set(
          app.routes
            .filter((route) => route.method !== 'ALL')
            .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
        ),
      ].sort(),
  };
};

export type TestCity = Awaited<ReturnType<typeof testCity>>;
