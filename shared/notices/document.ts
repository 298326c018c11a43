import type { ClaimDecisionFacts } from './claim-decision.ts';
import type { DecisionFacts } from './decision.ts';
import type { OrderListFacts } from './order-list.ts';
import type { StatementFacts } from './statement.ts';

/** What can be set as a document: same facts, same bytes. The facts are attached to it. */
export type Document =
  /** Bescheid on an application for a grant. */
  | { readonly kind: 'decision'; readonly facts: DecisionFacts; readonly annex?: Uint8Array }
  /** Bescheid on a claim that is not recognised in full. */
  | { readonly kind: 'claimDecision'; readonly facts: ClaimDecisionFacts }
  /** Jahresaufstellung. */
  | { readonly kind: 'statement'; readonly facts: StatementFacts }
  /** Auszahlungsanordnung. */
  | { readonly kind: 'orderList'; readonly facts: OrderListFacts };
