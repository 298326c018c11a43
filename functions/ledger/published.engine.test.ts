import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { cents } from '../../shared/kernel/cents.ts';
import { asId } from '../../shared/kernel/id.ts';
import { folderFiles } from '../kernel/files.folder.ts';
import { memoryJournal } from '../kernel/journal.memory.ts';
import { eraseTexts } from './erase.ts';
import { ANY_INSTANT, grant, ledgerDeps, queue, queueMany, words } from './ledger.fixture.ts';
import { sequence } from './sequence.ts';

/** Left for people and for independent clients. */
const ARTIFACTS = 'test/.artifacts';
const LOG = join(ARTIFACTS, 'ledger');
const WORK = join('.build', 'ledger-test');

const run = promisify(execFile);

/** The audit as people start it: what it says, and how it ends. */
const verify = async (...words: string[]): Promise<{ code: number; said: string }> => {
  try {
    const { stdout } = await run(process.execPath, ['scripts/verify-ledger.ts', ...words], {
      env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
    });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
};

let early = '';

beforeAll(async () => {
  rmSync(WORK, { recursive: true, force: true });
  const files = folderFiles({
    folder: WORK,
    publicUrl: 'http://localhost:3000',
    secret: new Uint8Array(32),
    clock: { now: () => ANY_INSTANT },
  });
  const journal = memoryJournal();
  const deps = ledgerDeps(journal, files);
  await queueMany(journal, 0, 20);
  await sequence(deps);
  early = readFileSync(join(WORK, 'ledger/log/checkpoint'), 'utf8');
  await queueMany(journal, 20, 300);
  await queue(journal, grant(300, { kind: 'corrected', cents: cents(5), corrects: asId('entry-7') }), words(7));
  await sequence(deps);
  await eraseTexts(deps, 'entry-13', ['recipient']);
  await sequence(deps);
  for (const [from, to] of [['ledger/log', LOG] as const, ['open-data', join(ARTIFACTS, 'open-data')] as const]) {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true });
    cpSync(join(WORK, from), to, { recursive: true });
  }
}, 60_000);

/** A copy of the published log in which one file was changed. */
const tampered = (name: string, path: string, change: (bytes: Buffer) => Uint8Array | string): string => {
  const copy = join(WORK, name);
  cpSync(LOG, copy, { recursive: true });
  writeFileSync(join(copy, path), change(readFileSync(join(copy, path))));
  return copy;
};

/** Bundles are octets, not text. */
const octets = (from: string, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');

const edit = (from: string, to: string) => (bytes: Buffer) => bytes.toString().replace(from, to);

describe('verify-ledger', () => {
  test('a published log holds, and says what was checked', async () => {
    const { code, said } = await verify(LOG);
    expect(said).toContain('The state with 301 entries is signed with the key of the ledger “test.example/ledger”.');
    expect(said).toContain('One text was erased');
    expect(said).toContain('The ledger agrees with its signature.');
    expect(code).toBe(0);
    writeFileSync(join(WORK, 'early'), early);
    expect((await verify(LOG, '--since', join(WORK, 'early'))).said).toContain('Since your last check, of 20 entries');
  });

  test.each([
    [
      'an entry',
      'tile/entries/000',
      octets('"cents":100009', '"cents":900009'),
      /^Entry \d+ was changed after it was signed\.$/,
    ],
    [
      'a word',
      'disclosures/000',
      edit('Sprachcafé und Beratung 44"', 'Anderes 44"'),
      'A text of entry entry-44 is not the one that was published.',
    ],
    ['a tile', 'tile/0/000', (bytes: Buffer) => bytes.fill(0, 3, 4), 'The file tile/0/000 with checksums was changed.'],
    [
      'the checkpoint',
      'checkpoint',
      () => early.replace('\n20\n', '\n21\n'),
      'The signature on the state of the ledger is false (checkpoint).',
    ],
  ])('%s that was changed is found and named in one sentence', async (name, path, change, sentence) => {
    const { code, said } = await verify(tampered(name.replace(' ', '-'), path, change));
    expect([code, said.trim()]).toEqual([1, typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
  });

  test('a log that was rolled back is found by whoever kept a checkpoint', async () => {
    writeFileSync(join(WORK, 'late'), readFileSync(join(LOG, 'checkpoint')));
    const old = tampered('old', 'checkpoint', () => early);
    cpSync(join(WORK, 'ledger/log'), old, { recursive: true, force: false });
    expect((await verify(old)).code).toBe(0);
    expect((await verify(old, '--since', join(WORK, 'late'))).said).toContain('it was rolled back');
  });

  test('where nothing is published, it says so', async () => {
    expect(await verify(join(WORK, 'nowhere'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('no published'),
    });
    expect((await verify()).said).toContain('Usage');
  });
});
