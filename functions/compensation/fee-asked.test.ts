import { beforeEach, describe, expect, test } from 'vitest';
import { DISTRICT_BODY } from '../local/demo/people.ts';
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

describe('a fee that the body pays once by its standing decision (§ 1(1) DepEntschGDV „zulässig“)', () => {
  const MORNING = claimOfPerson('sitting-4');
  const EVENING = claimOfPerson('sitting-5');
  const on = (claim: string, path: string, body: object, who = 'body-office') =>
    refusalOf(city.post(who, `/api/compensation/claims/${claim}/${path}`, body));
  const ask = async (claim: string): Promise<string> => {
    const outcome = await on(claim, 'ask-fee', {}, 'member');
    await city.settle();
    return outcome;
  };

  beforeEach(async () => {
    const halfDays = { isPaidTwice: false, since: '2026-01-01' };
    const facts = [{ type: 'body.settingsChanged', onlineAttendancePaid: false, expenses: [], halfDays }];
    const pk = `body#${DISTRICT_BODY}`;
    await city.deps.journal.commit({ at: city.deps.clock.now(), by: 'system', facts: [{ pk, after: 1, facts }] });
    const entries = [seat('member')];
    await held(city, { sitting: 'sitting-4', from: '2026-11-18T09:00', to: '2026-11-18T11:00', entries });
    await held(city, { sitting: 'sitting-5', from: '2026-11-18T17:00', to: '2026-11-18T19:00', entries });
    await city.settle();
  });

  test('is denied by a person and a notice only, where the member asks for it', async () => {
    const draft = { stage: 'drafted', reason: 'half-day-not-paid', feeCents: 0 };
    expect(await viewOf(city, 'member', EVENING)).toMatchObject({ ...draft, acts: ['setExpense', 'askFee', 'submit'] });
    expect(await ask(EVENING)).toBe('done');
    expect(await ask(EVENING)).toBe('asked-already');
    expect(await sent(city, 'member', EVENING)).toMatchObject({ reason: 'half-day-not-paid', feeCents: 20_00 });
    const { seq } = await viewOf(city, 'body-office', EVENING);
    expect(await on(EVENING, 'certify', { seq })).toBe('fee-excluded');
    const rejection = { seq, recognised: [{ item: 'fee', cents: 0 }], reasons: 'ANY_REASONS' };
    expect(await on(EVENING, 'propose-rejection', rejection)).toBe('done');
  });

  test('takes nothing from the fee of the other sitting, which is certified as ever', async () => {
    await ask(EVENING);
    expect(await ask(MORNING)).toBe('fee-given');
    expect(await sent(city, 'member', MORNING)).toMatchObject({ reason: 'half-days-paid-once', feeCents: 20_00 });
    const { seq } = await viewOf(city, 'body-office', MORNING);
    expect(await on(MORNING, 'certify', { seq })).toBe('done');
  });

  test('is none for a second sitting of the same half day: that is paid once by law', async () => {
    const times = { from: '2026-11-18T20:00', to: '2026-11-18T21:00' };
    await held(city, { sitting: 'sitting-6', ...times, entries: [seat('member')] });
    await city.settle();
    expect(await ask(claimOfPerson('sitting-6'))).toBe('fee-given');
  });
});
