import { describe, expect, test } from 'vitest';
import { textOf } from '../../shared/ledger/bytes.ts';
import { memoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal, type MemoryJournal } from '../kernel/journal.memory.ts';
import { auditFiles, ledgerDeps, queueMany } from './ledger.fixture.ts';
import type { LedgerDeps } from './publish.ts';
import { sequence } from './sequence.ts';

class Stopped extends Error {}

/** Called before (`done` false) and after (`done` true) every call of a port. */
type Watch = (done: boolean) => Promise<void>;

const watchedObject = <T extends object>(port: T, watch: Watch): T =>
  new Proxy(port, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...parts: unknown[]) => {
        await watch(false);
        const answer: unknown = await (member as (...all: unknown[]) => unknown).apply(target, parts);
        await watch(true);
        return answer;
      };
    },
  });

const watched = (deps: LedgerDeps, watch: Watch): LedgerDeps => ({
  ...deps,
  journal: watchedObject(deps.journal, watch),
  files: watchedObject(deps.files, watch),
  signer: watchedObject(deps.signer, watch),
});

/** What readers see in the end; versions count attempts, and salts are fresh in every run. */
const shown = (journal: MemoryJournal) =>
  journal.rows().flatMap(({ pk, sk, item, report }) => (pk.startsWith('public#') ? [{ pk, sk, item, report }] : []));

const FULL = process.env['FAULTS'] === 'full';
/** Two steps and a rest; a few of the calls and orders unless all are asked for. */
const ENTRIES = FULL ? 110 : 52;
const EACH = FULL ? 1 : 13;
const ORDERS = FULL ? 100 : 2;

const clean = async () => {
  const [journal, files] = [memoryJournal(), memoryFiles()];
  await queueMany(journal, 0, ENTRIES);
  let calls = 0;
  await sequence(watched(ledgerDeps(journal, files), async (done) => void (calls += done ? 0 : 1)));
  return { calls, rows: shown(journal), csv: textOf(files.all.get('open-data/zuwendungen.csv')!) };
};

describe('a sequencer that dies', () => {
  test.each([
    ['before', false],
    ['right after', true],
  ])(
    '%s any call of storage or signer: the next one ends in the state of a clean run',
    async (_, after) => {
      const expected = await clean();
      expect(expected.calls).toBeGreaterThan(30);
      for (let at = after ? 1 : 4; at <= expected.calls; at += EACH) {
        const [journal, files] = [memoryJournal(), memoryFiles()];
        const deps = ledgerDeps(journal, files);
        await queueMany(journal, 0, ENTRIES);
        let calls = 0;
        const dying = watched(deps, async (done) => {
          if (!done) calls += 1;
          if (calls >= at && done === after) throw new Stopped();
        });
        await expect(sequence(dying)).rejects.toThrow(Stopped);
        const published = files.all.get('ledger/log/checkpoint');
        if (published !== undefined) expect((await auditFiles(files)).ok, `after call ${at}`).toBe(true);
        expect(await sequence(deps), `after call ${at}`).toMatchObject({ size: ENTRIES });
        expect(await auditFiles(files, published && textOf(published))).toMatchObject({ ok: true, entries: ENTRIES });
        expect(shown(journal)).toEqual(expected.rows);
        expect(textOf(files.all.get('open-data/zuwendungen.csv')!)).toBe(expected.csv);
      }
    },
    FULL ? 600_000 : 60_000,
  );
});

/** Small steps at random, the same for the same seed. */
const stepsOf = (seed: number): (() => number) => {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536);
  };
};

describe('sequencers side by side', () => {
  test(
    'none forks the log: every published checkpoint is continued by the last, whatever the order',
    async () => {
      const expected = await clean();
      for (let seed = 1; seed <= ORDERS; seed += 1) {
        const [journal, files] = [memoryJournal(), memoryFiles()];
        const deps = ledgerDeps(journal, files);
        await queueMany(journal, 0, ENTRIES);
        const step = stepsOf(seed);
        const notes: string[] = [];
        const put = files.put.bind(files);
        files.put = async (path, bytes, about) => {
          if (path.endsWith('/checkpoint')) notes.push(textOf(bytes)!);
          await put(path, bytes, about);
        };
        const slowly = watched(deps, async () => {
          for (let turn = step() % 12; turn > 0; turn -= 1) await Promise.resolve();
        });
        await Promise.all([sequence(slowly), sequence(slowly), sequence(slowly)]);
        expect(notes.length).toBeGreaterThan(3);
        for (const note of notes) {
          expect(await auditFiles(files, note), `seed ${seed}`).toMatchObject({ ok: true, entries: ENTRIES });
        }
        expect(shown(journal), `seed ${seed}`).toEqual(expected.rows);
      }
    },
    FULL ? 600_000 : 60_000,
  );
});
