import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { BOARD, planned, seated } from '../../test/support/board.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';

const AT = `/api/bodies/${BOARD}`;
const PAST = { sitting: 'sitzung-1', from: '2026-11-19T17:00', to: '2026-11-19T19:00' };

let city: TestCity;
beforeEach(async () => {
  city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  await seated(city, { seat: 'sitz-1', as: 'member', person: 'member' });
  await seated(city, { seat: 'sitz-1', as: 'deputy', person: 'editor' });
  await seated(city, { seat: 'sitz-2', as: 'member', person: 'member2' });
});

const refusalOf = async (answer: Response | Promise<Response>): Promise<string> => {
  const response = await answer;
  return response.status === 200 ? 'done' : ((await response.json()) as { refusal: string }).refusal;
};

const sitting = async (who: string, id = PAST.sitting) =>
  (await city.get(who, `${AT}/sittings/${id}`)).json() as Promise<Record<string, unknown>>;

describe('the public directory', () => {
  test('names the state board and twelve district boards, and when they meet next', async () => {
    await planned(city, { sitting: 'sitzung-9', from: '2026-12-03T17:00', to: '2026-12-03T19:00' });
    const { items } = (await (await city.get(undefined, '/api/bodies')).json()) as { items: { id: string }[] };
    expect(items).toHaveLength(13);
    expect(items.find(({ id }) => id === BOARD)).toMatchObject({
      next: { from: '2026-12-03T17:00' },
      district: '03',
      districtName: 'Pankow',
    });
  });

  test('tells a name only with consent, and takes it back with it', async () => {
    const names = async () => JSON.stringify(await (await city.get(undefined, AT)).json()).includes('Fatima');
    expect(await names()).toBe(false);
    const say = async (isNamed: boolean) => {
      const { version, email } = (await (await city.get('member', '/api/bodies/mine')).json()) as {
        version: number;
        email: string;
      };
      const body = { email, language: 'de', isNamed, acceptsPortalDelivery: true };
      expect((await city.put('member', '/api/bodies/mine', body, { 'if-match': `"${version}"` })).status).toBe(200);
    };
    await say(true);
    expect(await names()).toBe(true);
    await say(false);
    expect(await names()).toBe(false);
  });

  test('of a body that does not exist is 404', async () => {
    expect((await city.get(undefined, '/api/bodies/body-bezirk-99')).status).toBe(404);
  });
});

describe('seats', () => {
  const appoint = (seat: string, body: object) =>
    refusalOf(city.post('body-office', `${AT}/seats/${seat}/appoint`, { isPublicServant: false, ...body }));

  test('one person in one role at a time, nobody on two seats, nobody by themselves', async () => {
    expect(await appoint('sitz-1', { as: 'member', person: 'editor2', from: '2026-06-01' })).toBe('seat-taken');
    expect(await appoint('sitz-2', { as: 'deputy', person: 'member', from: '2026-06-01' })).toBe('has-a-seat');
    expect(await appoint('sitz-2', { as: 'deputy', person: 'body-office', from: '2026-06-01' })).toBe('own-seat');
    expect(await appoint('sitz-2', { as: 'deputy', person: 'nobody-known', from: '2026-06-01' })).toBe(
      'person-unknown',
    );
    expect(await appoint('sitz-7', { as: 'member', person: 'editor2', from: '2026-06-01' })).toBe('seat-unknown');
    expect(await appoint('sitz-2', { as: 'deputy', person: 'editor2', from: '2026-06-01', until: '2026-05-01' })).toBe(
      'ends-before-it-starts',
    );
  });

  test('a term that ended makes room, and the next one begins after it', async () => {
    const end = { as: 'member', on: '2026-06-30' };
    expect(await refusalOf(city.post('body-office', `${AT}/seats/sitz-1/end`, end))).toBe('done');
    expect(await appoint('sitz-1', { as: 'member', person: 'editor2', from: '2026-06-30' })).toBe('seat-taken');
    expect(await appoint('sitz-1', { as: 'member', person: 'editor2', from: '2026-07-01' })).toBe('done');
    expect(
      await refusalOf(city.post('body-office', `${AT}/seats/sitz-2/end`, { as: 'deputy', on: '2026-07-01' })),
    ).toBe('nobody-there');
  });

  test('what the board pays is decided by its authority alone', async () => {
    const { settings } = (await (await city.get('body-office', `${AT}/office`)).json()) as {
      settings: { version: number };
    };
    const body = { expenses: [{ kind: 'taxi', needsReceipt: true, needsReason: true }] };
    const put = (who: string, version = settings.version) =>
      refusalOf(city.put(who, `${AT}/settings`, body, { 'if-match': `"${version}"` }));
    expect(await put('body-office')).toBe('not-permitted');
    expect(await put('member')).toBe('not-found');
    expect(await put('programme-manager', settings.version + 5)).toBe('changed-meanwhile');
    expect(await put('programme-manager')).toBe('done');
  });
});

