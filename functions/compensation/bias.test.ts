import { beforeEach, describe, expect, test } from 'vitest';
import { sent, viewOf } from '../../test/support/claims.ts';
import { CLAIM, eveningCity } from '../../test/support/evening.ts';

type Evening = Awaited<ReturnType<typeof eveningCity>>;
let city: Evening['city'];
let act: Evening['act'];

beforeEach(async () => {
  ({ city, act } = await eveningCity());
});

const batch = (who: string, which: 'certify' | 'order', cents = 20_00, seq = 2) =>
  city.post(who, `/api/compensation/${which}`, {
    claims: [{ claim: CLAIM, seq }],
    totals: [{ body: 'body-bezirk-03', count: 1, cents }],
  });

describe('whoever declares to be biased', () => {
  test('takes no step in the case any more, and others go on', async () => {
    await sent(city, 'member', CLAIM);
    expect(await viewOf(city, 'body-office', CLAIM)).toMatchObject({ mayDeclareBias: true });
    expect(await act('body-office', 'declare-bias', { text: 'Verwandtschaft' })).toBe('submitted');
    const { seq, acts } = await viewOf(city, 'body-office', CLAIM);
    expect(acts).toEqual([]);
    expect(await act('body-office', 'certify', { seq })).toBe('409 bias-declared');
    expect(
      await act('body-office', 'propose-rejection', { seq, recognised: [{ item: 'fee', cents: 0 }], reasons: 'x' }),
    ).toBe('409 bias-declared');
    expect(await act('certifier', 'certify', { seq })).toBe('certified');
  });

  test('is not told to the member, who cannot declare it', async () => {
    await sent(city, 'member', CLAIM);
    await act('body-office', 'declare-bias', { text: 'Verwandtschaft' });
    expect(await act('member', 'declare-bias', { text: 'x' })).toBe('403 not-permitted');
    expect(JSON.stringify(await viewOf(city, 'member', CLAIM))).not.toMatch(/bias[DA]|Verwandt/);
  });
});

describe('a batch', () => {
  test.each(['member', 'district-officer'])(
    'of %s, who may neither certify nor order, is refused as a whole',
    async (who) => {
      await sent(city, 'member', CLAIM);
      for (const which of ['certify', 'order'] as const) expect((await batch(who, which)).status, which).toBe(403);
      expect((await batch('body-office', 'order')).status).toBe(403);
      expect((await batch('body-office', 'certify')).status).toBe(200);
    },
  );
});
