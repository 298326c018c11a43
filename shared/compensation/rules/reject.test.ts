import { expect, test } from 'vitest';
import { cents } from '../../kernel/cents.ts';
import { amountItem } from '../claim.ts';
import { EXAMINER, MEMBER, PATHS, person, BODY, told } from './example.ts';
import { proposeRejection } from './reject.ts';

/** A claim with an expense under this id, made before ids were looked at. */
const claimWith = (item: string) => {
  const [drafted, ...rest] = PATHS.submitted;
  return told([
    drafted!,
    [{ type: 'claim.expenseSet', item, kind: 'interpretation', cents: cents(150_00), receipts: [] }, MEMBER],
    ...rest,
  ]);
};

test.each(['fee', 'constructor', 'taxi-1'])('a claim with an expense called %s can be rejected in part', (item) => {
  const claim = claimWith(item);
  const recognised = [
    { item: 'fee', cents: cents(20_00) },
    { item: amountItem(item), cents: cents(100_00) },
  ];
  const command = { seq: claim.seq, recognised, textsHash: 'hash' };
  expect(proposeRejection(claim, command, person(EXAMINER, 'bodyOffice', BODY))).toMatchObject({
    value: [{ totalCents: 120_00, lines: [{ item: 'fee', recognisedCents: 20_00 }, { recognisedCents: 100_00 }] }],
  });
});
