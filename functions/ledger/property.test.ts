import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '../../shared/kernel/cents.ts';
import { asId } from '../../shared/kernel/id.ts';
import { textOf } from '../../shared/ledger/bytes.ts';
import { counted, emptyReport } from '../../shared/ledger/totals.ts';
import type { PublicEntry, YearReport } from '../../shared/ledger/wire.ts';
import { memoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal, type MemoryJournal } from '../kernel/journal.memory.ts';
import { eraseTexts } from './erase.ts';
import { auditFiles, grant, ledgerDeps, queue, queueMany, words } from './ledger.fixture.ts';
import { sequence } from './sequence.ts';
import { listRows } from './views.ts';

const RUNS = process.env['FAULTS'] === 'full' ? 200 : 4;

type Step =
  | { readonly do: 'queue'; readonly many: number }
  | { readonly do: 'sequence'; readonly steps: number }
  | { readonly do: 'die'; readonly after: number }
  | { readonly do: 'correct' | 'erase'; readonly pick: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('queue' as const), many: fc.integer({ min: 1, max: 70 }) }),
  fc.record({ do: fc.constant('sequence' as const), steps: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ do: fc.constant('die' as const), after: fc.integer({ min: 1, max: 25 }) }),
  fc.record({ do: fc.constantFrom('correct' as const, 'erase' as const), pick: fc.nat() }),
);

/** Files that fail for good after so many writes. */
const dying = (files: ReturnType<typeof memoryFiles>, after: number) => {
  let left = after;
  return {
    ...files,
    put: async (...parts: Parameters<typeof files.put>) => {
      if ((left -= 1) < 0) throw new Error('died');
      await files.put(...parts);
    },
  };
};

const itemsOf = (journal: MemoryJournal): PublicEntry[] =>
  journal.rows().flatMap(({ pk, item }) => (pk.startsWith('public#entry#') ? [item as PublicEntry] : []));

/** Totals as anyone would add them up, for comparison with the stored ones. */
const recomputed = (items: readonly PublicEntry[]): YearReport[] => {
  const years = new Map<number, YearReport>();
  for (const item of items) {
    const report = years.get(item.year) ?? emptyReport(item.year);
    years.set(item.year, item.supersededBy === undefined ? counted(report, item) : report);
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
};

test('whatever is queued, corrected, erased or dies: the log verifies and lists and totals are its readings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const [journal, files] = [memoryJournal(), memoryFiles()];
      const deps = ledgerDeps(journal, files);
      const kept: string[] = [];
      let next = 0;
      for (const one of steps) {
        if (one.do === 'queue') await queueMany(journal, next, (next += one.many));
        if (one.do === 'sequence') await sequence(deps, one);
        if (one.do === 'die') await sequence({ ...deps, files: dying(files, one.after) }).catch(() => undefined);
        if (one.do === 'correct' && next > 0) {
          const corrects = asId<'entry'>(`entry-${one.pick % next}`);
          await queue(journal, grant(next, { kind: 'corrected', corrects, cents: cents(next) }), words(next));
          next += 1;
        }
        if (one.do === 'erase' && next > 0) await eraseTexts(deps, `entry-${one.pick % next}`, ['recipient']);
        const checkpoint = files.all.get('ledger/log/checkpoint');
        if (checkpoint !== undefined) {
          expect(await auditFiles(files, kept.at(-1))).toMatchObject({ ok: true });
          kept.push(textOf(checkpoint)!);
        }
      }
      await sequence(deps);
      for (const note of kept) expect(await auditFiles(files, note)).toMatchObject({ ok: true, entries: next });
      const items = itemsOf(journal);
      expect(items).toHaveLength(next);
      const stored = journal.rows().flatMap(({ pk, report }) => (pk === 'public#report' ? [report as YearReport] : []));
      expect(stored).toEqual(recomputed(items));
      const listed = journal.rows().filter(({ pk }) => /^public#(?!entry|report)/.test(pk));
      expect(listed).toHaveLength(items.flatMap(listRows).length);
      expect(new Set(listed.map((row) => JSON.stringify(row['item'])))).toEqual(
        new Set(items.map((item) => JSON.stringify(item))),
      );
    }),
    { numRuns: RUNS },
  );
}, 600_000);
