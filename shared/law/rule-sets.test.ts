import { describe, expect, expectTypeOf, test } from 'vitest';
import { cents, type Cents } from '../kernel/cents.ts';
import { day } from '../kernel/day.ts';
import { RULE_SET_IDS, type RuleName } from './rule-set.ts';
import { assumedRuleIn, procurementProcedure, ruleIn, ruleSet, ruleSetFor, type Rule } from './rule-sets.ts';

const OLD = ruleSet('BE-PRE-2025');
const NEW = ruleSet('BE-2025-07');

const valueIn = (set: typeof OLD, name: RuleName): unknown => {
  const rule = ruleIn(set, name);
  return rule.ok ? rule.value.value : rule.refusal;
};

describe('a new notice', () => {
  test.each([
    ['2025-07-24', 'BE-PRE-2025'],
    ['2025-07-25', 'BE-2025-07'],
    ['2026-11-22', 'BE-2025-07'],
  ])('of %s attaches %s unless its author chooses otherwise', (on, id) => {
    expect(ruleSetFor(day(on)).id).toBe(id);
  });

  test('names the general clauses and their edition', () => {
    expect(NEW.generalClauses.project).toEqual({
      shortName: 'ANBest-P',
      title: 'Allgemeine Nebenbestimmungen für Zuwendungen zur Projektförderung (ANBest-P)',
      edition: 'in der Fassung vom 25. Juli 2025',
    });
    expect(OLD.generalClauses.institutional.shortName).toBe('ANBest-I');
    expect(OLD.generalClauses.project.edition).not.toBe(NEW.generalClauses.project.edition);
  });
});

describe('a notice keeps the rules it names', () => {
  test.each<[RuleName, unknown, unknown]>([
    ['lineItemOverrun', 2000, 'rule-unknown'],
    ['overrunNeedsSavings', true, true],
    ['extraIncomeMayCoverExtraCost', false, 'rule-unknown'],
    ['fixedAmountDefaultUpTo', 0, 5_000_00],
    ['multiYearApproval', 'exception', 'possible'],
    ['spendWithin', 2, 2],
    ['finalProofDue', 6, 6],
    ['interimProofDue', '03-31', '03-31'],
    ['lastDrawdownOfYear', '11-30', '11-30'],
    ['institutionalProofDue', 6, 6],
    ['vouchersKept', 60, 60],
    ['inventoryThreshold', 'rule-unknown', 'rule-unknown'],
    ['reductionBagatelle', 'rule-unknown', 'rule-unknown'],
    ['interestBagatelle', 'rule-unknown', 'rule-unknown'],
    ['purposeBindingOfObjects', 'rule-unknown', 'rule-unknown'],
  ])('%s: before 2025 %s, now %s', (name, before, now) => {
    expect([valueIn(OLD, name), valueIn(NEW, name)]).toEqual([before, now]);
  });

  test.each<[RuleName, unknown]>([
    ['lineItemOverrun', 3000],
    ['extraIncomeMayCoverExtraCost', true],
    ['inventoryThreshold', 800_00],
    ['reductionBagatelle', 0],
  ])('what was only heard of %s has to be asked for, and says so', (name, value) => {
    expect(assumedRuleIn(NEW, name)).toMatchObject({ ok: true, value: { name, value, status: 'unknown' } });
  });

  test('where nothing was heard, nothing is assumed', () => {
    expect(assumedRuleIn(OLD, 'procurementTiers')).toEqual({ ok: false, refusal: 'rule-unknown' });
    expect(assumedRuleIn(NEW, 'purposeBindingOfObjects')).toEqual({ ok: false, refusal: 'rule-unknown' });
  });

  test('every rule says where it comes from', () => {
    for (const { rules } of RULE_SET_IDS.map(ruleSet)) {
      for (const { norm, source } of Object.values(rules)) expect(norm !== '' && source !== '').toBe(true);
    }
  });

  test('the name of a rule gives the type of its value', () => {
    expectTypeOf<Rule<'fixedAmountDefaultUpTo'>['value']>().toEqualTypeOf<Cents>();
  });
});

describe('an order by a recipient', () => {
  test.each([
    [500_00, 'direct'],
    [500_01, 'priceComparison'],
    [5_000_00, 'priceComparison'],
    [5_000_01, 'threeOffers'],
    [100_000_00, 'threeOffers'],
    [100_000_01, 'publicProcurement'],
  ])('of %i cents is placed by %s', (order, procedure) => {
    const tiers = ruleIn(NEW, 'procurementTiers');
    expect(tiers.ok && procurementProcedure(tiers.value.value, cents(order))).toBe(procedure);
  });
});
