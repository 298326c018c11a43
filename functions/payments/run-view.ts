import { ownOf } from '../../shared/kernel/own.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import { dayOf, type Day, type Instant } from '../../shared/kernel/day.ts';
import type { AuthorityId, PaymentId, PersonId, RunId } from '../../shared/kernel/id.ts';
import type { RunChannel, RunFact } from '../../shared/payments/facts.ts';
import { maskedIban } from '../../shared/accounts/iban.ts';
import { readRun, stageWithItems, type Run } from '../../shared/payments/run.ts';
import { findingsIn, type Finding } from '../../shared/payments/rules/findings.ts';
import { isPayer, mayReadPayments, permittedActs } from '../../shared/payments/rules/permit.ts';
import type { RunItem, RunLine, RunView } from '../../shared/payments/wire.ts';
import { streamOf, type Row, type Write } from '../kernel/journal.ts';
import { runPk, runsPk, type Hands, type Payer } from './rows.ts';

/** What is still going on in the background; `n` counts the tasks of one such work. */
export interface RunWork {
  readonly kind: 'collect' | 'putBack';
  readonly n: number;
  readonly cursor?: string;
}

/** The counters of a run, kept by whoever changes an item; replaced only in the version that was read. */
export interface RunHead {
  readonly authority: AuthorityId;
  readonly channel: RunChannel;
  readonly executionDay: Day;
  /** As it stood when the run was opened. */
  readonly payer: Payer;
  readonly openedAt: Instant;
  /** When the list last changed: what the payment file calls its creation, so that a repeated closing makes the same bytes. */
  readonly changedAt: Instant;
  readonly count: number;
  readonly sumCents: Cents;
  readonly collected: number;
  readonly booked: number;
  readonly returned: number;
  readonly settled: number;
  /** Items whose holder is not written in Latin letters; the first hundred. */
  readonly notLatin: readonly PaymentId[];
  readonly work?: RunWork;
}

export interface StoredRun {
  readonly id: RunId;
  readonly run: Run;
  readonly head: RunHead;
  readonly version: number;
  readonly names: Readonly<Record<string, string>>;
  readonly facts: readonly { readonly type: string; readonly at: Instant; readonly by: PersonId }[];
  /** Why the bank did not take the file, in the words of whoever noted it. */
  readonly rejectedBecause?: string;
}

export const runOf = (id: RunId, rows: readonly Row[]): StoredRun | undefined => {
  const head = rows.find(({ sk }) => sk === 'head');
  if (head === undefined) return undefined;
  const stream = streamOf<RunFact>(rows);
  const texts = rows.find(({ sk }) => sk.startsWith('text#'))?.['texts'] as { readonly reason?: string } | undefined;
  return {
    id,
    run: readRun(stream),
    head: head['head'] as RunHead,
    version: head.version ?? 0,
    names: (rows.find(({ sk }) => sk === 'names')?.['names'] ?? {}) as Record<string, string>,
    facts: stream.map(({ fact, at, by }) => ({ type: fact.type, at, by: by as PersonId })),
    ...(texts !== undefined && { rejectedBecause: texts.reason ?? '' }),
  };
};

/** Whoever may not read a run is answered as if it did not exist. */
export const readableRun = (actor: Actor, id: RunId, rows: readonly Row[]): StoredRun | undefined => {
  const found = runOf(id, rows);
  return found !== undefined && mayReadPayments(actor, found.head.authority) ? found : undefined;
};

const lineOf = (id: RunId, run: Run, head: RunHead): RunLine => ({
  run: id,
  authority: head.authority,
  stage: stageWithItems(run, head),
  channel: head.channel,
  executionDay: head.executionDay,
  openedAt: head.openedAt,
  count: head.count,
  sumCents: head.sumCents,
  collected: head.collected,
  isCollecting: head.work !== undefined,
  booked: head.booked,
  returned: head.returned,
});

/** The counters and the line of the list, which follow each other in one commit. */
export const headWrites = (id: RunId, run: Run, head: RunHead, version: number): Write[] => [
  { put: { pk: runPk(id), sk: 'head', head }, if: { version } },
  { put: { pk: runsPk(head.authority), sk: `${head.openedAt}#${id}`, line: lineOf(id, run, head) } },
];

export const findingsOf = ({ run, head }: StoredRun, today: Day): Finding[] =>
  run.stage === 'open' ? findingsIn({ ...head, isCollecting: head.work !== undefined }, today) : [];

const rejectionOf = ({ facts, names, rejectedBecause }: StoredRun): RunView['rejection'] => {
  const noted = facts.find(({ type }) => type === 'run.rejectionNoted');
  return noted && { by: ownOf(names, noted.by) ?? noted.by, at: noted.at, reason: rejectedBecause ?? '' };
};

/** The run as this person may see it. */
export const runViewFor = (actor: Actor, stored: StoredRun, at: Instant): RunView => {
  const { id, run, head, names, facts } = stored;
  const { name, iban } = head.payer;
  const rejection = rejectionOf(stored);
  return {
    ...lineOf(id, run, head),
    seq: run.seq,
    acts: permittedActs(run, head.authority, actor),
    ...(run.closing && { fileSha256: run.closing.fileSha256, messageId: run.closing.messageId }),
    steps: facts.map(({ type, at: when, by }) => ({
      act: type.replace('run.', ''),
      at: when,
      by: ownOf(names, by) ?? by,
    })),
    findings: findingsOf(stored, dayOf(at)),
    ...(rejection !== undefined && { rejection }),
    payer: { name, iban: isPayer(actor, head.authority) ? iban : maskedIban(iban) },
  };
};

/** A row of the run's list, with what only commands need. */
export interface StoredItem extends RunItem {
  readonly payee: { readonly kind: 'person' | 'organisation'; readonly id: string };
  /** A person looked at it and said that it is no duplicate. */
  readonly notDouble?: true;
  /** Who certified and ordered it, for the order on paper. */
  readonly hands?: Hands;
}

export const itemOf = (row: Row): StoredItem => row['item'] as StoredItem;

/** The item as this person may see it: whole account numbers are for payers. */
export const itemFor = (actor: Actor, authority: AuthorityId, item: StoredItem): RunItem => {
  const { payee: _, notDouble: __, hands: ___, ...shown } = item;
  return isPayer(actor, authority) ? shown : { ...shown, iban: maskedIban(shown.iban) };
};
