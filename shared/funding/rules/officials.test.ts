import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { record } from '../../kernel/decider.ts';
import { evolve, type Application, type FundingFact, type Stage } from '../facts.ts';
import { ANY_INSTANT, APPROVER, at, OFFICER, PARTIES, person, SIGNATORY } from './example.ts';
import { permit } from './permit.ts';
import { consentEarlyStart, declareBias } from './steps.ts';

const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'allowed' : result.refusal);

describe('consent to an early start', () => {
  const consent = (from: string, actor: Actor = APPROVER) =>
    refusalOf(consentEarlyStart(at('inReview'), PARTIES, { from: day(from), textsHash: 'hash' }, actor, ANY_INSTANT));

  test('is prior: from today on, never for days that passed', () => {
    expect(consent('2026-11-22')).toBe('allowed');
    expect(consent('2026-11-21')).toBe('early-start-passed');
  });
  test('is the approver’s', () => expect(consent('2026-12-01', OFFICER)).toBe('not-permitted'));
});

describe('bias (§§ 20, 21 VwVfG)', () => {
  const declared = (stage: Stage, who: Actor): Application =>
    [
      ...record(at(stage).seq, { at: ANY_INSTANT, by: who.person }, [
        { type: 'application.biasDeclared', textsHash: 'hash' } as FundingFact,
      ]),
    ].reduce(evolve, at(stage));

  test('whoever declared it proposes, returns, approves, refuses, takes and consents no more; others do', () => {
    for (const act of ['take', 'proposeApproval', 'proposeRefusal', 'declareBias'] as const)
      expect(refusalOf(permit(act, declared('inReview', OFFICER), PARTIES, OFFICER)), act).toBe('biased');
    expect(refusalOf(permit('consentEarlyStart', declared('inReview', APPROVER), PARTIES, APPROVER))).toBe('biased');
    for (const [act, stage] of [
      ['approve', 'proposedApproval'],
      ['refuse', 'proposedRefusal'],
      ['return', 'proposedApproval'],
    ] as const)
      expect(refusalOf(permit(act, declared(stage, APPROVER), PARTIES, APPROVER)), act).toBe('biased');
    const colleague = person('officer-2', 'caseOfficer', PARTIES.authority);
    expect(refusalOf(permit('take', declared('inReview', OFFICER), PARTIES, colleague))).toBe('allowed');
  });

  test('the case waits to be taken over, and the biased person’s proposal falls', () => {
    const { officer, ...waiting } = declared('proposedApproval', OFFICER);
    expect(officer).toBeUndefined();
    expect(waiting).toMatchObject({ stage: 'inReview', biased: [OFFICER.person] });
    expect(waiting).not.toHaveProperty('proposal');
  });

  test('an approver who declares it leaves the proposal to another approver', () =>
    expect(declared('proposedApproval', APPROVER)).toMatchObject({
      stage: 'proposedApproval',
      officer: OFFICER.person,
    }));

  test('an applicant declares none', () =>
    expect(refusalOf(declareBias(at('inReview'), PARTIES, SIGNATORY, 'hash'))).toBe('not-permitted'));
});
