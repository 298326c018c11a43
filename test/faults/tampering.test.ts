import { beforeAll, expect, test } from 'vitest';
import { memoryFiles, type MemoryFiles } from '../../functions/kernel/files.memory.ts';
import { auditFiles, ledgerDeps } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import { loaded } from '../support/fault-cases.ts';
import { brittlePortal, cityRows, journey } from '../support/fault-journey.ts';
import { strikingCalls } from '../support/fault-ports.ts';

let published: MemoryFiles;
beforeAll(async () => {
  const journal = await loaded(await cityRows());
  const portal = await brittlePortal(journal, strikingCalls());
  await journey(portal.send, portal.settle);
  await sequence(ledgerDeps(journal, portal.files));
  published = portal.files;
});

test('the log of the journey verifies as it was published', async () => {
  expect(await auditFiles(published)).toMatchObject({ ok: true, entries: 2 });
});

test.each([
  ['more money in an entry', 'tile/entries/', '"cents":4500000', '"cents":9500000', 'entry-altered'],
  ['another name for a recipient', 'disclosures/', 'Brückenhaus', 'Brückenhof ', 'text-altered'],
  ['a smaller size in the checkpoint', 'checkpoint', '\n2\n', '\n1\n', 'bad-signature'],
])('whoever writes %s is found', async (_, place, from, to, problem) => {
  const files = memoryFiles();
  const [path] = [...published.all.keys()]
    .filter((one) => one.startsWith(`ledger/log/${place}`))
    .sort()
    .reverse();
  for (const [at, bytes] of published.all) files.all.set(at, bytes);
  const before = Buffer.from(published.all.get(path!)!).toString('latin1');
  const text = (words: string) => Buffer.from(words).toString('latin1');
  expect(before).toContain(text(from));
  files.all.set(path!, Buffer.from(before.replace(text(from), text(to)), 'latin1'));
  expect(await auditFiles(files)).toMatchObject({ ok: false, problem });
});
