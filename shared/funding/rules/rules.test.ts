import { describe, expect, test } from 'vitest';
import { ROLES, type Actor, type Role } from '../../kernel/actor.ts';
import { day, type Instant } from '../../kernel/day.ts';
import { DEMO_CALL } from '../../programmes/demo-call.ts';
import { record } from '../../kernel/decider.ts';
import { readApplication, type Application, type FundingFact, type Stage } from '../facts.ts';
import { approve, refuseApplication } from './decide.ts';
import {
  APPROVER,
  at,
  ANY_INSTANT,
  DRAFT,
  EDITOR,
  OFFICER,
  PARTIES,
  PATHS,
  SIGNATORY,
  person,
  release,
} from './example.ts';
import { permit, TRANSITIONS, type Act } from './permit.ts';
import { submit } from './submit.ts';

const STAGES = Object.keys(PATHS) as Stage[];
const SUBMIT = { draft: DRAFT, call: DEMO_CALL, parties: PARTIES, caseNumber: 'SF27-ABCD2345', formHash: 'hash' };
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'allowed' : result.refusal);

const OPEN: readonly Stage[] = ['submitted', 'inReview'];
const PROPOSED: readonly Stage[] = ['proposedApproval', 'proposedRefusal'];

/** By hand from domain rules 10.1 and §§ 20, 21 VwVfG: who may do it, from where, and whether the proposer may not (⚭). */
const LEGAL: Readonly<Record<Act, readonly [readonly Role[], readonly Stage[], '⚭'?]>> = {
  submit: [['signatory'], ['draft']],
  withdraw: [['signatory'], ['draft', ...OPEN, ...PROPOSED]],
  take: [['caseOfficer'], OPEN],
  consentEarlyStart: [['approver'], OPEN],
  declareBias: [
    ['caseOfficer', 'approver'],
    [...OPEN, ...PROPOSED],
  ],
  proposeApproval: [['caseOfficer'], OPEN],
  proposeRefusal: [['caseOfficer'], OPEN],
  return: [['approver'], PROPOSED, '⚭'],
  approve: [['approver'], ['proposedApproval'], '⚭'],
  refuse: [['approver'], ['proposedRefusal'], '⚭'],
};

describe('every edge of the application × role × same person (fault method 7)', () => {
  const anyone = (role: (typeof ROLES)[number], same: boolean): Actor =>
    person(
      same ? OFFICER.person : 'someone-else',
      role,
      role === 'editor' || role === 'signatory' ? PARTIES.organisation : PARTIES.authority,
    );

  const acts = Object.keys(LEGAL) as Act[];
  const cases = acts.flatMap((act) =>
    STAGES.flatMap((stage) => ROLES.flatMap((role) => [false, true].map((same) => ({ act, stage, role, same })))),
  );

  test('the rules name every act that the portal knows', () =>
    expect([...new Set(TRANSITIONS.map(({ act }) => act))].toSorted()).toEqual(acts.toSorted()));

  test(`${cases.length} edges: exactly those of the rules are legal`, () => {
    for (const { act, stage, role, same } of cases) {
      const [roles, stages, fourEyes] = LEGAL[act];
      const proposerActs = same && PROPOSED.includes(stage) && fourEyes === '⚭';
      const legal = roles.includes(role) && stages.includes(stage) && !proposerActs;
      expect(
        permit(act, at(stage), PARTIES, anyone(role, same)).ok,
        `${act} in ${stage} by ${role}, same ${same}`,
      ).toBe(legal);
    }
  });

  test('a role for another organisation or authority allows nothing', () => {
    for (const act of acts) {
      const [roles, [stage]] = LEGAL[act];
      for (const role of roles)
        expect(refusalOf(permit(act, at(stage!), PARTIES, person('stranger', role, 'somewhere-else')))).toBe(
          'not-permitted',
        );
    }
  });

  test('nobody approves what they proposed, also with another role in between', () => {
    const swapped = { ...OFFICER, roles: APPROVER.roles };
    expect(
      refusalOf(
        approve(at('proposedApproval'), PARTIES, release(at('proposedApproval'), swapped), swapped, ANY_INSTANT),
      ),
    ).toBe('same-person');
  });

  test('who proposed first does not approve after a return, though a colleague proposed again', () => {
    const both = { ...OFFICER, roles: [...OFFICER.roles, ...APPROVER.roles] };
    const again = [
      ...PATHS.proposedApproval,
      [{ type: 'application.returned', textsHash: 'hash' }, APPROVER],
      [PATHS.proposedApproval[1][0], person('colleague', 'caseOfficer', 'be-sen-integration')],
    ] as const;
    const application = readApplication(
      again.flatMap(([fact, actor], index) =>
        record(index, { at: ANY_INSTANT, by: actor.person }, [fact as FundingFact]),
      ),
    );
    expect(refusalOf(permit('approve', application, PARTIES, both))).toBe('same-person');
    expect(permit('approve', application, PARTIES, APPROVER).ok).toBe(true);
  });

  test('who acts for the organisation takes no step of the authority in its case', () => {
    const both = { ...APPROVER, roles: [...APPROVER.roles, ...EDITOR.roles] };
    expect(refusalOf(permit('approve', at('proposedApproval'), PARTIES, both))).toBe('involved');
    const formerAuthor = { ...APPROVER, person: EDITOR.person };
    expect(refusalOf(permit('approve', at('proposedApproval'), PARTIES, formerAuthor))).toBe('involved');
  });
});

