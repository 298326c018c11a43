import { cents, sum, type Cents } from '../kernel/cents.ts';
import type { AmountRow, Answers } from '../programmes/form.ts';

/** Finanzierungsplan: what it costs and what covers it; the rest is asked of the grantor. */
export interface FinancingPlan {
  readonly costs: readonly AmountRow[];
  readonly cover: readonly AmountRow[];
  readonly totalCents: Cents;
  readonly coverCents: Cents;
  /** Costs minus cover; negative where there is more money than cost. */
  readonly requestedCents: Cents;
}

const rowsOf = (answer: unknown): readonly AmountRow[] =>
  Array.isArray(answer) ? (answer as readonly AmountRow[]) : [];

export const planOf = (answers: Answers): FinancingPlan => {
  const costs = rowsOf(answers['costs']);
  const cover = rowsOf(answers['cover']);
  const totalCents = sum(costs.map((row) => row.cents as Cents));
  const coverCents = sum(cover.map((row) => row.cents as Cents));
  return { costs, cover, totalCents, coverCents, requestedCents: cents(totalCents - coverCents) };
};
