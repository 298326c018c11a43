import { beforeAll, expect, test } from 'vitest';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import { streamOf, type Row } from '../../functions/kernel/journal.ts';
import type { ClaimFact } from '../../shared/compensation/facts.ts';
import { BOARD, seated } from '../support/board.ts';
import { claimOfPerson } from '../support/claims.ts';
import { testCity } from '../support/city.ts';
import { ANY_INSTANT, FULL, loaded } from '../support/fault-cases.ts';
import { brittlePortal, type Send } from '../support/fault-journey.ts';
import { FAULTS, strikingCalls, type Strike } from '../support/fault-ports.ts';
import { mailsOnce, stateOf } from '../support/fault-state.ts';

/** All calls, or every so manieth of them, each fault beginning at another one. */
const EACH = FULL ? 1 : 7;
const SITTING = 'sitzung-1';
const TIMES = { from: '2026-11-19T17:00', to: '2026-11-19T19:00' };
const PERSONS = ['member', 'member2'];
const CLAIMS = PERSONS.map((person) => claimOfPerson(SITTING, person));

let rows: Row[];
beforeAll(async () => {
  const journal = memoryJournal();
  const city = await testCity(ANY_INSTANT, journal);
  for (const [index, person] of PERSONS.entries())
    await seated(city, { seat: `sitz-${index + 1}`, as: 'member', person });
  // The keys of the preparation are used again by each story.
  rows = journal.rows().filter(({ pk }) => !pk.startsWith('key#'));
});

const entries = (second: 'member' | 'absent') => [
  { seat: 'sitz-1', present: 'member' },
  { seat: 'sitz-2', present: second },
];

const batch = (seq: number) => ({
  claims: CLAIMS.map((claim) => ({ claim, seq })),
  totals: [{ body: BOARD, count: CLAIMS.length, cents: CLAIMS.length * 20_00 }],
});

/** From the list to two payment orders, and a correction that finds one of them too much. */
const evening = async (send: Send, settle: () => Promise<void>): Promise<void> => {
  const sitting = `/api/bodies/${BOARD}/sittings/${SITTING}`;
  const office = (method: 'PUT' | 'POST', path: string, body: object) =>
    send({ who: 'body-office', method, path, body });
  await office('PUT', sitting, { title: 'Sitzung', mode: 'inPerson', place: 'Rathaus', ...TIMES });
  await office('POST', `${sitting}/confirm`, { seq: 1, ...TIMES, entries: entries('member') });
  await settle();
  for (const [index, who] of PERSONS.entries()) {
    const path = `/api/compensation/claims/${CLAIMS[index]!}/submit`;
    await send({ who, method: 'POST', path, body: { seq: 1, totalCents: 20_00 } });
  }
  await office('POST', '/api/compensation/certify', batch(2));
  await send({ who: 'orderer', method: 'POST', path: '/api/compensation/order', body: batch(3) });
  await settle();
  await office('POST', `${sitting}/correct`, { seq: 2, ...TIMES, entries: entries('absent'), reason: 'Verwechselt' });
  await settle();
};

const travelled = async (strike?: Strike) => {
  const journal = await loaded(rows);
  const striking = strikingCalls(strike);
  const portal = await brittlePortal(journal, striking);
  await evening(portal.send, portal.settle);
  return { journal, calls: striking.calls, mails: portal.mails };
};

/** Case numbers are drawn; the payments take them over. */
const stateIn = (all: readonly Row[]): string[] =>
  stateOf(all)
    .map((line) => line.replaceAll(/A26-[2-9A-HJ-NP-Z]{6}/g, 'A26-…'))
    .sort();

const factsIn = (all: readonly Row[]) =>
  streamOf<ClaimFact>(all.filter(({ pk }) => pk.startsWith('claim#'))).map(({ fact }) => fact.type);

test(
  'claims struck at any storage call and taken on again are drafted, certified and ordered once',
  async () => {
    const clean = await travelled();
    const expected = stateIn(clean.journal.rows());
    expect(factsIn(clean.journal.rows()).filter((type) => type === 'claim.ordered')).toHaveLength(2);
    expect(factsIn(clean.journal.rows())).toContain('claim.overpaymentFound');
    expect(clean.journal.rows().filter(({ pk, sk }) => pk.startsWith('payment#') && sk === 'fact#000001')).toHaveLength(
      2,
    );
    let struck = 0;
    for (const [start, fault] of FAULTS.entries()) {
      for (let at = 1 + (start % EACH); at <= clean.calls.length; at += EACH) {
        const call = clean.calls[at - 1]!;
        if (fault === 'meets another transaction' && call !== 'journal.commit') continue;
        const run = await travelled({ at, fault });
        expect(stateIn(run.journal.rows()), `${fault} at call ${at}, ${call}`).toEqual(expected);
        expect(mailsOnce(run.mails)).toEqual(mailsOnce(clean.mails));
        struck += 1;
      }
    }
    console.log(`claims: ${clean.calls.length} calls, ${struck} runs with a fault, 0 differences`);
  },
  FULL ? 1_800_000 : 90_000,
);
