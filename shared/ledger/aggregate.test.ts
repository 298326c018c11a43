import { array, assert, integer, nat, pre, property, shuffledSubarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../kernel/cents.ts';
import { asId, type BodyId } from '../kernel/id.ts';
import { aggregateQuarter, ROUND_TO_CENTS, yearOfBody, type Contribution, type QuarterFigures } from './aggregate.ts';

const BODIES = ['body-a', 'body-b', 'body-c', 'body-d'].map((id) => asId<'body'>(id));
const [A, B] = BODIES as [BodyId, BodyId];

const one = (body: BodyId, person: string, amount: number, sitting = '1'): Contribution => ({
  body,
  person: asId(person),
  claim: asId(`c-${body}-${person}-${sitting}`),
  sitting: asId(`${body}-${sitting}`),
  cents: cents(amount),
});

/** A cell in which the n-th person gets the n-th amount. */
const cell = (body: BodyId, amounts: readonly number[]): Contribution[] =>
  amounts.map((amount, index) => one(body, `${body}-${index}`, amount));

const figures = (amounts: readonly number[]) => aggregateQuarter([A], cell(A, amounts)).bodies.get(A);

describe('what is published of a body and quarter (domain rules 5.3 no. 2)', () => {
  test('five persons are enough, four are not', () => {
    expect(figures([20_00, 20_00, 20_00, 20_00, 20_00])).toEqual({ persons: 5, sittings: 1, cents: 100_00 });
    expect(figures([20_00, 20_00, 20_00, 20_00])).toBeUndefined();
  });

  test('nobody holds over half of the sum; exactly half is no reason', () => {
    expect(figures([80_00, 20_00, 20_00, 20_00, 20_00])).toMatchObject({ cents: 160_00 });
    expect(figures([80_01, 20_00, 20_00, 20_00, 20_00])).toBeUndefined();
  });

  test('sums are rounded to tens of euros, half up', () => {
    expect(figures([20_00, 20_00, 20_00, 20_00, 24_99])).toMatchObject({ cents: 100_00 });
    expect(figures([20_00, 20_00, 20_00, 20_00, 25_00])).toMatchObject({ cents: 110_00 });
  });

  test('who got nothing in the end is no person of the group', () => {
    const paidBack = [...cell(A, [20_00, 20_00, 20_00, 20_00, 20_00]), one(A, 'body-a-4', -20_00, '2')];
    expect(aggregateQuarter([A], paidBack).bodies.get(A)).toBeUndefined();
  });

  test.each([
    ['an empty cell', []],
    ['a cell of zeros', [0, 0, 0, 0, 0]],
    ['a negative cell', [-20_00, -20_00, -20_00, -20_00, -20_00]],
    ['a cell that rounds to nothing', [90, 90, 90, 90, 90]],
    ['more taken back from one person than half of the sum', [20_00, 20_00, 20_00, 20_00, 20_00, -40_00]],
  ])('%s is withheld like one of few persons', (_what, amounts) => {
    expect(figures(amounts)).toBeUndefined();
  });

  test('a person counts once, however many sittings', () => {
    const twice = [...cell(A, [20_00, 20_00, 20_00, 20_00, 20_00]), one(A, 'body-a-0', 20_00, '2')];
    expect(aggregateQuarter([A], twice).bodies.get(A)).toEqual({ persons: 5, sittings: 2, cents: 120_00 });
  });

  test('one who sits on two bodies counts in each, and saves neither from being too small', () => {
    const amounts = [20_00, 20_00, 20_00, 20_00];
    const both = [...cell(A, amounts), ...cell(B, amounts), one(A, 'both', 20_00), one(B, 'both', 20_00)];
    expect([...aggregateQuarter([A, B], both).bodies.values()].map((found) => found?.persons)).toEqual([5, 5]);
    const small = cell(A, amounts).flatMap((own) => [own, { ...own, body: B }]);
    expect([...aggregateQuarter([A, B], small).bodies.values()]).toEqual([undefined, undefined]);
  });
});

describe('sums', () => {
  const full = [20_00, 20_00, 20_00, 20_00, 24_00];

  test('the total stands only where every body is published, and is the sum of the rounded figures', () => {
    const { total } = aggregateQuarter([A, B], [...cell(A, full), ...cell(B, full)]);
    expect(total).toEqual({ sittings: 2, cents: 200_00 });
  });

  test('a lone withheld body takes the total with it, an empty one too', () => {
    expect(aggregateQuarter([A, B], [...cell(A, full), ...cell(B, [20_00])])).not.toHaveProperty('total');
    expect(aggregateQuarter([A, B], cell(A, full))).not.toHaveProperty('total');
    expect(aggregateQuarter([], [])).not.toHaveProperty('total');
  });

  test('a year stands only where all four quarters do', () => {
    const quarter = { sittings: 3, cents: cents(120_00) };
    expect(yearOfBody([quarter, quarter, quarter, quarter])).toEqual({ sittings: 12, cents: 480_00 });
    expect(yearOfBody([quarter, undefined, quarter, quarter])).toBeUndefined();
  });
});

/** All groups of up to `most` persons, each with one of the amounts. */
const groups = (most: number, amounts: readonly number[]): number[][] => {
  const all: number[][] = [[]];
  for (let from = 0, size = 0; size < most; size += 1) {
    const until = all.length;
    for (; from < until; from += 1) {
      const group = all[from]!;
      for (const amount of amounts) if (amount >= (group.at(-1) ?? -Infinity)) all.push([...group, amount]);
    }
  }
  return all;
};

const tables = function* (bodies: number, cells: readonly number[][]): Generator<number[][]> {
  if (bodies === 0) return yield [];
  for (const rest of tables(bodies - 1, cells)) for (const own of cells) yield [...rest, own];
};

const seen = ({ bodies, total }: QuarterFigures): string =>
  JSON.stringify([[...bodies.values()].map((found) => found ?? '-'), total ?? '-']);

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** For everything that someone can see: the sums that each withheld cell may have had. */
const candidates = (every: Iterable<number[][]>, insight: (table: number[][]) => readonly string[]) => {
  const worlds = new Map<string, Set<number>[]>();
  for (const table of every) {
    const published = aggregateQuarter(
      BODIES.slice(0, table.length),
      table.flatMap((amounts, index) => cell(BODIES[index]!, amounts)),
    );
    const withheld = table.map((_, index) => published.bodies.get(BODIES[index]!) === undefined);
    for (const known of insight(table)) {
      const key = `${seen(published)} ${known}`;
      const sums = worlds.get(key) ?? table.map(() => new Set<number>());
      for (const [index, amounts] of table.entries()) if (withheld[index]) sums[index]!.add(sumOf(amounts));
      worlds.set(key, sums);
    }
  }
  return [...worlds.values()].flat().filter((sums) => sums.size > 0);
};

/** What one person of the table knows beside the publication: the own body, the own amount. */
const insiders = (table: number[][]): string[] =>
  table.flatMap((amounts, index) => [...new Set(amounts)].map((amount) => `${index}:${amount}`));

const FEE = 20_00;
const fewest = (found: readonly Set<number>[]): number => Math.min(...found.map((sums) => sums.size));

describe('no combination of published figures gives a withheld cell back: every table of small cells, rules known', () => {
  const simple = groups(6, [FEE, 2 * FEE]);
  const uneven = groups(6, [FEE, 3 * FEE, 10 * FEE]);
  const onlyFees = groups(7, [FEE]);

  test.each([
    ['one body, uneven amounts', 1, uneven],
    ['two bodies, uneven amounts', 2, uneven],
    ['three bodies', 3, simple],
  ] as const)('%s: five sums fit, for anyone and for a member who knows the own amount', (_what, bodies, cells) => {
    expect(fewest(candidates(tables(bodies, cells), () => ['']))).toBeGreaterThanOrEqual(5);
    expect(fewest(candidates(tables(bodies, cells), insiders))).toBeGreaterThanOrEqual(5);
  });

  test.each([1, 2, 3, 4])(
    '%i bodies where everybody is known to get one fee: a withheld cell may be any from nothing to four fees',
    (bodies) => {
      expect(fewest(candidates(tables(bodies, onlyFees), () => ['']))).toBe(5);
      // Who was there knows that it is not nothing.
      expect(fewest(candidates(tables(bodies, onlyFees), insiders))).toBe(4);
    },
  );

  test('four quarters of a body with their year: a withheld quarter stays as open as alone', () => {
    const worlds = new Map<string, Set<number>[]>();
    for (const table of tables(4, groups(6, [FEE]))) {
      const quarters = table.map((own) => aggregateQuarter([A], cell(A, own)).bodies.get(A));
      const [first, second, third, fourth] = quarters;
      const year = yearOfBody([first, second, third, fourth]);
      const key = JSON.stringify([quarters.map((found) => found ?? '-'), year ?? '-']);
      const sums = worlds.get(key) ?? quarters.map(() => new Set<number>());
      for (const [index, own] of table.entries()) if (quarters[index] === undefined) sums[index]!.add(sumOf(own));
      worlds.set(key, sums);
    }
    expect(fewest([...worlds.values()].flat().filter((sums) => sums.size > 0))).toBe(5);
  });

  test('the usual way would not do: a total beside two withheld bodies can tell both', () => {
    const withheld = groups(4, [FEE]).map(sumOf);
    const splits = withheld.flatMap((a) => withheld.map((b) => [a, b])).filter((split) => sumOf(split) === 8 * FEE);
    expect(splits).toEqual([[4 * FEE, 4 * FEE]]);
  });
});

const amounts = array(integer({ min: -60_00, max: 300_00 }), { maxLength: 9 });
const quarters = array(amounts, { minLength: 1, maxLength: 4 });
const published = (table: readonly number[][]) =>
  aggregateQuarter(
    BODIES.slice(0, table.length),
    table.flatMap((own, index) => cell(BODIES[index]!, own)),
  );

describe('properties', () => {
  test('what is withheld can be anything else that is withheld: nothing that is shown changes', () => {
    assert(
      property(quarters, amounts, nat(3), (table, other, at) => {
        const index = at % table.length;
        const changed = table.with(index, other);
        const [before, after] = [published(table), published(changed)];
        pre(before.bodies.get(BODIES[index]!) === undefined && after.bodies.get(BODIES[index]!) === undefined);
        expect(after).toEqual(before);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is shown is of five persons at least, rounded, near the true sum, and its largest part is at most half', () => {
    assert(
      property(amounts, (own) => {
        const found = published([own]).bodies.get(A);
        pre(found !== undefined);
        expect(own.filter((amount) => amount > 0).length).toBe(found.persons);
        expect(found.persons).toBeGreaterThanOrEqual(5);
        expect(found.cents % ROUND_TO_CENTS).toBe(0);
        expect(Math.abs(found.cents - sumOf(own))).toBeLessThanOrEqual(ROUND_TO_CENTS / 2);
        expect(Math.max(...own) * 2).toBeLessThanOrEqual(sumOf(own));
      }),
      { numRuns: 2000 },
    );
  });

  test('the order in which claims were paid changes nothing', () => {
    assert(
      property(shuffledSubarray(cell(A, [20_00, 40_00, 20_00, 60_00, 20_00, 20_00]), { minLength: 6 }), (all) => {
        expect(aggregateQuarter([A], all).bodies.get(A)).toEqual({ persons: 6, sittings: 1, cents: 180_00 });
      }),
    );
  });
});