describe('sittings', () => {
  test('a series keeps weekday and clock; the same plan twice is one', async () => {
    const body = {
      title: 'Sitzung',
      mode: 'inPerson',
      place: 'Rathaus',
      from: '2026-12-10T17:00',
      to: '2026-12-10T19:00',
      repeat: { every: 'month', until: '2027-04-30' },
    };
    const put = () => city.put('body-office', `${AT}/sittings/reihe-1`, body);
    expect([(await put()).status, (await put()).status]).toEqual([200, 200]);
    const elsewhere = { ...body, place: 'Bürgerhaus' };
    expect(await refusalOf(city.put('body-office', `${AT}/sittings/reihe-1`, elsewhere))).toBe('sitting-exists');
    const { items } = (await (await city.get('member', `${AT}/sittings`)).json()) as { items: { from: string }[] };
    expect(items.map(({ from }) => from).reverse()).toEqual([
      '2026-12-10T17:00',
      '2027-01-14T17:00',
      '2027-02-11T17:00',
      '2027-03-11T17:00',
      '2027-04-08T17:00',
    ]);
  });

  test.each([
    ['ends-before-it-starts', '2026-12-10T17:00', '2026-12-10T17:00'],
    ['longer-than-a-day', '2026-12-10T19:00', '2026-12-11T19:00'],
    ['time-does-not-exist', '2027-03-28T02:30', '2027-03-28T04:00'],
    ['time-is-ambiguous', '2027-10-31T02:30', '2027-10-31T04:00'],
  ])('%s is refused', async (refusal, from, to) => {
    const body = { title: 'Sitzung', mode: 'inPerson', place: 'Rathaus', from, to };
    expect(await refusalOf(city.put('body-office', `${AT}/sittings/neu-1`, body))).toBe(refusal);
  });

  test('two of one board at the same time are refused, also by moving', async () => {
    await planned(city, { sitting: 'sitzung-a', from: '2026-12-10T17:00', to: '2026-12-10T19:00' });
    await planned(city, { sitting: 'sitzung-b', from: '2026-12-10T19:00', to: '2026-12-10T20:00' });
    const move = { from: '2026-12-10T18:30', to: '2026-12-10T19:30', mode: 'online', place: '' };
    expect(await refusalOf(city.post('body-office', `${AT}/sittings/sitzung-b/move`, move))).toBe('sittings-overlap');
    const later = { ...move, from: '2026-12-11T18:30', to: '2026-12-11T19:30' };
    expect(await refusalOf(city.post('body-office', `${AT}/sittings/sitzung-b/move`, later))).toBe('done');
    expect(await sitting('member', 'sitzung-b')).toMatchObject({ from: '2026-12-11T18:30', mode: 'online' });
  });

  test('whoever sits there is told that a sitting is cancelled, invited or not', async () => {
    await planned(city, { sitting: 'kommt-nicht', from: '2026-12-10T17:00', to: '2026-12-10T19:00' });
    await city.post('body-office', `${AT}/sittings/kommt-nicht/cancel`, { reason: 'Der Raum ist gesperrt.' });
    await city.settle();
    expect(city.mails.map(({ to }) => to).sort()).toEqual([
      'editor@anteil.example',
      'member2@anteil.example',
      'member@anteil.example',
    ]);
  });

  test('strangers learn nothing of a sitting, members read and cannot steer it', async () => {
    await planned(city, PAST);
    for (const who of ['editor2', 'case-officer', 'admin'])
      expect((await city.get(who, `${AT}/sittings/${PAST.sitting}`)).status, who).toBe(404);
    expect((await city.get('member', `/api/bodies/body-bezirk-01/sittings/${PAST.sitting}`)).status).toBe(404);
    expect(await refusalOf(city.post('member', `${AT}/sittings/${PAST.sitting}/cancel`, { reason: 'x' }))).toBe(
      'not-permitted',
    );
  });
});
