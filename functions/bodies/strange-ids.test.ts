import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { BOARD, confirmed, planned, seated } from '../../test/support/board.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';

const AT = `/api/bodies/${BOARD}`;
const STRANGE = ['constructor', 'valueof', 'tostring', 'hasownproperty'];

let city: TestCity;
beforeEach(async () => {
  city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
});

const appointed = (seat: string, person: string) =>
  city.post('body-office', `${AT}/seats/${seat}/appoint`, {
    as: 'member',
    person,
    from: '2026-01-01',
    isPublicServant: false,
  });

const statusOf = async (who: string | undefined, path: string) => (await city.get(who, path)).status;

describe('a seat whose id is a name that every object knows', () => {
  test('is unknown until it is named', async () => {
    for (const seat of STRANGE) {
      const answer = await appointed(seat, 'member');
      expect([answer.status, ((await answer.json()) as { refusal: string }).refusal]).toEqual([409, 'seat-unknown']);
    }
  });

  test('is a seat like any other: appointed, listed, confirmed, ended', async () => {
    await seated(city, { seat: 'constructor', as: 'member', person: 'member' });
    await planned(city, { sitting: 'sitzung-1', from: '2026-11-19T17:00', to: '2026-11-19T19:00' });
    expect((await confirmed(city, 'sitzung-1', Object.fromEntries([['constructor', 'member']]))).status).toBe(200);
    for (const [who, path] of [
      [undefined, AT],
      ['body-office', `${AT}/office`],
      ['member', '/api/bodies/mine'],
      ['member', `${AT}/sittings/sitzung-1`],
      ['body-office', `${AT}/sittings/sitzung-1/calendar`],
    ] as const)
      expect(await statusOf(who, path), path).toBe(200);
    const ended = await city.post('body-office', `${AT}/seats/constructor/end`, { as: 'member', on: '2026-12-31' });
    expect(ended.status).toBe(200);
  });
});

/** A fact as an older or a broken version may have left it. */
const left = async (fact: object): Promise<void> => {
  const pk = `body#${BOARD}`;
  const [rows = []] = await city.deps.journal.read([{ pk, prefix: 'fact#' }]);
  const at = '2026-11-01T09:00:00.000Z' as Instant;
  await city.deps.journal.commit({
    at,
    by: 'system',
    facts: [{ pk, after: rows.length, facts: [fact as { type: string }] }],
  });
};

describe('a board that holds what cannot be read', () => {
  test('that was filled at a seat without a name loads again, and the seat can be ended', async () => {
    await left({ type: 'seat.appointed', seat: 'constructor', as: 'member', person: 'member', from: '2026-01-01' });
    const office = (await (await city.get('body-office', `${AT}/office`)).json()) as { seats: { seat: string }[] };
    expect(office.seats).toMatchObject([{ seat: 'constructor', member: { person: 'member' } }]);
    const end = { as: 'member', on: '2026-12-31' };
    expect((await city.post('body-office', `${AT}/seats/constructor/end`, end)).status).toBe(200);
  });

  test('sets it aside, tells the office, and goes on', async () => {
    await left({ type: 'seat.dissolved', seat: 'sitz-1' });
    await left({ type: 'seat.appointed', seat: 'sitz-1', as: 'constructor', person: 'member', from: '2026-01-01' });
    await left({ type: 'body.settingsChanged' });
    await seated(city, { seat: 'sitz-1', as: 'member', person: 'member' });
    expect(await statusOf(undefined, AT)).toBe(200);
    expect(await (await city.get('body-office', `${AT}/office`)).json()).toMatchObject({
      unread: 3,
      seats: [{ seat: 'sitz-1', member: { person: 'member' } }],
      settings: { version: 4, expenses: [] },
    });
  });
});
