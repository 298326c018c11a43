import type { Ask, Commit, Journal, Key, PageAsk, Row } from '../../functions/kernel/journal.ts';
import { stepsOf } from '../../functions/kernel/transaction.dynamo.ts';
import { itemSize } from './item-size.ts';

/** What one use case asked of the table. Units are DynamoDB's capacity units, computed from the sizes of the items. */
export interface Cost {
  /** Reads that waited for one another; what was asked together counts once. */
  readonly reads: number;
  readonly transactions: number;
  /** Items that the transactions touched. */
  readonly items: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

const NOTHING: Cost = { reads: 0, transactions: 0, items: 0, readUnits: 0, writeUnits: 0 };

/** Every read pays for at least one item of 4 kB, even where nothing lies. */
const started = (bytes: number, per: number): number => Math.max(1, Math.ceil(bytes / per));

const sumOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + itemSize(row), 0);

/** A single row is rounded up by itself, a partition as a whole; both strongly consistent. */
const unitsOfRead = (ask: Ask, rows: readonly Row[]): number =>
  'sk' in ask ? started(itemSize(rows[0]), 4096) : started(sumOf(rows), 4096);

type Item = ReturnType<typeof stepsOf>[number]['item'];

const keyOf = ({ Put, Update, Delete, ConditionCheck }: Item): Key =>
  (Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key) as unknown as Key;

/** The larger of the item before and after counts, and a transaction pays twice; a checked item counts as a written one. */
const unitsOfWrite = (item: Item, before: Row | undefined): number =>
  2 * started(Math.max(itemSize(before), itemSize(item.Put?.Item)), 1024);

export interface MeasuredJournal extends Journal {
  /** The cost of everything since the last call. */
  takeCost(): Cost;
}

/** Writes down what is asked of the journal inside, as DynamoDB would count it. */
export const measuredJournal = (inside: Journal): MeasuredJournal => {
  let cost = NOTHING;
  let reading = 0;
  const add = (more: Partial<Cost>): void => {
    cost = Object.fromEntries(
      Object.entries(cost).map(([name, value]) => [name, value + (more[name as keyof Cost] ?? 0)]),
    ) as unknown as Cost;
  };
  const asRead = async <T>(read: () => Promise<T>): Promise<T> => {
    if (reading === 0) add({ reads: 1 });
    reading += 1;
    try {
      return await read();
    } finally {
      reading -= 1;
    }
  };
  return {
    read: (asks) =>
      asRead(async () => {
        const rows = await inside.read(asks);
        add({ readUnits: asks.reduce((sum, ask, index) => sum + unitsOfRead(ask, rows[index]!), 0) });
        return rows;
      }),
    page: (ask: PageAsk) =>
      asRead(async () => {
        // The adapter asks for one row more, to know whether there is a next page; its page is eventually consistent.
        const { rows } = await inside.page({ ...ask, limit: ask.limit + 1 });
        add({ readUnits: started(sumOf(rows), 4096) / 2 });
        return inside.page(ask);
      }),
    commit: async (commit: Commit) => {
      const items = stepsOf('table', commit).map(({ item }) => item);
      const before = await inside.read(items.map((item) => ({ pk: keyOf(item).pk, sk: keyOf(item).sk })));
      const writeUnits = items.reduce((sum, item, index) => sum + unitsOfWrite(item, before[index]![0]), 0);
      add({ transactions: 1, items: items.length, writeUnits });
      return inside.commit(commit);
    },
    takeCost: () => {
      const taken = cost;
      cost = NOTHING;
      return taken;
    },
  };
};
