import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';
import type { Task } from './journal.ts';
import { sweep } from './outbox.ts';
import { MailNotSent } from './mail.ts';

const START = instant('2026-11-23T09:00:00Z');
const TASK: Task = { id: 'mail-geheim', kind: 'bodies.mail', sitting: 'sitting-geheim', person: 'amina-geheim' };

let city: TestCity;
let arrives: boolean;
let sent: number;

const swept = () =>
  sweep(
    { ...city.deps, log: () => undefined },
    {
      'bodies.mail': async () => {
        if (!arrives) throw new MailNotSent('address-refused', '550');
        sent += 1;
      },
    },
  );

interface Listed {
  readonly items: readonly { readonly id: string; readonly state: string }[];
  readonly figures: object;
}

const listed = async (): Promise<Listed> => (await (await city.get('admin', '/api/operation/tasks')).json()) as Listed;

beforeEach(async () => {
  city = await testCity(START);
  [arrives, sent] = [false, 0];
  await city.deps.journal.commit({ at: START, by: 'system', tasks: [TASK] });
  await swept();
});

describe('the operator', () => {
  test('sees the parked task with its reason, and neither case nor person', async () => {
    const answer = await listed();
    expect(answer).toMatchObject({
      items: [{ kind: 'bodies.mail', state: 'parked', attempts: 1, reason: 'mail-address-refused', ageSeconds: 0 }],
      figures: { open: 1, parked: 1, refusedMails: 1 },
    });
    expect(JSON.stringify(answer)).not.toContain('geheim');
  });

  test('drives it again, once for one key, and the next sweep does it', async () => {
    const [task] = (await listed()).items;
    const path = `/api/operation/tasks/${task!.id}/again`;
    const key = { 'idempotency-key': 'one-intent-again' };
    expect((await city.post('admin', path, {}, key)).status).toBe(200);
    expect(await listed()).toMatchObject({ items: [{ state: 'open', attempts: 0 }] });
    await swept();
    expect((await city.post('admin', path, {}, key)).status).toBe(200);
    expect(await listed()).toMatchObject({ items: [{ state: 'parked' }] });
    arrives = true;
    await swept();
    expect(sent).toBe(0);
  });

  test('sees how many entries of the ledger were set aside, and not which', async () => {
    expect(await listed()).toMatchObject({ setAside: 0 });
    const writes = ['entry-geheim-1', 'entry-geheim-2'].map((sk) => ({
      put: { pk: 'ledger#aside', sk, step: 'queue' },
    }));
    await city.deps.journal.commit({ at: START, by: 'system', writes });
    const answer = await listed();
    expect(answer).toMatchObject({ setAside: 2 });
    expect(JSON.stringify(answer)).not.toContain('geheim');
  });

  test('is told that there is no such task', async () => {
    expect((await city.post('admin', '/api/operation/tasks/nothing/again', {})).status).toBe(404);
  });
});

test.each(['editor', 'approver', 'auditor', 'programme-manager', 'body-office'])(
  '%s neither sees nor drives tasks',
  async (who) => {
    const [task] = (await listed()).items;
    expect((await city.get(who, '/api/operation/tasks')).status).toBe(403);
    expect((await city.post(who, `/api/operation/tasks/${task!.id}/again`, {})).status).toBe(403);
    expect(await listed()).toMatchObject({ items: [{ state: 'parked' }] });
  },
);
