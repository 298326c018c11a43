import { describe, expect, test } from 'vitest';
import { cents } from '../kernel/cents.ts';
import { day } from '../kernel/day.ts';
import { missingContent } from './checklist.ts';
import { composeNotice } from './compose.ts';
import type { DecisionFacts } from './decision.ts';
import { SAMPLE_GRANT, SAMPLE_REFUSAL } from './sample-decisions.ts';

const without = <K extends keyof DecisionFacts>(key: K, facts: DecisionFacts = SAMPLE_GRANT): DecisionFacts => {
  const { [key]: _left, ...rest } = facts;
  return rest as DecisionFacts;
};

const grant = (change: Partial<DecisionFacts>): DecisionFacts => ({ ...SAMPLE_GRANT, ...change });
const refusal = (change: Partial<DecisionFacts>): DecisionFacts => ({ ...SAMPLE_REFUSAL, ...change });

const { authority, addressee, signer, programme, plan, remedy } = SAMPLE_GRANT;

describe('a notice is composed only if its mandatory content is there', () => {
  test('complete decisions miss nothing', () => {
    expect(missingContent(SAMPLE_GRANT)).toEqual([]);
    expect(missingContent(SAMPLE_REFUSAL)).toEqual([]);
  });

  test.each<[number, string, DecisionFacts]>([
    [1, 'an authority without name: the notice would be void', grant({ authority: { ...authority, name: ' ' } })],
    [2, 'no addressee', grant({ addressee: { ...addressee, name: '' } })],
    [2, 'an addressee of invisible characters', grant({ addressee: { ...addressee, name: '\u200B\u2068\u2069' } })],
    [2, 'no case number', grant({ caseNumber: '' })],
    [3, 'a grant of nothing', grant({ grantedCents: cents(0) })],
    [3, 'no purpose', grant({ purpose: '' })],
    [3, 'a share without rate', without('rate')],
    [
      3,
      'a period that ends before it begins',
      grant({ approvalPeriod: { from: day('2027-01-02'), to: day('2027-01-01') } }),
    ],
    [3, 'a plan that does not balance', grant({ plan: { ...plan, cover: plan.cover.slice(1) } })],
    [3, 'more granted than eligible', grant({ eligibleCents: cents(3_999_999) })],
    [3, 'more granted than asked for', grant({ requestedCents: cents(3_999_999) })],
    [3, 'instalments that do not add up', grant({ payoutInstalments: [{ day: day('2027-01-15'), cents: cents(1) }] })],
    [3, 'a rate that is not what is granted', grant({ rate: { grantCents: cents(1), eligibleCents: cents(3) } })],
    [4, 'nobody who decides', grant({ signer: { ...signer, name: '' } })],
    [6, 'an empty paragraph of reasons', grant({ reasons: [' '] })],
    [6, 'special clauses without reasons', without('clauseReasons')],
    [9, 'general clauses by their title alone', without('annex')],
    [9, 'an annex without a hash', grant({ annex: { file: 'ANBest-P.pdf', sha256: '' } })],
    [6, 'a refusal without reasons', refusal({ reasons: [] })],
    [7, 'no guideline', grant({ programme: { ...programme, guideline: '' } })],
    [7, 'no budget place', grant({ programme: { ...programme, budgetTitle: '' } })],
    [8, 'an objection where only court action is open', grant({ remedy: SAMPLE_REFUSAL.remedy })],
    [8, 'court action where the objection comes first', refusal({ remedy })],
    [8, 'another period', grant({ remedy: { text: remedy.text.replace('eines Monats', 'von zwei Wochen') } })],
  ])('no. %i: %s', (number, _why, facts) => {
    expect(missingContent(facts)).toContain(number);
    expect(composeNotice(facts)).toMatchObject({ ok: false, refusal: 'notice-incomplete' });
  });

  test('general clauses of a rule set that is not known cannot be attached', () => {
    expect(missingContent(grant({ ruleSetId: 'BE-2030-01' }))).toEqual([5, 9]);
    expect(missingContent(grant({ ruleSetId: 'constructor' }))).toEqual([5, 9]);
  });

  test('a grant in full needs no reasons, a cut does (§ 39(2) no. 1 VwVfG)', () => {
    expect(missingContent(grant({ reasons: [] }))).toEqual([]);
    expect(missingContent(grant({ requestedCents: cents(4_500_000), reasons: [] }))).toEqual([6]);
    const requestedPeriod = { from: day('2027-01-01'), to: day('2028-12-31') };
    expect(missingContent(grant({ requestedPeriod, reasons: [] }))).toEqual([6]);
  });
});
