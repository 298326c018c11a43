import { expect, test } from 'vitest';
import { AUTHORITY, payCity, PAYER_IBAN, releasedRun } from '../../test/support/payments.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import type { Journal } from '../kernel/journal.ts';
import { reconcileStatement } from './reconcile.ts';
import { reconcileTask } from './statement-view.ts';
import { statementXml, type Movement } from './statement.fixture.ts';

const STRAY: Movement = { amount: '7.00', credit: true, bankReference: 'B-1' };
const PAID: Movement = { endToEndId: 'A26-000001', amount: '20.01', bankReference: 'B-2' };

test.each([
  ['nobody knows', STRAY],
  ['books a payment', PAID],
])(
  'a movement that %s counts once, though two statements that tell of it are worked off at the same time',
  async (_, movement) => {
    const journal = memoryJournal();
    /** Runs once, in the instant in which the first of them is about to commit. */
    let meanwhile: (() => Promise<void>) | undefined;
    const around: Journal = {
      ...journal,
      commit: async (commit) => {
        const isReconciling = commit.writes?.some((one) => 'put' in one && one.put.pk.startsWith('statement-entry#'));
        const other = isReconciling === true ? meanwhile : undefined;
        if (other !== undefined) meanwhile = undefined;
        await other?.();
        return journal.commit(commit);
      },
    };
    const city = await payCity(2, around);
    await releasedRun(city);
    const statements: string[] = [];
    for (const id of ['S-1', 'S-2']) {
      const upload = await city.upload(
        'certifier',
        new TextEncoder().encode(statementXml(PAYER_IBAN, [movement], id)),
        'application/xml',
      );
      const answer = await city.post('certifier', '/api/payments/statements', { authority: AUTHORITY, upload });
      statements.push((await city.json<{ statement: string }>(answer)).statement);
    }
    const work = (id: string) => reconcileStatement(city.deps, reconcileTask(id as never, 0));
    meanwhile = () => work(statements[1]!);
    await work(statements[0]!);
    expect(meanwhile).toBeUndefined();
    const path = `/api/payments/statements?authority=${AUTHORITY}`;
    const { items } = await city.json<{ items: { booked: number; unclear: number; isDone: boolean }[] }>(
      city.get('certifier', path),
    );
    expect(items.map(({ isDone }) => isDone)).toEqual([true, true]);
    expect(items.reduce((sum, { booked, unclear }) => sum + booked + unclear, 0)).toBe(1);
  },
);
