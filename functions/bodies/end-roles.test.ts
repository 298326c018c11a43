import { beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { BOARD, confirmed, planned, seated } from '../../test/support/board.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';
import { endRoles } from './end-roles.ts';

const AT = `/api/bodies/${BOARD}`;

let city: TestCity;
beforeEach(async () => {
  city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  await seated(city, { seat: 'sitz-1', as: 'member', person: 'member' });
  await planned(city, { sitting: 'sitzung-1', from: '2026-11-19T17:00', to: '2026-11-19T19:00' });
  await confirmed(city, 'sitzung-1', { 'sitz-1': 'member' });
  await city.post('body-office', `${AT}/seats/sitz-1/end`, { as: 'member', on: '2026-11-23' });
});

const roles = async () => ((await (await city.get('member', '/api/me')).json()) as { roles: { role: string }[] }).roles;

test('with the last day of the seat the list of sittings ends, and then the role', async () => {
  expect((await city.get('member', `${AT}/sittings`)).status).toBe(200);
  await endRoles(city.deps);
  expect(await roles()).toContainEqual({ role: 'member', scope: BOARD });
  city.at('2026-11-24T09:00:00.000Z' as Instant);
  expect((await city.get('member', `${AT}/sittings`)).status).toBe(404);
  await endRoles(city.deps);
  await endRoles(city.deps);
  expect(await roles()).not.toContainEqual({ role: 'member', scope: BOARD });
});

test('what was attended stays to be read and objected to', async () => {
  city.at('2026-11-24T09:00:00.000Z' as Instant);
  await endRoles(city.deps);
  expect((await city.get('member', `${AT}/sittings/sitzung-1`)).status).toBe(200);
  const objected = await city.post('member', `${AT}/sittings/sitzung-1/object`, { text: 'Ich war länger da.' });
  expect(objected.status).toBe(200);
});

test('who has another seat of the body keeps the role', async () => {
  await seated(city, { seat: 'sitz-2', as: 'deputy', person: 'member', from: '2026-12-01' });
  city.at('2026-11-24T09:00:00.000Z' as Instant);
  await endRoles(city.deps);
  expect(await roles()).toContainEqual({ role: 'member', scope: BOARD });
});

test.each(['Tel. 030 1234567', 'a@b.example', 'DE89 3704 0044 0532 0130 00'])(
  'the place of a sitting, which everybody reads, holds no %s',
  async (place) => {
    const body = { title: 'x', mode: 'inPerson', place, from: '2026-12-03T17:00', to: '2026-12-03T19:00' };
    expect((await city.put('body-office', `${AT}/sittings/neu-1`, body)).status).toBe(400);
    const { mode, ...times } = { mode: 'online', from: body.from, to: body.to };
    const online = { title: 'x', mode, place: '', ...times };
    expect((await city.put('body-office', `${AT}/sittings/neu-1`, online)).status).toBe(200);
    expect((await city.post('body-office', `${AT}/sittings/neu-1/move`, { mode, place, ...times })).status).toBe(400);
  },
);
