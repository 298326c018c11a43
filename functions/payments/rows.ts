import { hash } from 'node:crypto';
import type { AccountOwner } from '../../shared/accounts/facts.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { AuthorityId, PaymentId, PersonId, RunId, StatementId } from '../../shared/kernel/id.ts';
import type { PaymentSource, RunChannel } from '../../shared/payments/facts.ts';
import type { PaymentQueue } from '../../shared/payments/wire.ts';
import type { Ask, Key, Row } from '../kernel/journal.ts';

export const paymentPk = (id: PaymentId): string => `payment#${id}`;
export const paymentAsk = (id: PaymentId): Ask => ({ pk: paymentPk(id), prefix: '' });

/** Ready and held payments of an authority: `<queue>#<since>#<payment>`. */
export const ordersPk = (authority: AuthorityId): string => `payments#${authority}`;

/** Which payment bears this end-to-end id; made once, so that no id is used twice. */
export const endToEndKey = (id: string): Key => ({ pk: `end-to-end#${id}`, sk: 'payment' });

export const runPk = (run: RunId): string => `run#${run}`;
export const runAsk = (run: RunId): Ask => ({ pk: runPk(run), prefix: '' });
export const runsPk = (authority: AuthorityId): string => `runs#${authority}`;

/** The items of a run, by payment, frozen as they were collected. */
export const itemsPk = (run: RunId): string => `run-items#${run}`;
export const itemKey = (run: RunId, payment: PaymentId): Key => ({ pk: itemsPk(run), sk: payment });

export const payerKey = (authority: AuthorityId): Key => ({ pk: `payer#${authority}`, sk: 'payer' });

export const statementPk = (id: StatementId): string => `statement#${id}`;
export const statementAsk = (id: StatementId): Ask => ({ pk: statementPk(id), prefix: '' });
export const statementsPk = (authority: AuthorityId): string => `statements#${authority}`;

/** That a movement of an account was taken up; by its identity, whichever file told of it. */
export const entryKey = (entry: string): Key => ({ pk: `statement-entry#${entry}`, sk: 'entry' });

/** With which balance the statements of an authority end, to see whether the next one begins with it. */
export const statementsEndKey = (authority: AuthorityId): Key => ({ pk: `statements-end#${authority}`, sk: 'end' });

/** The payments that one case ordered: a second one after a return is looked at. */
export const sourcePk = ({ room, id }: PaymentSource): string => `payments-of#${room}#${id}`;

export const clarificationsPk = (authority: AuthorityId): string => `clarifications#${authority}`;

/** Payments that went or will go to the same account with the same amount, then those for the same purpose. */
export const alikePk = (authority: AuthorityId): string => `payments-alike#${authority}`;

const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

export const sameAmountPrefix = (iban: string, cents: Cents): string => `${digest(iban)}#${cents}#`;

export const samePurposePrefix = (iban: string, cents: Cents, remittance: string): string =>
  `${sameAmountPrefix(iban, cents)}${digest(remittance)}#`;

export const alikeKey = (
  authority: AuthorityId,
  item: { readonly iban: string; readonly cents: Cents; readonly remittance: string; readonly payment: PaymentId },
): Key => ({
  pk: alikePk(authority),
  sk: `${samePurposePrefix(item.iban, item.cents, item.remittance)}${item.payment}`,
});

/** What was ordered, with the words that no fact carries. */
export interface Order {
  readonly source: PaymentSource;
  readonly payee: AccountOwner;
  readonly payeeName: string;
  readonly authority: AuthorityId;
  readonly cents: Cents;
  readonly endToEndId: string;
  readonly remittance: string;
  readonly certifiedBy: PersonId;
  readonly orderedBy: readonly PersonId[];
  /** Their names on that day, for the order on paper (§ 70 LHO). */
  readonly hands?: Hands;
}

/** Who found a payment right in substance and figures, and who ordered it, by name. */
export interface Hands {
  readonly certifiedBy: string;
  readonly orderedBy: readonly string[];
}

/** Whose money it is: account and name as the bank has them, and the ways to pay that the authority has agreed with it. */
export interface Payer {
  readonly name: string;
  readonly iban: string;
  readonly bic?: string;
  readonly channels: readonly RunChannel[];
  /** For the payment order: the place in the budget. */
  readonly budgetChapter?: string;
  readonly budgetTitle?: string;
}

export const payerOf = (row: Row | undefined): Payer | undefined => row?.['payer'] as Payer | undefined;

/** The list row of a payment in its queue. */
export const orderSk = (queue: PaymentQueue, since: Instant, payment: PaymentId): string =>
  `${queue}#${since}#${payment}`;
