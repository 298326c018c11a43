import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { claimOfPerson, held, seat, viewOf } from '../../test/support/claims.ts';
import { streamOf } from '../kernel/journal.ts';
import { CLAIM, EVENING, eveningCity } from '../../test/support/evening.ts';
import { remindOfClaims } from './remind.ts';

type Evening = Awaited<ReturnType<typeof eveningCity>>;
let city: Evening['city'];
let rowsOf: Evening['rowsOf'];

beforeEach(async () => {
  ({ city, rowsOf } = await eveningCity());
});

describe('a claim writes itself', () => {
  test('from the confirmed list, with its reason, and the member is told without amounts', async () => {
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({
      stage: 'drafted',
      feeCents: 20_00,
      reason: 'one-sitting',
      acts: ['setExpense', 'submit'],
      travelUntil: '2027-05-24',
      lapsesOn: '2029-12-31',
      rate: { cents: 20_00, norm: '§ 1(1) DepEntschGDV', status: 'verified-older' },
    });
    const mail = city.mails.find(({ to }) => to === 'member@anteil.example');
    expect(mail?.text).toContain(`/compensation/${CLAIM}`);
    expect(mail?.text).not.toMatch(/20,00|EUR|€/);
  });

  test('once for each person and sitting, however often the list is told of', async () => {
    await held(city, { ...EVENING, entries: [seat('member'), seat('member2')] });
    await city.settle();
    expect(streamOf(await rowsOf(`claim#${CLAIM}`))).toHaveLength(1);
    expect((await rowsOf('claims#member')).length).toBe(1);
  });

  test('a second sitting of the day of another body is paid with the first, and both show each other', async () => {
    const earlier = {
      sitting: 'sitting-2',
      from: '2026-11-23T15:00',
      to: '2026-11-23T16:00',
      body: 'body-bezirk-04',
      authority: 'be-ba-04',
    };
    await held(city, { ...earlier, entries: [seat('member')] });
    await city.settle();
    expect(await viewOf(city, 'member', claimOfPerson('sitting-2'))).toMatchObject({
      feeCents: 20_00,
      reason: 'paid-once-same-half-day',
    });
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({
      feeCents: 0,
      reason: 'paid-with-other-sitting',
      sameDay: [{ from: '2026-11-23T15:00', units: 1 }],
    });
  });

  test('not for an empty or absent seat; a public servant claims expenses and may ask for a decision on the fee', async () => {
    const entries = [seat('member2', { present: 'absent' }), { seat: seat('x').seat, present: 'absent' as const }];
    await held(city, {
      sitting: 'sitting-3',
      from: '2026-11-20T17:00',
      to: '2026-11-20T18:00',
      entries: [seat('member', { isPublicServant: true }), ...entries],
    });
    await city.settle();
    expect(await viewOf(city, 'member', claimOfPerson('sitting-3'))).toMatchObject({
      stage: 'excluded',
      reason: 'public-servant',
      acts: ['setExpense', 'askFee', 'submit'],
    });
    expect(
      (await city.get('member2', `/api/compensation/claims/${claimOfPerson('sitting-3', 'member2')}`)).status,
    ).toBe(404);
  });

  test('a correction voids the claim of who was not there, and gives the deputy theirs', async () => {
    await held(city, { ...EVENING, entries: [{ ...seat('member2'), seat: seat('member').seat, present: 'deputy' }] });
    await city.settle();
    expect((await viewOf(city, 'member', CLAIM)).stage).toBe('void');
    expect(await viewOf(city, 'member2', claimOfPerson('sitting-1', 'member2'))).toMatchObject({
      as: 'deputy',
      feeCents: 20_00,
    });
  });
});

test('a draft that lies there is reminded of once, then once before its travel costs are lost', async () => {
  const mailsAfter = async (day: string) => {
    city.mails.length = 0;
    city.at(`${day}T06:00:00.000Z` as Instant);
    await remindOfClaims(city.deps);
    await city.settle();
    return city.mails.filter(({ to }) => to === 'member@anteil.example').map(({ subject }) => subject);
  };
  expect(await mailsAfter('2027-01-03')).toEqual([]);
  expect(await mailsAfter('2027-01-04')).toHaveLength(1);
  expect(await mailsAfter('2027-01-05')).toEqual([]);
  expect(await mailsAfter('2027-04-24')).toEqual(['Frist für Ihre Fahrkosten endet am 24.05.2027']);
  expect(await mailsAfter('2027-04-25')).toEqual([]);
});

test('claims of 40 seats are drafted together', async () => {
  const entries = Array.from({ length: 40 }, (_, n) => seat(`person-${n}`));
  await held(city, { sitting: 'sitting-40', from: '2026-11-18T17:00', to: '2026-11-18T19:00', entries });
  await city.settle();
  expect((await rowsOf(`claim#${claimOfPerson('sitting-40', 'person-39')}`)).length).toBeGreaterThan(0);
});
