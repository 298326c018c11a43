import { accountPk, detailsSk } from '../../functions/accounts/views.ts';
import { outboxKey, type Journal, type Task } from '../../functions/kernel/journal.ts';
import { sweep, type Reactions } from '../../functions/kernel/outbox.ts';
import { reactionsOf, type ReactionDeps } from '../../functions/reactions.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { Clarifications } from '../../shared/payments/wire.ts';
import { testCity, type TestCity } from './city.ts';

export const AUTHORITY = 'be-sen-integration';
/** The demo authority's own account. */
export const PAYER_IBAN = 'DE38469138101051802512';
export const PAYEE_IBAN = 'AT611904300234573201';
export const MONDAY = '2026-11-23T09:00:00.000Z' as Instant;
export const WEDNESDAY = '2026-11-25';

/** An account in force, as if it had been entered, confirmed twice and held long ago. */
export const accountInForce = async (
  journal: Journal,
  person: string,
  { iban = PAYEE_IBAN, holder = `Erika Muster ${person}`, hash = 'hash' } = {},
): Promise<void> => {
  const pk = accountPk({ kind: 'person', id: asId(person) });
  const at = '2026-01-02T09:00:00.000Z' as Instant;
  const [rows = []] = await journal.read([{ pk, prefix: 'fact#' }]);
  const facts = [
    { type: 'account.entered', hash, heldUntil: at },
    { type: 'account.confirmedByHolder', hash },
    { type: 'account.confirmedByOfficer', hash },
  ];
  await journal.commit({
    at,
    by: 'system',
    facts: [{ pk, after: rows.length, facts }],
    writes: [{ put: { pk, sk: detailsSk(hash), iban, holder, salt: '' } }],
  });
};

/** What a room sends that wants something paid. */
export const orderTask = (number: number, change: object = {}): Task => ({
  id: `pay-${number}-open`,
  kind: 'payments.open',
  payment: `pay-${number}`,
  source: { room: 'test', id: `case-${number}` },
  payee: { kind: 'person', id: `payee-${number}` },
  authority: AUTHORITY,
  cents: 2000 + number,
  endToEndId: `A26-${String(number).padStart(6, '0')}`,
  remittance: `Sitzungsgeld A26-${String(number).padStart(6, '0')}`,
  certifiedBy: 'somebody',
  orderedBy: ['somebody-else'],
  ...change,
});

/** The portal's reactions, and a room `test` that writes down how its payments ended. */
export const withTestRoom = (deps: ReactionDeps, results: Task[]): Reactions => ({
  ...reactionsOf(deps),
  'test.payment': async (task) => {
    results.push(task);
    await deps.journal.commit({ at: deps.clock.now(), by: 'system', completes: outboxKey(task) });
  },
});

/** Works off whatever is open until nothing is. */
export const settled = async (deps: ReactionDeps, results: Task[]): Promise<void> => {
  for (let round = 0; round < 200; round += 1) {
    const { done, failed } = await sweep(deps, withTestRoom(deps, results), { which: 'all' });
    if (failed > 0) throw new Error('A reaction failed');
    if (done === 0) return;
  }
};

export const putTasks = async (journal: Journal, tasks: readonly Task[]): Promise<void> => {
  for (let from = 0; from < tasks.length; from += 100)
    await journal.commit({ at: MONDAY, by: 'system', tasks: tasks.slice(from, from + 100) });
};

export interface PayCity extends TestCity {
  readonly results: Task[];
  readonly settle: () => Promise<void>;
  readonly json: <T>(answer: Response | Promise<Response>) => Promise<T>;
}

/** A city with so many ordered payments, each payee with an account. */
export const payCity = async (payments: number, around?: Journal): Promise<PayCity> => {
  const city = await testCity(MONDAY, around);
  const results: Task[] = [];
  const settle = () => settled(city.deps, results);
  for (let number = 1; number <= payments; number += 1) await accountInForce(city.deps.journal, `payee-${number}`);
  await putTasks(
    city.deps.journal,
    Array.from({ length: payments }, (_, index) => orderTask(index + 1)),
  );
  await settle();
  const json = async <T>(answer: Response | Promise<Response>): Promise<T> => (await (await answer).json()) as T;
  return { ...city, results, settle, json };
};

