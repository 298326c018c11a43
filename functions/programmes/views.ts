import type { CallId } from '../../shared/kernel/id.ts';
import type { Call } from '../../shared/programmes/programme.ts';
import type { Guard, Key, Row } from '../kernel/journal.ts';

export const callKey = (call: CallId): Key => ({ pk: 'calls', sk: `call#${call}` });

export const CALLS = { pk: 'calls', prefix: 'call#' } as const;

export const callOf = (row: Row | undefined): Call | undefined => row?.['call'] as Call | undefined;

/** A call with its budget, as the programme manager publishes it; once. */
export const publishedCall = (call: Call): Guard[] => [
  { unique: { ...callKey(call.id), call }, refusal: 'call-exists' },
  { unique: { ...budgetKey(call.id), freeCents: call.budgetCents, takenCents: 0 }, refusal: 'call-exists' },
];

const budgetKey = (call: CallId): Key => ({ pk: `budget#${call}`, sk: 'balance' });

/** Charges the call's budget in the instant of the commit; `refusal` is how the charging room calls an exhausted budget. */
export const charge = (call: CallId, cents: number, refusal: string): Guard => ({
  take: budgetKey(call),
  cents,
  refusal,
});

/** So much is free in the instant of the commit; nothing is charged. */
export const affordable = (call: CallId, cents: number, refusal: string): Guard => ({
  enough: budgetKey(call),
  cents,
  refusal,
});