describe('submitting', () => {
  const submitted = (sections: object, when: string = ANY_INSTANT) =>
    submit(
      at('draft'),
      { ...SUBMIT, draft: { ...DRAFT, sections: { ...DRAFT.sections, ...sections } } },
      SIGNATORY,
      when as Instant,
    );

  test('a complete draft becomes a fact with the amount that the plan asks for', () => {
    expect(submitted({})).toMatchObject({
      ok: true,
      value: [{ type: 'application.submitted', requestedCents: 4_500_000, isLate: false }],
    });
  });

  test('an editor does not submit', () => {
    expect(refusalOf(submit(at('draft'), SUBMIT, EDITOR, ANY_INSTANT))).toBe('not-permitted');
  });

  test('before the call opens nothing is accepted; after its last day it is accepted and flagged', () => {
    expect(refusalOf(submitted({}, '2026-09-30T21:59:59.999Z'))).toBe('call-not-open');
    expect(submitted({}, '2026-09-30T22:00:00.000Z').ok).toBe(true);
    expect(submitted({}, '2027-01-31T22:59:59.999Z')).toMatchObject({ value: [{ isLate: false }] });
    expect(submitted({}, '2027-01-31T23:00:00.000Z')).toMatchObject({ value: [{ isLate: true }] });
  });

  test.each([
    ['an empty section', { project: {} }, 'project.title', 'empty'],
    [
      'a seat outside Berlin',
      { eligibility: { ...DRAFT.sections['eligibility'], seatInBerlin: false } },
      'eligibility.seatInBerlin',
      'not-eligible',
    ],
    [
      'an end before the start',
      { project: { ...DRAFT.sections['project'], to: '2026-12-01' } },
      'project.to',
      'before-start',
    ],
    [
      'less own money than a tenth',
      { plan: { ...DRAFT.sections['plan'], cover: [] } },
      'plan.cover',
      'own-share-too-small',
    ],
    [
      'more than the call gives',
      {
        plan: {
          costs: [{ category: 'rent', label: 'x', cents: 20_000_000 }],
          cover: [{ category: 'ownFunds', label: 'y', cents: 2_000_000 }],
        },
      },
      'plan.costs',
      'above-most-grant',
    ],
    [
      'an unconfirmed declaration',
      { declarations: { ...DRAFT.sections['declarations'], truthful: false } },
      'declarations.truthful',
      'empty',
    ],
  ])('%s is named at its field', (_, sections, path, code) => {
    const result = submitted(sections);
    expect(result).toMatchObject({ ok: false, refusal: 'incomplete' });
    expect(result.ok ? [] : result.issues).toContainEqual(expect.objectContaining({ path, code }));
  });
});

describe('an approval releases exactly the pages that were seen', () => {
  const application = at('proposedApproval');
  const seen = release(application, APPROVER);
  const decided = (change: object, when: string = ANY_INSTANT) =>
    refusalOf(
      approve(application, PARTIES, { ...seen, preview: { ...seen.preview!, ...change } }, APPROVER, when as Instant),
    );

  test('seen today, unchanged: approved', () => expect(decided({})).toBe('allowed'));
  test('other bytes', () => expect(decided({ sha256: 'other' })).toBe('notice-outdated'));
  test('facts came in between', () => expect(decided({ seq: 1 })).toBe('notice-outdated'));
  test('another rule set', () => expect(decided({ ruleSetId: 'BE-PRE-2025' })).toBe('notice-outdated'));
  test('someone else signs', () => expect(decided({ signer: 'approver-2' })).toBe('notice-outdated'));
  test('a period that has begun by now is not approved without consent', () => {
    const begun = at('proposedApproval');
    const earlier = { ...begun, proposal: { ...begun.proposal!, from: day('2026-11-21') } } as Application;
    expect(refusalOf(approve(earlier, PARTIES, seen, APPROVER, ANY_INSTANT))).toBe('begins-before-decision');
  });
  test('a day later, by Berlin time', () => {
    expect(decided({}, '2026-11-22T22:59:59.999Z')).toBe('allowed');
    expect(decided({}, '2026-11-22T23:00:00.000Z')).toBe('notice-outdated');
  });
  test('never seen', () =>
    expect(refusalOf(approve(application, PARTIES, { ...seen, preview: undefined }, APPROVER, ANY_INSTANT))).toBe(
      'notice-outdated',
    ));
  test('a refusal needs its notice as well', () => {
    const refusal = at('proposedRefusal');
    expect(refusalOf(refuseApplication(refusal, PARTIES, release(refusal, APPROVER), APPROVER, ANY_INSTANT))).toBe(
      'allowed',
    );
    expect(refusalOf(refuseApplication(refusal, PARTIES, seen, APPROVER, ANY_INSTANT))).toBe('allowed');
    expect(refusalOf(refuseApplication(refusal, PARTIES, { ...seen, preview: undefined }, APPROVER, ANY_INSTANT))).toBe(
      'notice-outdated',
    );
  });
});
