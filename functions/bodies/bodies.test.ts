import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { BOARD, confirmed, planned, seated } from '../../test/support/board.ts';
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

const tasks = async (): Promise<string[]> => {
  const shards = await Promise.all(
    Array.from({ length: 8 }, (_, shard) => city.deps.journal.page({ pk: `outbox#${shard}`, limit: 100 })),
  );
  return shards.flatMap(({ rows }) => rows.map((row) => row.sk)).sort();
};

describe('the public directory', () => {
  test('names the state board and twelve district boards, and when they meet next', async () => {
    await planned(city, { sitting: 'sitzung-9', from: '2026-12-03T17:00', to: '2026-12-03T19:00' });
    const { items } = (await (await city.get(undefined, '/api/bodies')).json()) as { items: { id: string }[] };
    expect(items).toHaveLength(13);
    expect(items.find(({ id }) => id === BOARD)).toMatchObject({ next: { from: '2026-12-03T17:00' } });
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
    ['over-midnight', '2026-12-10T23:00', '2026-12-11T01:00'],
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

describe('attendance', () => {
  beforeEach(() => planned(city, PAST));

  test('is one fact, and a task for each who was there', async () => {
    expect(await refusalOf(confirmed(city, PAST.sitting, { 'sitz-1': 'deputy', 'sitz-2': 'member' }))).toBe('done');
    expect(await tasks()).toEqual(['task#sitzung-1-2-sitz-1', 'task#sitzung-1-2-sitz-2']);
    expect(await sitting('member')).toMatchObject({
      stage: 'attended',
      attendance: [{ seat: 'sitz-1', present: 'deputy' }],
    });
    expect(await refusalOf(confirmed(city, PAST.sitting, { 'sitz-1': 'member' }))).toBe('confirmed-before');
  });

  test('of a sitting that is not over, on another day, of a seat without holder is refused', async () => {
    await planned(city, { sitting: 'heute', from: '2026-11-23T09:30', to: '2026-11-23T11:00' });
    expect(await refusalOf(confirmed(city, 'heute', { 'sitz-1': 'member' }))).toBe('not-held-yet');
    expect(
      await refusalOf(confirmed(city, PAST.sitting, {}, { from: '2026-11-18T17:00', to: '2026-11-18T19:00' })),
    ).toBe('another-day');
    expect(await refusalOf(confirmed(city, PAST.sitting, { 'sitz-2': 'deputy' }))).toBe('nobody-on-seat');
    const list = (entries: object[]) =>
      refusalOf(
        city.post('body-office', `${AT}/sittings/${PAST.sitting}/confirm`, {
          seq: 1,
          from: PAST.from,
          to: PAST.to,
          entries,
        }),
      );
    const one = { seat: 'sitz-1', present: 'member' };
    expect(await list([one])).toBe('seat-missing');
    expect(await list([one, one])).toBe('seat-twice');
    expect(await list([one, { seat: 'sitz-99', present: 'member' }])).toBe('seat-unknown');
  });

  test('nobody is present in two sittings at once, also not of two boards', async () => {
    expect(await refusalOf(confirmed(city, PAST.sitting, { 'sitz-1': 'member' }))).toBe('done');
    await planned(city, { sitting: 'sitzung-2', from: '2026-11-19T19:00', to: '2026-11-19T20:00' });
    const early = { from: '2026-11-19T18:30', to: '2026-11-19T20:00' };
    expect(await refusalOf(confirmed(city, 'sitzung-2', { 'sitz-1': 'member' }, early))).toBe('present-elsewhere');
    expect(await refusalOf(confirmed(city, 'sitzung-2', { 'sitz-2': 'member' }, early))).toBe('done');
  });

  test('a correction is a new fact with its reason, and only seats that changed are looked at again', async () => {
    await confirmed(city, PAST.sitting, { 'sitz-1': 'member', 'sitz-2': 'member' });
    const entries = [
      { seat: 'sitz-1', present: 'member' },
      { seat: 'sitz-2', present: 'absent' },
    ];
    const correct = (body: object) =>
      refusalOf(city.post('body-office', `${AT}/sittings/${PAST.sitting}/correct`, { ...PAST_TIMES, ...body }));
    expect(await correct({ seq: 1, entries, reason: 'Verwechselt' })).toBe('changed-meanwhile');
    expect(await correct({ seq: 2, entries, reason: 'Verwechselt' })).toBe('done');
    expect(await tasks()).toContain('task#sitzung-1-3-sitz-2');
    expect(await tasks()).not.toContain('task#sitzung-1-3-sitz-1');
    expect(await correct({ seq: 3, entries, reason: 'Noch einmal' })).toBe('nothing-changed');
    expect(await sitting('member2')).toMatchObject({ corrections: [{ reason: 'Verwechselt' }] });
  });

  test('who has a seat objects within two weeks, and the office answers', async () => {
    await confirmed(city, PAST.sitting, { 'sitz-1': 'deputy' });
    const object = (who: string) =>
      refusalOf(city.post(who, `${AT}/sittings/${PAST.sitting}/object`, { text: 'Ich war da.' }));
    expect(await object('editor2')).toBe('not-found');
    expect(await object('member')).toBe('done');
    expect(await object('member')).toBe('objected-already');
    expect(await sitting('member2')).toMatchObject({ objections: [] });
    const answer = { person: 'member', text: 'Auf der Liste steht die Stellvertretung.' };
    expect(await refusalOf(city.post('body-office', `${AT}/sittings/${PAST.sitting}/answer-objection`, answer))).toBe(
      'done',
    );
    expect(await sitting('member')).toMatchObject({ objections: [{ outcome: 'stays' }] });
    city.at('2026-12-20T09:00:00.000Z' as Instant);
    expect(await object('member2')).toBe('objection-too-late');
  });
});

const PAST_TIMES = { from: PAST.from, to: PAST.to };
