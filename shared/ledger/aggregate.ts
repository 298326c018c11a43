import { cents, type Cents } from '../kernel/cents.ts';
import type { BodyId, ClaimId, PersonId, SittingId } from '../kernel/id.ts';

/** Fewer are not a group in which one person cannot be made out (domain rules 5.3 no. 2, policy). */
export const FEWEST_PERSONS = 5;

/** Figures are rounded to whole tens of euros (domain rules 5.3 no. 2). */
export const ROUND_TO_CENTS = 10_00;

/** What was paid on one claim. A late one was put into a later quarter by the room that pays, so each counts once. */
export interface Contribution {
  readonly body: BodyId;
  readonly person: PersonId;
  readonly claim: ClaimId;
  readonly sitting: SittingId;
  /** Negative where something was taken back. */
  readonly cents: Cents;
}

/** What is published of one body and quarter: persons who got something, sittings, and the rounded sum. */
export interface BodyFigures {
  readonly persons: number;
  readonly sittings: number;
  readonly cents: Cents;
}

/** What is published of all bodies together, or of one body and year: never persons, since those of the parts overlap. */
export type SumFigures = Omit<BodyFigures, 'persons'>;

export interface QuarterFigures {
  /** Undefined: not published, be it that nothing was paid or that persons could be made out. Nothing tells the two apart. */
  readonly bodies: ReadonlyMap<BodyId, BodyFigures | undefined>;
  /** Only where every body is published: it then tells nothing that their figures do not. */
  readonly total?: SumFigures;
}

const rounded = (sum: number): Cents => cents(Math.floor(sum / ROUND_TO_CENTS + 0.5) * ROUND_TO_CENTS);

const netByPerson = (contributions: readonly Contribution[]): number[] => {
  const nets = new Map<PersonId, number>();
  for (const { person, cents: amount } of contributions) nets.set(person, (nets.get(person) ?? 0) + amount);
  return [...nets.values()];
};

/** Figures of one cell, or undefined where a person could be made out: too few, one who holds over half, or next to nothing. */
const figuresOf = (contributions: readonly Contribution[]): BodyFigures | undefined => {
  const nets = netByPerson(contributions);
  const sum = nets.reduce((total, net) => total + net, 0);
  const persons = nets.filter((net) => net > 0).length;
  const largest = nets.reduce((most, net) => Math.max(most, Math.abs(net)), 0);
  if (persons < FEWEST_PERSONS || largest * 2 > sum || rounded(sum) <= 0) return undefined;
  return { persons, sittings: new Set(contributions.map(({ sitting }) => sitting)).size, cents: rounded(sum) };
};

const together = (parts: readonly SumFigures[]): SumFigures => ({
  sittings: parts.reduce((sum, { sittings }) => sum + sittings, 0),
  cents: cents(parts.reduce((sum, part) => sum + part.cents, 0)),
});

const allOf = <T>(parts: readonly (T | undefined)[]): readonly T[] | undefined => {
  const there = parts.filter((part) => part !== undefined);
  return there.length === parts.length && there.length > 0 ? there : undefined;
};

/**
 * The public figures of one quarter (domain rules 5.3 no. 2): a body's figures depend on that body's contributions alone, and
 * every sum is one of published figures. So nothing that is withheld enters anything that is shown, and no subtraction gives
 * it back (docs/decisions 0027).
 * @param bodies all that there are, also those to which nothing was paid
 */
export const aggregateQuarter = (bodies: readonly BodyId[], contributions: readonly Contribution[]): QuarterFigures => {
  const cells = new Map<BodyId, Contribution[]>(bodies.map((body) => [body, []]));
  for (const one of contributions) cells.set(one.body, [...(cells.get(one.body) ?? []), one]);
  const figures = new Map([...cells].map(([body, own]) => [body, figuresOf(own)] as const));
  const published = allOf([...figures.values()]);
  return { bodies: figures, ...(published !== undefined && { total: together(published) }) };
};

type Quarterly = SumFigures | undefined;

/**
 * A body's figures of a year: the sum of its four quarters as published, and nothing where one of them is withheld, which the
 * others would give back. Persons are left out, since the same ones sit in every quarter.
 */
export const yearOfBody = (quarters: readonly [Quarterly, Quarterly, Quarterly, Quarterly]): SumFigures | undefined => {
  const published = allOf(quarters);
  return published === undefined ? undefined : together(published);
};
