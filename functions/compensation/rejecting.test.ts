import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { claimOfPerson, grant, held, ordersIn, seat, sent, told, viewOf } from '../../test/support/claims.ts';
import { START, CLAIM, EVENING, eveningCity } from '../../test/support/evening.ts';
import { seenClaimPreview } from './views.ts';

type Evening = Awaited<ReturnType<typeof eveningCity>>;
let city: Evening['city'];
let act: Evening['act'];
let seqOf: Evening['seqOf'];
let taken: Evening['taken'];
let batch: Evening['batch'];

beforeEach(async () => {
  ({ city, act, seqOf, taken, batch } = await eveningCity());
});

describe('a partial rejection', () => {
  const propose = async (cents: number) =>
    act('body-office', 'propose-rejection', {
      seq: await seqOf('body-office'),
      recognised: [{ item: 'fee', cents }],
      reasons: 'ANY_REASONS',
    });
  const seen = async (who: string) => {
    const preview = { sha256: 'a'.repeat(64), day: '2026-11-23' as never, seq: await seqOf(who), signer: who as never };
    await city.deps.journal.commit({ at: START, by: 'system', writes: [seenClaimPreview(CLAIM, preview)] });
  };

  test('is proposed by one, released by another who saw the pages, and the rest is reserved', async () => {
    await sent(city, 'member', CLAIM);
    expect(await propose(20_00)).toBe('409 nothing-rejected');
    expect(await propose(21_00)).toBe('409 above-claimed');
    expect(await propose(5_00)).toBe('rejectionProposed');
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({ stage: 'submitted', totalCents: 20_00 });
    expect(await act('district-officer', 'partly-reject', { noticeSha256: 'a'.repeat(64) })).toBe(
      '409 notice-outdated',
    );
    await seen('district-officer');
    await grant(city, 'body-office', 'caseOfficer');
    expect(await act('body-office', 'partly-reject', { noticeSha256: 'a'.repeat(64) })).toBe('409 same-person');
    expect(await act('district-officer', 'partly-reject', { noticeSha256: 'a'.repeat(64) })).toBe('partlyCertified');
    expect(await taken()).toBe(5_00);
    expect(await viewOf(city, 'member', CLAIM)).toMatchObject({
      totalCents: 5_00,
      rejection: { feeRecognisedCents: 5_00 },
    });
  });

  test('of everything ends the claim and reserves nothing', async () => {
    await sent(city, 'member', CLAIM);
    await propose(0);
    await seen('district-officer');
    expect(await act('district-officer', 'partly-reject', { noticeSha256: 'a'.repeat(64) })).toBe('rejected');
    expect(await taken()).toBe(0);
  });
});

describe('a correction', () => {
  test('after the certificate opens the claim again and gives the budget back', async () => {
    await sent(city, 'member', CLAIM);
    await batch('certifier', 'certify');
    await held(city, { ...EVENING, entries: [seat('member', { present: 'absent' })] });
    await city.settle();
    expect((await viewOf(city, 'member', CLAIM)).stage).toBe('void');
    expect(await taken()).toBe(0);
  });

  test('after the payment is an overpayment, kept back from the next order once a person decided so', async () => {
    await sent(city, 'member', CLAIM);
    await batch('certifier', 'certify');
    await batch('orderer', 'order');
    const [order] = await ordersIn(city);
    await told(city, CLAIM, order!['payment'] as string, 'booked');
    await city.settle();
    await held(city, { ...EVENING, entries: [seat('member', { present: 'absent' })] });
    await city.settle();
    expect(await viewOf(city, 'district-officer', CLAIM)).toMatchObject({
      stage: 'clawback',
      overpaidCents: 20_00,
      acts: ['decideOffset'],
    });
    const seq = await seqOf('district-officer');
    const offset = (heardOn: string, noticeOn: string) =>
      act('district-officer', 'decide-offset', { seq, heardOn, noticeOn, reason: 'ANY_REASON' });
    // The overpayment was found on the 23rd: no hearing before, no notice without two weeks, none that is still on its way.
    expect(await offset('2026-11-22', '2026-12-07')).toBe('409 hearing-missing');
    expect(await offset('2026-11-23', '2026-12-06')).toBe('409 hearing-missing');
    expect(await offset('2026-11-23', '2026-12-07')).toBe('409 notice-not-delivered');
    city.at('2026-12-07T09:00:00.000Z' as Instant);
    expect(await offset('2026-11-23', '2026-12-07')).toBe('paid');
    city.mails.length = 0;
    await city.settle();
    expect(city.mails).toMatchObject([{ to: 'member@anteil.example' }]);
    await held(city, {
      sitting: 'sitting-5',
      from: '2026-11-22T17:00',
      to: '2026-11-22T23:30',
      entries: [seat('member')],
    });
    await city.settle();
    const next = claimOfPerson('sitting-5');
    await sent(city, 'member', next);
    await batch('certifier', 'certify', [next]);
    await batch('orderer', 'order', [next]);
    expect((await ordersIn(city))[0]).toMatchObject({ cents: 20_00 });
    expect(await viewOf(city, 'member', next)).toMatchObject({
      stage: 'ordered',
      totalCents: 40_00,
      offsetCents: 20_00,
    });
    expect(await taken()).toBe(40_00);
  });
});
