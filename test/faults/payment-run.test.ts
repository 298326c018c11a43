import { assert, asyncProperty, nat, shuffledSubarray } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import { streamOf, type Row, type Task } from '../../functions/kernel/journal.ts';
import { uploadPath } from '../../functions/kernel/uploads.ts';
import { statementXml, type Movement } from '../../functions/payments/statement.fixture.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { PaymentFact, RunFact } from '../../shared/payments/facts.ts';
import { readPayment, stageOf } from '../../shared/payments/payment.ts';
import { FULL, loaded, SEED } from '../support/fault-cases.ts';
import { brittlePortal, type Send } from '../support/fault-journey.ts';
import { FAULTS, strikingCalls, type Strike } from '../support/fault-ports.ts';
import { filesOf, stateOf } from '../support/fault-state.ts';
import {
  AUTHORITY,
  confirmReturns,
  handOver,
  payCity,
  PAYER_IBAN,
  releasedRun,
  withTestRoom,
  type PayCity,
} from '../support/payments.ts';

const ITEMS = 18;
/** All calls, or every so manieth of them, each fault beginning at another one. */
const EACH = FULL ? 1 : 9;
const SHUFFLES = FULL ? 500 : 25;

const movementOf = (number: number): Movement => ({
  endToEndId: `A26-${String(number).padStart(6, '0')}`,
  amount: `20.${String(number).padStart(2, '0')}`,
});
const STATEMENT = statementXml(PAYER_IBAN, [
  ...Array.from({ length: ITEMS }, (_, index) => movementOf(index + 1)),
  { ...movementOf(3), returned: 'AC04' },
  { endToEndId: 'X-UNKNOWN', amount: '1.00', returned: 'AC01' },
]);

let rows: Row[];
beforeAll(async () => {
  const journal = memoryJournal();
  await payCity(ITEMS, journal);
  rows = journal.rows();
});

const closedIn = (all: readonly Row[]) =>
  streamOf<RunFact>(all).flatMap(({ fact }) => (fact.type === 'run.closed' ? [fact] : []));

/** One run is given up, the next one goes to the bank, and the bank answers. */
const payRun = async (send: Send, settle: () => Promise<void>, now: () => readonly Row[]): Promise<void> => {
  const opened = { authority: AUTHORITY, executionDay: '2026-11-25', channel: 'optOut' };
  const at = (run: string, act = '') => `/api/payments/runs/${run}${act}`;
  await send({ who: 'certifier', method: 'PUT', path: at('run-null'), body: opened });
  await settle();
  await send({ who: 'orderer', method: 'POST', path: at('run-null', '/cancel') });
  await settle();
  await send({ who: 'certifier', method: 'PUT', path: at('run-eins'), body: opened });
  await settle();
  const sumCents = ITEMS * 2000 + (ITEMS * (ITEMS + 1)) / 2;
  await send({ who: 'certifier', method: 'POST', path: at('run-eins', '/close'), body: { count: ITEMS, sumCents } });
  const { fileSha256 } = closedIn(now())[0]!;
  await send({ who: 'orderer', method: 'POST', path: at('run-eins', '/release'), body: { fileSha256 } });
  await send({ who: 'orderer', method: 'POST', path: at('run-eins', '/transmitted'), body: { on: '2026-11-22' } });
  const body = { authority: AUTHORITY, upload: 'upload-eins' };
  await send({ who: 'certifier', method: 'POST', path: '/api/payments/statements', body });
  await settle();
};

const travelled = async (strike?: Strike) => {
  const journal = await loaded(rows);
  const striking = strikingCalls(strike);
  const results: Task[] = [];
  const portal = await brittlePortal(journal, striking, (deps) => withTestRoom(deps, results));
  const upload = uploadPath(asId('certifier'), asId('upload-eins'));
  await portal.files.put(upload, new TextEncoder().encode(STATEMENT), { type: 'application/xml' });
  await payRun(portal.send, portal.settle, () => journal.rows());
  return { journal, files: portal.files, calls: striking.calls, results };
};

const endOf = ({ journal, files }: Awaited<ReturnType<typeof travelled>>) => ({
  // A request that was sent twice is counted twice against the limit of its sender.
  rows: stateOf(journal.rows()).filter((row) => !row.includes('"pk":"limit#')),
  files: filesOf(files),
});

