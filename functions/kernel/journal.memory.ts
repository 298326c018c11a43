import {
  factKey,
  outboxKey,
  type Ask,
  type Commit,
  type Guard,
  type Journal,
  type Key,
  type Outcome,
  type Page,
  type PageAsk,
  type Row,
  type Write,
} from './journal.ts';

/** The whole table as a plain map, for tests and drills; everything it gives out is a copy. */
export interface MemoryJournal extends Journal {
  /** Every row, in order of pk and sk. */
  rows(): Row[];
  /** What the stream would deliver: rows put since the last call. */
  takeInserted(): Row[];
}

const idOf = (key: Key): string => `${key.pk}\u0000${key.sk}`;

const guardKey = (guard: Guard): Key => {
  if ('take' in guard) return guard.take;
  if ('enough' in guard) return guard.enough;
  return 'unique' in guard ? guard.unique : guard.unchanged;
};

const guardHolds = (guard: Guard, stored: Row | undefined): boolean => {
  if ('unique' in guard) return stored === undefined;
  if ('unchanged' in guard) return (stored?.version ?? 0) === guard.version;
  const free = stored?.['freeCents'];
  const taken = stored?.['takenCents'];
  if (typeof free !== 'number' || typeof taken !== 'number') return false;
  return 'enough' in guard || guard.cents >= 0 ? free >= guard.cents : taken >= -guard.cents;
};

const afterGuard = (guard: Guard, stored: Row | undefined): Row | undefined => {
  if ('unique' in guard) return guard.unique;
  if (!('take' in guard)) return undefined;
  return {
    ...stored!,
    freeCents: Number(stored!['freeCents']) - guard.cents,
    takenCents: Number(stored!['takenCents']) + guard.cents,
  };
};

const afterWrite = (write: Extract<Write, { put: Row }>): Row =>
  write.if === undefined ? write.put : { ...write.put, version: write.if.version + 1 };

/** @throws RangeError where DynamoDB would refuse the transaction as such. */
const checkShape = (commit: Commit, keys: readonly Key[]): void => {
  if (keys.length > 100) throw new RangeError(`A transaction holds 100 items at most, not ${keys.length}`);
  if (new Set(keys.map(idOf)).size !== keys.length) throw new RangeError('A transaction touches each item once');
  if (keys.length === 0) throw new RangeError(`An empty commit by ${commit.by}`);
};

const keysOf = (commit: Commit): Key[] => [
  ...(commit.answered === undefined ? [] : [commit.answered.key]),
  ...(commit.completes === undefined ? [] : [commit.completes]),
  ...(commit.guards ?? []).map(guardKey),
  ...(commit.writes ?? []).map((write) => ('put' in write ? write.put : write.remove)),
  ...(commit.facts ?? []).flatMap((append) =>
    append.facts.map((_, index) => factKey(append.pk, append.after + index + 1)),
  ),
  ...(commit.tasks ?? []).map(outboxKey),
];

const refusalOf = (commit: Commit, at: (key: Key) => Row | undefined): Outcome | undefined => {
  const saved = commit.answered && at(commit.answered.key);
  if (saved)
    return {
      is: 'repeated',
      answer: copied(saved['answer']),
      sameBody: saved['body'] === commit.answered?.body,
    };
  if (commit.completes && at(commit.completes) === undefined) return { is: 'done' };
  for (const guard of commit.guards ?? []) {
    if (!guardHolds(guard, at(guardKey(guard)))) return { is: 'refused', refusal: guard.refusal };
  }
  for (const write of commit.writes ?? []) {
    if ('put' in write && write.if !== undefined && (at(write.put)?.version ?? 0) !== write.if.version) {
      return { is: 'refused', refusal: write.refusal ?? 'changed-meanwhile' };
    }
  }
  const taken = (commit.facts ?? []).some((append) =>
    append.facts.some((_, i) => at(factKey(append.pk, append.after + i + 1))),
  );
  return taken ? { is: 'refused', refusal: 'changed-meanwhile' } : undefined;
};

