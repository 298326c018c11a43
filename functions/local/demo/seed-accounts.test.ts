import { expect, test } from 'vitest';
import { dayOf, instant } from '../../../shared/kernel/day.ts';
import { asId } from '../../../shared/kernel/id.ts';
import { payableIban } from '../../../shared/accounts/iban.ts';
import { accountAsk, usableAccount } from '../../accounts/views.ts';
import { memoryJournal } from '../../kernel/journal.memory.ts';
import { seedAccounts } from './seed-accounts.ts';

const NOW = instant('2026-11-22T09:00:00Z');

test('members of the demo city can be paid from the start, but one; a second start changes nothing', async () => {
  const journal = memoryJournal();
  const deps = { journal, clock: { now: () => NOW } };
  await seedAccounts(deps);
  const rows = journal.rows();
  const account = async (person: string) => {
    const [found = []] = await journal.read([accountAsk({ kind: 'person', id: asId(person) })]);
    return usableAccount(found, NOW);
  };
  const member = await account('member');
  expect(member.ok && payableIban(member.value.iban, dayOf(NOW)).ok).toBe(true);
  expect(await account('member2')).toMatchObject({ refusal: 'account-missing' });
  await seedAccounts(deps);
  expect(journal.rows()).toEqual(rows);
});
