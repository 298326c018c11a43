import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { BOARD, confirmed, planned, seated } from '../../test/support/board.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';

const AT = `/api/bodies/${BOARD}`;
const PAST = { sitting: 'sitzung-1', from: '2026-11-19T17:00', to: '2026-11-19T19:00' };

const PAST_TIMES = { from: PAST.from, to: PAST.to };

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

  test('of a hybrid sitting says who took part online, and counts all others as in the room', async () => {
    await planned(city, { sitting: 'hybrid-1', from: '2026-11-18T17:00', to: '2026-11-18T18:00', mode: 'hybrid' });
    const list = {
      seq: 1,
      from: '2026-11-18T17:00',
      to: '2026-11-18T18:00',
      entries: [
        { seat: 'sitz-1', present: 'member', online: true },
        { seat: 'sitz-2', present: 'member' },
      ],
    };
    expect(await refusalOf(city.post('body-office', `${AT}/sittings/hybrid-1/confirm`, list))).toBe('done');
    expect(await sitting('body-office', 'hybrid-1')).toMatchObject({
      attendance: [{ online: true }, { online: false }],
    });
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

  test('of forty seats is confirmed in one commit, with forty tasks', async () => {
    const seats = Array.from({ length: 40 }, (_, index) => `platz-${index + 1}`);
    const facts = seats.map((seat) => ({
      type: 'seat.appointed',
      seat,
      as: 'member',
      person: `mitglied-${seat}`,
      from: '2026-01-01',
      isPublicServant: false,
    }));
    const pk = 'body#body-bezirk-03';
    const [rows = []] = await city.deps.journal.read([{ pk, prefix: 'fact#' }]);
    await city.deps.journal.commit({
      at: '2026-11-01T09:00:00.000Z' as Instant,
      by: 'system',
      facts: [{ pk, after: rows.length, facts }],
      writes: seats.map((seat) => ({ put: { pk, sk: `seat#${seat}`, label: seat } })),
    });
    const present = Object.fromEntries(seats.map((seat) => [seat, 'member' as const]));
    city.calls.length = 0;
    expect(await refusalOf(confirmed(city, PAST.sitting, present))).toBe('done');
    expect(city.calls.filter((call) => call === 'commit')).toHaveLength(1);
    expect(await tasks()).toHaveLength(40);
  });
});
