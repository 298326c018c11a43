/**
 * Partitions in which rows may be deleted, by who deletes there: work done, sessions ended, lists moved on, words erased.
 * None of them holds facts (`application#`, `notice#`), and no other partition can lose a row.
 */
export const LEDGER_QUEUE = 'ledger#queue';

export const ERASABLE = {
  /** Signing out, and lists that a case leaves. */
  api: ['session#', 'worklist#'],
  /** Lists that a claim or a payment leaves. */
  boards: ['account-queue#', 'claim-queue#', 'sittings#'],
  reactions: ['outbox#', 'worklist#'],
  sequencer: [LEDGER_QUEUE, 'ledger#open-data', 'public#'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Partitions that hold facts. */
export const STREAMS = ['account#', 'application#', 'body#', 'notice#', 'sitting#'] as const;