const changesOf = (commit: Commit, at: (key: Key) => Row | undefined): { puts: Row[]; removes: Key[] } => {
  const puts: Row[] = [];
  const removes: Key[] = [];
  if (commit.answered)
    puts.push({ ...commit.answered.key, body: commit.answered.body, answer: commit.answered.answer });
  if (commit.completes) removes.push(commit.completes);
  for (const guard of commit.guards ?? []) {
    const next = afterGuard(guard, at(guardKey(guard)));
    if (next !== undefined) puts.push(next);
  }
  for (const write of commit.writes ?? []) {
    if ('put' in write) puts.push(afterWrite(write));
    else removes.push(write.remove);
  }
  for (const append of commit.facts ?? []) {
    append.facts.forEach((fact, i) =>
      puts.push({ ...factKey(append.pk, append.after + i + 1), fact, at: commit.at, by: commit.by }),
    );
  }
  for (const task of commit.tasks ?? [])
    puts.push({ ...outboxKey(task), task, at: commit.at, attempts: 0, version: 1 });
  return { puts, removes };
};

/** Rows are plain values, for which this takes a tenth of what `structuredClone` does; like the table it keeps nothing undefined. */
const copied = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) if (one !== undefined) copy[name] = copied(one);
  return copy as T;
};

const bySk = (a: Row, b: Row): number => (a.sk < b.sk ? -1 : 1);

const pageOf = (rows: Row[], ask: PageAsk): Page => {
  const all = ask.newestFirst === true ? rows.reverse() : rows;
  const from = ask.cursor === undefined ? undefined : Buffer.from(ask.cursor, 'base64url').toString();
  const rest =
    from === undefined ? all : all.filter((row) => (ask.newestFirst === true ? row.sk < from : row.sk > from));
  const page = rest.slice(0, ask.limit);
  const next = rest.length > ask.limit ? Buffer.from(page.at(-1)!.sk).toString('base64url') : undefined;
  return { rows: copied(page), next };
};

/** Rows by partition and sort key. */
const emptyTable = () => {
  const partitions = new Map<string, Map<string, Row>>();
  return {
    at: ({ pk, sk }: Key): Row | undefined => partitions.get(pk)?.get(sk),
    put: (row: Row): void => {
      const partition = partitions.get(row.pk);
      if (partition === undefined) partitions.set(row.pk, new Map([[row.sk, row]]));
      else partition.set(row.sk, row);
    },
    remove: ({ pk, sk }: Key): void => void partitions.get(pk)?.delete(sk),
    /** In order of the sort key; not copied. */
    within: (pk: string, prefix: string): Row[] =>
      [...(partitions.get(pk)?.values() ?? [])].filter((row) => row.sk.startsWith(prefix)).sort(bySk),
    all: (): Row[] =>
      [...partitions.values()].flatMap((rows) => [...rows.values()]).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
  };
};

export const memoryJournal = (): MemoryJournal => {
  const table = emptyTable();
  const inserted: Row[] = [];
  const answer = (ask: Ask): Row[] => {
    if (!('sk' in ask)) return table.within(ask.pk, ask.prefix);
    const row = table.at(ask);
    return row === undefined ? [] : [row];
  };
  return {
    read: async (asks) => asks.map((ask) => copied(answer(ask))),
    page: async (ask) => pageOf(table.within(ask.pk, ask.prefix ?? ''), ask),
    commit: async (commit) => {
      checkShape(commit, keysOf(commit));
      const refused = refusalOf(commit, table.at);
      if (refused !== undefined) return refused;
      const { puts, removes } = changesOf(commit, table.at);
      for (const key of removes) table.remove(key);
      for (const row of copied(puts)) {
        table.put(row);
        inserted.push(row);
      }
      return { is: 'committed' };
    },
    rows: () => copied(table.all()),
    takeInserted: () => copied(inserted.splice(0)),
  };
};
