import { beforeAll, expect, test } from 'vitest';
import type { Row } from '../../functions/kernel/journal.ts';
import { auditFiles, ledgerDeps } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import { FULL, loaded } from '../support/fault-cases.ts';
import { findingsIn } from '../support/fault-findings.ts';
import { brittlePortal, cityRows, journey, JOURNEY_BUDGET } from '../support/fault-journey.ts';
import { FAULTS, strikingCalls, type Fault, type Strike } from '../support/fault-ports.ts';
import { filesOf, mailsOnce, stateOf } from '../support/fault-state.ts';

/** All calls, or every so manieth of them, each fault beginning at another one. */
const EACH = FULL ? 1 : 11;

let rows: Row[];
beforeAll(async () => {
  rows = await cityRows();
});

const travelled = async (strike?: Strike) => {
  const journal = await loaded(rows);
  const striking = strikingCalls(strike);
  const portal = await brittlePortal(journal, striking);
  await journey(portal.send, portal.settle);
  return { journal, calls: striking.calls, files: portal.files, mails: portal.mails };
};

type Travelled = Awaited<ReturnType<typeof travelled>>;

const endOf = ({ journal, files, mails }: Travelled) => ({
  rows: stateOf(journal.rows()),
  files: filesOf(files),
  mails: mailsOnce(mails),
});

/** Only a commit can meet another transaction. */
const canStrike = (fault: Fault, call: string): boolean =>
  fault !== 'meets another transaction' || call === 'journal.commit';

const tableOf = (struck: readonly (readonly [string, Fault])[]): string => {
  const names = [...new Set(struck.map(([name]) => name))].sort();
  const count = (name: string, fault: Fault) => struck.filter(([a, b]) => a === name && b === fault).length;
  const lines = names.map((name) => `| ${name} | ${FAULTS.map((fault) => count(name, fault)).join(' | ')} |`);
  return [`| call | ${FAULTS.join(' | ')} |`, `|---|${FAULTS.map(() => '--:|').join('')}`, ...lines].join('\n');
};

test(
  'whatever happens to any call of storage or mail, the repeated act ends in the state of a clean run',
  async () => {
    const clean = await travelled();
    const expected = endOf(clean);
    expect(endOf(await travelled()), 'two clean runs end alike').toEqual(expected);
    const struck: (readonly [string, Fault])[] = [];
    let repeatedMails = 0;
    for (const [start, fault] of FAULTS.entries()) {
      for (let at = 1 + (start % EACH); at <= clean.calls.length; at += EACH) {
        const call = clean.calls[at - 1]!;
        if (!canStrike(fault, call)) continue;
        const place = `${fault} at call ${at}, ${call}`;
        const run = await travelled({ at, fault });
        expect(endOf(run), place).toEqual(expected);
        expect(findingsIn(run.journal.rows(), JOURNEY_BUDGET), place).toEqual([]);
        repeatedMails += run.mails.length - clean.mails.length;
        struck.push([call, fault]);
      }
    }
    console.log(`${tableOf(struck)}\n${clean.calls.length} calls, ${struck.length} runs with a fault, 0 differences`);
    console.log(`mails: none lost, ${repeatedMails} repeated under the same id`);
    expect(new Set(struck.map(([, fault]) => fault)).size).toBe(FAULTS.length);
  },
  FULL ? 1_800_000 : 90_000,
);

test('after such a run the log holds the two grants and verifies', async () => {
  const { journal, files } = await travelled({ at: 90, fault: 'process exits after' });
  await sequence(ledgerDeps(journal, files));
  expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 2 });
});
