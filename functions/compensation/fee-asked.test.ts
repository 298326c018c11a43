import { beforeEach, describe, expect, test } from 'vitest';
import { claimOfPerson, held, seat, sent, viewOf } from '../../test/support/claims.ts';
import { eveningCity } from '../../test/support/evening.ts';

type Evening = Awaited<ReturnType<typeof eveningCity>>;
let city: Evening['city'];

const SERVED = claimOfPerson('sitting-3');
const AT = `/api/compensation/claims/${SERVED}`;
const TIMES = { from: '2026-11-20T17:00', to: '2026-11-20T18:00' };

beforeEach(async () => {
  ({ city } = await eveningCity());
  await held(city, { sitting: 'sitting-3', ...TIMES, entries: [seat('member', { isPublicServant: true })] });
  await city.settle();
});

const refusalOf = async (answer: Promise<Response>): Promise<string> => {
  const response = await answer;
  return response.ok ? 'done' : ((await response.json()) as { refusal: string }).refusal;
};

const asked = async (): Promise<string> => {
  const outcome = await refusalOf(city.post('member', `${AT}/ask-fee`, {}));
  await city.settle();
  return outcome;
};

describe('a public servant (§ 1(3) DepEntschGDV)', () => {
  test('is paid their expenses', async () => {
    const bus = { kind: 'publicTransport', cents: 380, pages: [] };
    expect(await refusalOf(city.put('member', `${AT}/expenses/bus`, bus))).toBe('done');
    expect(await sent(city, 'member', SERVED)).toMatchObject({ stage: 'submitted', feeCents: 0, totalCents: 380 });
    const { seq } = await viewOf(city, 'body-office', SERVED);
    expect(await refusalOf(city.post('body-office', `${AT}/certify`, { seq }))).toBe('done');
  });

  test('is denied the fee by a person and a notice only, never by the list alone', async () => {
    expect(await refusalOf(city.post('member', `${AT}/submit`, { seq: 1, totalCents: 0 }))).not.toBe('done');
    expect(await asked()).toBe('done');
    expect(await sent(city, 'member', SERVED)).toMatchObject({ reason: 'public-servant', feeCents: 20_00 });
    const { seq } = await viewOf(city, 'body-office', SERVED);
    expect(await refusalOf(city.post('body-office', `${AT}/certify`, { seq }))).toBe('fee-excluded');
    const propose = (cents: number) =>
      refusalOf(
        city.post('body-office', `${AT}/propose-rejection`, {
          seq,
          recognised: [{ item: 'fee', cents }],
          reasons: 'ANY_REASONS',
        }),
      );
    expect(await propose(5_00)).toBe('fee-excluded');
    expect(await propose(0)).toBe('done');
  });

  test('whom the corrected list does not call so any more gets the fee like everybody', async () => {
    await asked();
    await sent(city, 'member', SERVED);
    await held(city, { sitting: 'sitting-3', ...TIMES, entries: [seat('member')] });
    await city.settle();
    const { seq } = await viewOf(city, 'body-office', SERVED);
    expect(await viewOf(city, 'body-office', SERVED)).toMatchObject({ stage: 'submitted', reason: 'one-sitting' });
    expect(await refusalOf(city.post('body-office', `${AT}/certify`, { seq }))).toBe('done');
  });

  test('asks once, and whoever has a fee has nothing to ask for', async () => {
    expect(await asked()).toBe('done');
    expect(await asked()).toBe('asked-already');
    expect(
      await refusalOf(city.post('member', `/api/compensation/claims/${claimOfPerson('sitting-1')}/ask-fee`, {})),
    ).toBe('fee-given');
  });
});
