import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundlePath, joinBundle, splitBundle, tilePath, tilesForGrowth } from './tiles.ts';

test('tile numbers stand in groups of three digits', () => {
  expect(tilePath({ level: 0, index: 1234067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ level: 3, index: 0, width: 1 })).toBe('tile/3/000.p/1');
  expect(bundlePath(1000, 255)).toBe('tile/entries/x001/000.p/255');
});

test('a log of 70,000 entries has the tiles that the standard names', () => {
  const tiles = tilesForGrowth(0, 70_000);
  const of = (level: number, partial: boolean) =>
    tiles.filter((tile) => tile.level === level && tile.width < 256 === partial).map((tile) => tile.width);
  expect(of(0, false)).toHaveLength(273);
  expect(of(0, true)).toEqual([112]);
  expect(of(1, false)).toHaveLength(1);
  expect(of(1, true)).toEqual([17]);
  expect(of(2, true)).toEqual([1]);
  expect(tilesForGrowth(0, 256)).toEqual([
    { level: 0, index: 0, width: 256 },
    { level: 1, index: 0, width: 1 },
  ]);
});

test('a growth names only tiles that change', () => {
  expect(tilesForGrowth(5, 5)).toEqual([]);
  expect(tilesForGrowth(300, 301)).toEqual([{ level: 0, index: 1, width: 45 }]);
});

test('a bundle gives back its entries; half an entry is refused', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 20 });
  fc.assert(
    fc.property(entries, (all) => {
      expect(splitBundle(joinBundle(all))).toEqual({ ok: true, value: all });
    }),
  );
  const bundle = joinBundle([Uint8Array.of(1, 2, 3)]);
  for (const cut of [1, 2, 4]) expect(splitBundle(bundle.slice(0, cut)).ok).toBe(false);
  expect(() => joinBundle([new Uint8Array(65_536)])).toThrow(RangeError);
});
