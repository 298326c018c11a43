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
      answer: structuredClone(saved['answer']),
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

const sorted = (rows: Iterable<Row>): Row[] => [...rows].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

const pageOf = (rows: Row[], ask: PageAsk): Page => {
  const all = rows.filter((row) => row.pk === ask.pk && row.sk.startsWith(ask.prefix ?? ''));
  if (ask.newestFirst === true) all.reverse();
  const from = ask.cursor === undefined ? undefined : Buffer.from(ask.cursor, 'base64url').toString();
  const rest =
    from === undefined ? all : all.filter((row) => (ask.newestFirst === true ? row.sk < from : row.sk > from));
  const page = rest.slice(0, ask.limit);
  const next = rest.length > ask.limit ? Buffer.from(page.at(-1)!.sk).toString('base64url') : undefined;
  return { rows: structuredClone(page), next };
};

export const memoryJournal = (): MemoryJournal => {
  const table = new Map<string, Row>();
  const inserted: Row[] = [];
  const at = (key: Key): Row | undefined => table.get(idOf(key));
  const inPartition = (pk: string): Row[] => [...table.values()].filter((row) => row.pk === pk);
  const answer = (ask: Ask): Row[] => {
    if ('sk' in ask) return [at(ask)].filter((row) => row !== undefined);
    return sorted(inPartition(ask.pk)).filter((row) => row.sk.startsWith(ask.prefix));
  };
  return {
    read: async (asks) => structuredClone(asks.map(answer)),
    page: async (ask) => pageOf(sorted(inPartition(ask.pk)), ask),
    commit: async (commit) => {
      checkShape(commit, keysOf(commit));
      const refused = refusalOf(commit, at);
      if (refused !== undefined) return refused;
      const { puts, removes } = changesOf(commit, at);
      for (const key of removes) table.delete(idOf(key));
      for (const row of structuredClone(puts)) {
        table.set(idOf(row), row);
        inserted.push(row);
      }
      return { is: 'committed' };
    },
    rows: () => structuredClone(sorted(table.values())),
    takeInserted: () => structuredClone(inserted.splice(0)),
  };
};
