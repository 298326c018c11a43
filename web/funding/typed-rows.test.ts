import { describe, expect, test } from 'vitest';
import type { Question } from '../../shared/programmes/form.ts';
import { changedRow, storableRows } from './typed-rows.ts';

const COSTS: Question & { kind: 'amounts' } = {
  id: 'costs',
  kind: 'amounts',
  categories: ['rent'],
  maxRows: 5,
  required: true,
};
const ROW = { category: 'rent', label: 'Miete', cents: 500 };

describe('a row while it is typed', () => {
  test('keeps the amount that was right while another cannot be read', () => {
    const unclear = changedRow(COSTS, ROW, { typed: '12,345' });
    expect(unclear).toMatchObject({ typed: '12,345' });
    expect(storableRows(COSTS, [unclear])).toEqual([ROW]);
  });

  test('saves its other fields meanwhile', () => {
    const unclear = changedRow(COSTS, changedRow(COSTS, ROW, { typed: 'x' }), { label: 'Strom' });
    expect(storableRows(COSTS, [unclear])).toEqual([{ ...ROW, label: 'Strom' }]);
    const tooLong = changedRow(COSTS, ROW, { label: 'x'.repeat(121) });
    expect(storableRows(COSTS, [changedRow(COSTS, tooLong, { cents: 700 })])).toEqual([{ ...ROW, cents: 700 }]);
  });

  test('is an ordinary row again as soon as everything is right, and an emptied amount is empty', () => {
    const unclear = changedRow(COSTS, ROW, { typed: 'x' });
    expect(changedRow(COSTS, unclear, { cents: 900 })).toEqual({ ...ROW, cents: 900 });
    expect(changedRow(COSTS, unclear, { cents: 0 })).toEqual({ ...ROW, cents: 0 });
  });
});