export interface RunSeen {
  readonly stage: string;
  readonly count: number;
  readonly sumCents: number;
  readonly fileSha256: string;
  readonly messageId: string;
  readonly findings: readonly { readonly finding: string }[];
  readonly acts: readonly string[];
  readonly isCollecting: boolean;
  readonly booked: number;
  readonly returned: number;
}

export const runSeen = (city: PayCity, run = 'run-eins', who = 'certifier') =>
  city.json<RunSeen>(city.get(who, `/api/payments/runs/${run}`));

export const openRun = async (
  city: PayCity,
  { run = 'run-eins', channel = 'optOut', executionDay = WEDNESDAY } = {},
) => {
  const opened = await city.put('certifier', `/api/payments/runs/${run}`, {
    authority: AUTHORITY,
    executionDay,
    channel,
  });
  await city.settle();
  return opened;
};

export const closeRun = async (city: PayCity, run = 'run-eins') => {
  const { count, sumCents } = await runSeen(city, run);
  return city.post('certifier', `/api/payments/runs/${run}/close`, { count, sumCents });
};

export const releaseRun = async (city: PayCity, run = 'run-eins') => {
  const { fileSha256 } = await runSeen(city, run);
  return city.post('orderer', `/api/payments/runs/${run}/release`, { fileSha256 });
};

/** A run that the bank may have, with everything that waited. */
export const releasedRun = async (city: PayCity, options: Parameters<typeof openRun>[1] = {}) => {
  await openRun(city, options);
  await closeRun(city, options.run);
  const released = await releaseRun(city, options.run);
  if (!released.ok) throw new Error(await released.text());
};

/** Hands a statement over and lets it be worked off. */
export const handOver = async (city: PayCity, xml: string, who = 'certifier') => {
  const upload = await city.upload(who, new TextEncoder().encode(xml), 'application/xml');
  const answer = await city.post(who, '/api/payments/statements', { authority: AUTHORITY, upload });
  await city.settle();
  return answer;
};

/** Another person than whoever handed the statement over says that money which was booked came back. */
export const confirmReturns = async (
  city: Pick<TestCity, 'get' | 'post'>,
  authority = AUTHORITY,
  who = 'orderer',
): Promise<number> => {
  const asked = await city.get(who, `/api/payments/clarifications?authority=${authority}`);
  const { items } = (await asked.json()) as Clarifications;
  const returns = items.filter(({ why }) => why === 'return-after-booking');
  for (const { clarification, payment } of returns) {
    const body = { payment, note: 'Mit dem Auszug verglichen' };
    const answer = await city.post(who, `/api/payments/clarifications/${clarification}/settle`, body);
    if (!answer.ok) throw new Error(await answer.text());
  }
  return returns.length;
};

/** The refusal, or the status where there is none. */
export const refusalOf = async (answer: Response | Promise<Response>): Promise<string | number> => {
  const response = await answer;
  if (response.ok) return response.status;
  return ((await response.json()) as { refusal?: string }).refusal ?? response.status;
};

export const itemsOf = async (city: PayCity, who = 'certifier') =>
  (
    await city.json<{ items: { payment: string; stage: string; iban: string; reason?: string }[] }>(
      city.get(who, `/api/payments/runs/run-eins/items`),
    )
  ).items;

export const queue = async (city: PayCity, name: 'ready' | 'held') =>
  (
    await city.json<{ items: { payment: string; holds: string[] }[] }>(
      city.get('certifier', `/api/payments/orders?queue=${name}&authority=${AUTHORITY}`),
    )
  ).items;

/** The bytes that a closing names. */
export const fileIn = (city: PayCity, sha256: string): string =>
  Buffer.from(city.deps.files.all.get(`payments/${sha256}`) ?? []).toString();
