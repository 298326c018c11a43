import { asId } from '../../shared/kernel/id.ts';
import { budgetKey } from '../compensation/budget.ts';
import { claimOf } from '../compensation/views.ts';
import { caseOf } from '../funding/views.ts';
import type { Row } from '../kernel/journal.ts';

const idOf = ({ pk, sk }: { readonly pk: string; readonly sk: string }): string => `${pk}\u0000${sk}`;

/** What the facts of all cases and claims take from each budget, by the key of its balance. */
const takenByFacts = (partitions: ReadonlyMap<string, Row[]>): Map<string, number> => {
  const taken = new Map<string, number>();
  const take = (key: string, cents: number): void => void taken.set(key, (taken.get(key) ?? 0) + cents);
  for (const [pk, rows] of partitions) {
    const cut = pk.indexOf('#');
    const [kind, id] = [pk.slice(0, cut), pk.slice(cut + 1)];
    if (kind === 'application') {
      const found = caseOf(asId(id), rows);
      const cents = found?.application.stage === 'approved' ? found.application.decision?.amountCents : undefined;
      if (found !== undefined && cents !== undefined)
        take(idOf({ pk: `budget#${found.call.id}`, sk: 'balance' }), cents);
    }
    if (kind === 'claim') {
      const claim = claimOf(asId(id), rows)?.claim;
      if (claim?.of !== undefined && claim.reserved !== undefined)
        take(idOf(budgetKey(claim.of.authority, claim.reserved.year)), claim.reserved.cents);
    }
  }
  return taken;
};

const byPartition = (rows: readonly Row[]): Map<string, Row[]> => {
  const partitions = new Map<string, Row[]>();
  for (const row of rows) partitions.set(row.pk, [...(partitions.get(row.pk) ?? []), row]);
  return partitions;
};

/** Budgets whose balance is not what the facts say, in words; empty where all is well. Nothing here is put right by a program. */
export const wrongBalances = (rows: readonly Row[]): string[] => {
  const taken = takenByFacts(byPartition(rows));
  const balances = rows.filter(({ pk, sk }) => sk === 'balance' && /^(budget|compensation-budget)#/.test(pk));
  const known = new Set(balances.map(idOf));
  const missing = [...taken.keys()].filter((key) => !known.has(key)).map((key) => `${key.split('\u0000')[0]} is gone`);
  const wrong = balances.flatMap((row) => {
    const [stored, said] = [Number(row['takenCents']), taken.get(idOf(row)) ?? 0];
    const free = Number(row['freeCents']);
    return [
      ...(stored === said ? [] : [`${row.pk} says that ${stored} cents are taken, the facts say ${said}`]),
      ...(free >= 0 ? [] : [`${row.pk} is over-committed by ${-free} cents`]),
    ];
  });
  return [...missing, ...wrong];
};
