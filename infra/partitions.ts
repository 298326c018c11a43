/**
 * Partitions in which rows may be deleted, by who deletes there: work done, sessions ended, lists moved on, words erased.
 * None of them holds facts (`application#`, `notice#`), and no other partition can lose a row.
 */
export const LEDGER_QUEUE = 'ledger#queue';

export const ERASABLE = {
  /** Signing out, lists that a case or a discarded draft leaves, and what was told of a mail that is tried again. */
  api: ['session#', 'worklist#', 'cases#', 'mail-failure#', 'ledger#held'],
  /** Lists that a sitting, an account or a claim leaves, and receipts that are taken back. */
  boards: ['account-queue#', 'claim-queue#', 'receipt#', 'sittings#'],
  /** Lists that a payment leaves, and items of runs that were given up. */
  payments: ['clarifications#', 'payments#', 'payments-alike#', 'run-items#'],
  /** Also reminders that are done, and what the bank sent back before the quarter's figures are made. */
  reactions: [
    'to-publish',
    'outbox#',
    'worklist#',
    'claim-queue#',
    'claim-due',
    'compensation-quarter#',
    'payments#',
    'payments-alike#',
    'run-items#',
  ],
  sequencer: [LEDGER_QUEUE, 'ledger#aside', 'ledger#erase', 'ledger#open-data', 'public#'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Partitions that hold facts. */
export const STREAMS = [
  'account#',
  'application#',
  'body#',
  'claim#',
  'erasure#',
  'held#',
  'notice#',
  'payment#',
  'quarter#',
  'run#',
  'sitting#',
  'statement#',
] as const;
