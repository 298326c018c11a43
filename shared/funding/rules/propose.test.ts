import { describe, expect, test } from 'vitest';
import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { DEMO_CALL } from '../../programmes/demo-call.ts';
import { planOf } from '../plan.ts';
import { at, EVIDENCE, OFFICER, ORGANISATION, PARTIES, PROPOSAL } from './example.ts';
import { proposeApproval } from './propose.ts';

const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'allowed' : result.refusal);

describe('proposing an approval', () => {
  const propose = (change: Partial<typeof PROPOSAL>, evidence: Partial<typeof EVIDENCE> = {}) =>
    refusalOf(
      proposeApproval(at('inReview'), PARTIES, { ...PROPOSAL, ...change }, { ...EVIDENCE, ...evidence }, OFFICER),
    );

  test('the plan as applied for can be proposed', () => expect(propose({})).toBe('allowed'));
  test('less cost is cut line by line, never as a sum', () => {
    const less = { eligibleCents: cents(4_500_000), amountCents: cents(4_000_000) };
    expect(propose(less)).toBe('cut-without-lines');
    expect(propose({ ...less, costsCents: [cents(3_500_000), cents(1_000_000)] })).toBe('allowed');
    expect(propose({ ...less, costsCents: [cents(4_500_000)] })).toBe('plan-lines');
    expect(propose({ ...less, costsCents: [cents(3_499_999), cents(1_000_001)] })).toBe('above-eligible-costs');
    expect(propose({ ...less, costsCents: [cents(3_000_000), cents(1_000_000)] })).toBe('plan-unbalanced');
  });
  test('own funds may fall with the costs, so that 90 percent of less can be granted', () => {
    const proportional = {
      costsCents: [cents(3_600_000), cents(900_000)],
      eligibleCents: cents(4_500_000),
      amountCents: cents(4_050_000),
    };
    expect(propose(proportional)).toBe('plan-unbalanced');
    expect(propose({ ...proportional, coverCents: [cents(450_000)] })).toBe('allowed');
  });
  test('what others pay never falls, and own funds only in share financing', () => {
    const change = {
      costsCents: [cents(4_000_000), cents(900_000)],
      eligibleCents: cents(4_900_000),
      amountCents: cents(4_410_000),
      coverCents: [cents(490_000)],
    };
    const { call, plan } = EVIDENCE;
    const others = { ...plan, cover: plan.cover.map((row) => ({ ...row, category: 'thirdPartyFunds' })) };
    expect(propose(change, { plan: others })).toBe('cover-changed');
    const shortfall = { ...call, programme: { ...call.programme, financingType: 'shortfall' as const } };
    expect(propose(change, { call: shortfall })).toBe('cover-changed');
    expect(propose(change)).toBe('allowed');
  });
  test('less can be granted at equal cost, if the applicant adds the rest', () => {
    const less = { amountCents: cents(4_000_000) };
    expect(propose({ ...less, additionalCoverCents: cents(499_999) })).toBe('plan-unbalanced');
    expect(propose({ ...less, additionalCoverCents: cents(500_000) })).toBe('allowed');
  });
  test('special clauses need reasons', () =>
    expect(propose({}, { hasUnreasonedClauses: true })).toBe('clauses-unreasoned'));
  test('no start before the decision without consent, and none before the day of the consent', () => {
    const late = { today: day('2027-04-10') };
    expect(propose({}, late)).toBe('begins-before-decision');
    expect(propose({ from: day('2027-04-10') }, late)).toBe('allowed');
    const consented = (from: string) =>
      refusalOf(
        proposeApproval(
          { ...at('inReview'), earlyStart: { from: day(from), consentedOn: day('2026-12-20') } },
          PARTIES,
          PROPOSAL,
          { ...EVIDENCE, ...late },
          OFFICER,
        ),
      );
    expect(consented('2027-04-01')).toBe('allowed');
    expect(consented('2027-04-02')).toBe('begins-before-decision');
  });
  test('never more than asked for', () => expect(propose({ amountCents: cents(4_500_001) })).toBe('above-requested'));
  test('never more than the planned costs are eligible', () =>
    expect(propose({ eligibleCents: cents(5_000_001) })).toBe('above-eligible-costs'));
  test('never above the highest share', () =>
    expect(propose({ eligibleCents: cents(4_500_000), amountCents: cents(4_400_000) })).toBe('above-share'));
  test('the total financing is secured', () =>
    expect(propose({ amountCents: cents(4_000_000) })).toBe('plan-unbalanced'));
  test('not outside the funding period', () =>
    expect(propose({ from: DEMO_CALL.opens })).toBe('outside-funding-period'));
  test('a legal person needs its number in the transparency database', () => {
    const { transparencyDbNumber: _, ...unregistered } = ORGANISATION;
    expect(propose({}, { organisation: unregistered })).toBe('transparency-number-missing');
    expect(propose({}, { organisation: { ...unregistered, isLegalPerson: false } })).toBe('allowed');
  });
  test('the share is stated in basis points, rounded half up', () => {
    const result = proposeApproval(at('inReview'), PARTIES, PROPOSAL, EVIDENCE, OFFICER);
    expect(result).toMatchObject({ value: [{ shareBasisPoints: 9000 }] });
    // 2,001 of 20,000 is 1,000.5 basis points: neither cut off nor rounded to the even number.
    const rows = [{ category: 'staff', label: 'Leitung', cents: 20_000 }];
    const cover = [{ category: 'ownFunds', label: 'Beiträge', cents: 17_999 }];
    const half = proposeApproval(
      at('inReview'),
      PARTIES,
      { ...PROPOSAL, amountCents: cents(2001), eligibleCents: cents(20_000) },
      { ...EVIDENCE, plan: planOf({ costs: rows, cover }) },
      OFFICER,
    );
    expect(half).toMatchObject({ value: [{ shareBasisPoints: 1001 }] });
  });
});
