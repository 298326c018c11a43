import type { Key, Row } from '../../functions/kernel/journal.ts';

/** Facts as they lie in the table; read here without the product's own readings, which might share a fault with it. */
interface Told {
  readonly pk: string;
  readonly type: string;
  readonly by: string;
  readonly fact: Readonly<Record<string, unknown>>;
}

const toldIn = (rows: readonly Row[], kind: string): Map<string, Told[]> => {
  const facts = rows
    .filter(({ pk, sk }) => pk.startsWith(`${kind}#`) && sk.startsWith('fact#'))
    .toSorted((a, b) => (a.sk < b.sk ? -1 : 1))
    .map((row): Told => {
      const fact = row['fact'] as Record<string, unknown>;
      return { pk: row.pk, by: String(row['by']), type: String(fact['type']), fact };
    });
  return Map.groupBy(facts, ({ pk }) => pk);
};

const EXAMINES = new Set(['claim.certified', 'claim.bankDataFixed']);
const ORDERS = new Set(['claim.firstOrdered', 'claim.ordered']);
/** From certifying on the money is charged; a correction of the list before payment gives it back. */
const CHARGES = new Set(['claim.certified']);
const GIVES_BACK = new Set(['claim.voided', 'claim.recomputed']);

const inClaim = (pk: string, facts: readonly Told[]): string[] => {
  const of = String(facts[0]?.fact['person']);
  const byWhom = (types: ReadonlySet<string>) => facts.filter(({ type }) => types.has(type)).map(({ by }) => by);
  const [examiners, orderers] = [byWhom(EXAMINES), byWhom(ORDERS)];
  const both = examiners.filter((one) => orderers.includes(one));
  const own = [...examiners, ...orderers].filter((one) => one === of);
  return [
    ...both.map((who) => `${pk}: ${who} examined and ordered`),
    ...own.map((who) => `${pk}: ${who} acted on their own claim`),
  ];
};

const chargedBy = (facts: readonly Told[]): number =>
  facts.reduce((charged, { type, fact }) => {
    if (CHARGES.has(type)) return Number(fact['totalCents']);
    return GIVES_BACK.has(type) ? 0 : charged;
  }, 0);

const inPayment = (pk: string, facts: readonly Told[]): string[] => {
  const count = (type: string) => facts.filter((one) => one.type === type).length;
  const most = ['payment.opened', 'payment.booked', 'payment.returned'].filter((type) => count(type) > 1);
  return most.map((type) => `${pk}: ${type} ${count(type)} times`);
};

const inRun = (pk: string, facts: readonly Told[], rows: readonly Row[]): string[] => {
  const closings = facts.filter(({ type }) => type === 'run.closed');
  const releases = facts.filter(({ type }) => type === 'run.released');
  if (releases.length === 0) return [];
  const items = rows
    .filter((row) => row.pk === `run-items#${pk.slice('run#'.length)}`)
    .map((row) => row['item'] as { cents: number });
  const { count, sumCents } = closings.at(-1)!.fact;
  const sum = items.reduce((all, item) => all + item.cents, 0);
  return [
    ...(releases.length > 1 ? [`${pk}: released ${releases.length} times`] : []),
    ...(closings.some(({ by }) => by === releases[0]!.by) ? [`${pk}: released by who closed it`] : []),
    ...(count === items.length && sumCents === sum
      ? []
      : [`${pk}: says ${String(count)}/${String(sumCents)}, holds ${items.length}/${sum}`]),
  ];
};

const twice = (all: readonly string[]): string[] => all.filter((one, index) => all.indexOf(one) !== index);

const inPayments = (rows: readonly Row[], claims: readonly Told[], payments: readonly Told[]): string[] => {
  const opened = payments.filter(({ type }) => type === 'payment.opened');
  const ordered = claims.filter(({ type, fact }) => type === 'claim.ordered' && fact['payment'] !== undefined);
  const runs = toldIn(rows, 'run');
  const out = [...runs].filter(([, facts]) => facts.some(({ type }) => type === 'run.released'));
  const paidIn = out.flatMap(([pk]) =>
    rows.filter((row) => row.pk === `run-items#${pk.slice('run#'.length)}`).map(({ sk }) => sk),
  );
  return [
    ...twice(opened.map(({ fact }) => String(fact['endToEndId']))).map((id) => `End-to-end id ${id} twice`),
    ...twice(paidIn).map((id) => `${id} in two released runs`),
    ...(ordered.length === opened.length ? [] : [`${ordered.length} orders, ${opened.length} payments`]),
    ...[...runs].flatMap(([pk, facts]) => inRun(pk, facts, rows)),
  ];
};

const inMoney = (
  rows: readonly Row[],
  charged: number,
  { budget, row }: { readonly budget: number; readonly row: Key },
): string[] => {
  const found = rows.find(({ pk, sk }) => pk === row.pk && sk === row.sk);
  const [free, taken] = [Number(found?.['freeCents']), Number(found?.['takenCents'])];
  return [
    ...(taken === charged ? [] : [`The budget says ${taken}, the claims say ${charged}`]),
    // Nothing is decided to be kept back here, so nobody owes.
    ...rows
      .filter(({ pk }) => pk.startsWith('compensation-balance#'))
      .filter((debt) => debt['freeCents'] !== 0)
      .map((debt) => `${debt.pk} owes ${String(debt['freeCents'])}`),
    ...(free + taken === budget && free >= 0 ? [] : [`${free} free and ${taken} taken of ${budget}`]),
  ];
};

/** Everything about claims, lists and payments that must never be, in words; empty where all is well. No tasks may be open. */
export const claimFindingsIn = (rows: readonly Row[], of: { readonly budget: number; readonly row: Key }): string[] => {
  const [claims, payments] = [toldIn(rows, 'claim'), toldIn(rows, 'payment')];
  const lists = [...toldIn(rows, 'sitting')].filter(
    ([, facts]) => facts.filter(({ type }) => type === 'sitting.attendanceConfirmed').length > 1,
  );
  const open = rows.filter(({ pk }) => pk.startsWith('outbox#'));
  const charged = [...claims.values()].reduce((sum, facts) => sum + chargedBy(facts), 0);
  return [
    ...open.map((row) => `Left undone: ${JSON.stringify(row['task'])}`),
    ...lists.map(([pk]) => `${pk}: confirmed twice`),
    ...[...claims].flatMap(([pk, facts]) => inClaim(pk, facts)),
    ...[...payments].flatMap(([pk, facts]) => inPayment(pk, facts)),
    ...inPayments(rows, [...claims.values()].flat(), [...payments.values()].flat()),
    ...inMoney(rows, charged, of),
  ];
};