test(
  'a run killed or struck at any call and done again gives one file, one message id, each end-to-end id once',
  async () => {
    const clean = await travelled();
    const expected = endOf(clean);
    const files = [...clean.files.all].filter(([path]) => path.startsWith('payments/'));
    expect(files).toHaveLength(1);
    const xml = Buffer.from(files[0]![1]).toString();
    expect(xml.match(/<MsgId>/g)).toHaveLength(1);
    expect(new Set(xml.match(/<EndToEndId>[^<]*/g))).toHaveLength(ITEMS);
    expect(clean.results.filter(({ outcome }) => outcome === 'booked')).toHaveLength(ITEMS);
    let struck = 0;
    for (const [start, fault] of FAULTS.entries()) {
      for (let at = 1 + (start % EACH); at <= clean.calls.length; at += EACH) {
        const call = clean.calls[at - 1]!;
        if (fault === 'meets another transaction' && call !== 'journal.commit') continue;
        const run = await travelled({ at, fault });
        expect(endOf(run), `${fault} at call ${at}, ${call}`).toEqual(expected);
        expect(closedIn(run.journal.rows())).toHaveLength(1);
        struck += 1;
      }
    }
    console.log(`${clean.calls.length} calls, ${struck} runs with a fault, 0 differences`);
  },
  FULL ? 1_800_000 : 90_000,
);

/** What the bank's answer came to, whatever the order in which it was told. */
const outcomeOf = (city: PayCity, all: readonly Row[]) => {
  const payments = [...new Set(all.map(({ pk }) => pk).filter((pk) => pk.startsWith('payment#')))];
  return {
    payments: payments.map((pk) => {
      const {
        seq: _,
        since: __,
        bookedOn,
        returned,
        ...rest
      } = readPayment(streamOf<PaymentFact>(all.filter((row) => row.pk === pk)));
      const payment = { ...rest, ...(bookedOn && { bookedOn }), ...(returned && { reason: returned.reason }) };
      return [pk, stageOf(readPayment(streamOf<PaymentFact>(all.filter((row) => row.pk === pk)))), payment];
    }),
    items: all.filter(({ pk }) => pk.startsWith('run-items#')).map((row) => row['item']),
    unclear: all.filter(({ pk }) => pk.startsWith('clarifications#')).map(({ sk }) => sk),
    lastTold: Object.fromEntries(
      city.results.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ payment, outcome }) => [String(payment), outcome]),
    ),
  };
};

test(
  'statement entries shuffled and told again by files that overlap end in the same state',
  async () => {
    const movements: Movement[] = [
      ...Array.from({ length: 6 }, (_, index) => movementOf(index + 1)),
      { ...movementOf(2), returned: 'MD07' },
      { ...movementOf(3), returned: 'MS03' },
      { endToEndId: 'X-UNKNOWN', amount: '1.00', returned: 'AC01' },
      { endToEndId: 'A26-000005', amount: '99.00' },
    ];
    const told = async (files: readonly (readonly Movement[])[]) => {
      const journal = memoryJournal();
      const city = await payCity(6, journal);
      await releasedRun(city);
      for (const [index, file] of files.entries()) {
        const answer = await handOver(city, statementXml(PAYER_IBAN, file, `S-${index}`));
        if (!answer.ok) throw new Error(await answer.text());
      }
      await confirmReturns(city);
      await city.settle();
      return outcomeOf(city, journal.rows());
    };
    const expected = await told([movements]);
    const some = shuffledSubarray(movements);
    const all = shuffledSubarray(movements, { minLength: movements.length });
    await assert(
      asyncProperty(some, some, all, nat(2), async (first, second, whole, place) => {
        expect(await told([first, second].toSpliced(place, 0, whole))).toEqual(expected);
      }),
      { numRuns: SHUFFLES, seed: SEED },
    );
  },
  FULL ? 600_000 : 60_000,
);

test('the same statement twice changes nothing', async () => {
  const journal = memoryJournal();
  const city = await payCity(3, journal);
  await releasedRun(city);
  const xml = statementXml(PAYER_IBAN, [movementOf(1), { ...movementOf(2), returned: 'AC01' }]);
  await handOver(city, xml);
  /** Kept answers and counted requests are no state of payments. */
  const state = () => stateOf(journal.rows()).filter((row) => !/"pk":"(?:key|limit)#/.test(row));
  const before = state();
  expect((await handOver(city, xml)).status).toBe(200);
  expect(state()).toEqual(before);
});
