/**
 * Partitions in which rows may be deleted: outbox, sessions, queues, work lists and other readings or records.
 * None of them holds facts; `test/infra/rights.test.ts` holds this list against the code that appends.
 */
export const ERASABLE: readonly string[] = ['outbox#', 'session#', 'draft#', 'queue#', 'list#', 'record#'];

/** Where the rows lie that the sequencer takes up, and with them its wake-up. */
export const LEDGER_QUEUE = 'queue#';
