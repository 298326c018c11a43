import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { BOARD, confirmed, planned, seated } from '../../test/support/board.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';

const AT = `/api/bodies/${BOARD}`;
const NIGHT = { sitting: 'nacht-1', from: '2026-11-19T19:00', to: '2026-11-20T00:30' };

let city: TestCity;
beforeEach(async () => {
  city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  await seated(city, { seat: 'sitz-1', as: 'member', person: 'member' });
  await seated(city, { seat: 'sitz-2', as: 'member', person: 'member2' });
});

const refusalOf = async (answer: Response | Promise<Response>): Promise<string> => {
  const response = await answer;
  return response.status === 200 ? 'done' : ((await response.json()) as { refusal: string }).refusal;
};

const plan = (sitting: string, from: string, to: string) =>
  refusalOf(
    city.put('body-office', `${AT}/sittings/${sitting}`, { title: 'x', mode: 'inPerson', place: 'x', from, to }),
  );

const claims = async (who: string) => {
  await city.settle();
  return ((await (await city.get(who, '/api/compensation/claims')).json()) as { items: object[] }).items;
};

describe('a sitting past midnight', () => {
  test('is one sitting of the day on which it began, with one fee', async () => {
    await planned(city, NIGHT);
    expect(await refusalOf(confirmed(city, 'nacht-1', { 'sitz-1': 'member' }))).toBe('done');
    expect(await claims('member')).toMatchObject([{ on: '2026-11-19', feeCents: 20_00, to: NIGHT.to }]);
  });

  test('of more than six hours pays twice, once', async () => {
    await planned(city, { ...NIGHT, to: '2026-11-20T01:01' });
    await confirmed(city, 'nacht-1', { 'sitz-1': 'member' });
    expect(await claims('member')).toMatchObject([{ on: '2026-11-19', feeCents: 40_00 }]);
  });

  test('overlaps with what the board has on the next morning, planned before or after', async () => {
    await planned(city, NIGHT);
    expect(await plan('frueh-1', '2026-11-20T00:15', '2026-11-20T02:00')).toBe('sittings-overlap');
    expect(await plan('frueh-1', '2026-11-20T00:30', '2026-11-20T02:00')).toBe('done');
    expect(await plan('nacht-2', '2026-11-19T23:00', '2026-11-20T01:00')).toBe('sittings-overlap');
    const move = { from: '2026-11-20T00:00', to: '2026-11-20T01:00', mode: 'online', place: '' };
    expect(await refusalOf(city.post('body-office', `${AT}/sittings/frueh-1/move`, move))).toBe('sittings-overlap');
  });

  test('keeps who was there from being elsewhere after midnight, until a correction ends it before', async () => {
    await planned(city, NIGHT);
    await planned(city, { sitting: 'frueh-1', from: '2026-11-20T00:30', to: '2026-11-20T02:00' });
    await confirmed(city, 'nacht-1', { 'sitz-1': 'member' });
    const early = { from: '2026-11-20T00:15', to: '2026-11-20T02:00' };
    expect(await refusalOf(confirmed(city, 'frueh-1', { 'sitz-1': 'member' }, early))).toBe('present-elsewhere');
    const entries = [
      { seat: 'sitz-1', present: 'member' },
      { seat: 'sitz-2', present: 'absent' },
    ];
    const corrected = { seq: 2, from: NIGHT.from, to: '2026-11-19T23:30', entries, reason: 'Uhrzeit' };
    expect(await refusalOf(city.post('body-office', `${AT}/sittings/nacht-1/correct`, corrected))).toBe('done');
    expect(await refusalOf(confirmed(city, 'frueh-1', { 'sitz-1': 'member' }, early))).toBe('done');
  });

  test('of a series keeps its end after midnight', async () => {
    const repeat = { every: 'week', until: '2026-12-20' };
    const body = { title: 'x', mode: 'inPerson', place: 'x', from: '2026-12-10T19:00', to: '2026-12-11T00:30', repeat };
    expect(await refusalOf(city.put('body-office', `${AT}/sittings/reihe-1`, body))).toBe('done');
    const { items } = (await (await city.get('member', `${AT}/sittings`)).json()) as { items: { to: string }[] };
    expect(items.map(({ to }) => to)).toEqual(['2026-12-18T00:30', '2026-12-11T00:30']);
  });
});
