import { describe, expect, test } from 'vitest';
import { ROLES, type Actor } from '../../kernel/actor.ts';
import { cents } from '../../kernel/cents.ts';
import type { Instant } from '../../kernel/day.ts';
import { DEMO_CALL } from '../../programmes/demo-call.ts';
import { record } from '../../kernel/decider.ts';
import { readApplication, type FundingFact, type Stage } from '../facts.ts';
import { approve, refuseApplication } from './decide.ts';
import {
  APPROVER,
  at,
  ANY_INSTANT,
  DRAFT,
  EDITOR,
  EVIDENCE,
  OFFICER,
  ORGANISATION,
  PARTIES,
  PATHS,
  PROPOSAL,
  SIGNATORY,
  person,
  release,
} from './example.ts';
import { permit, TRANSITIONS } from './permit.ts';
import { proposeApproval } from './propose.ts';
import { submit } from './submit.ts';

const STAGES = Object.keys(PATHS) as Stage[];
const SUBMIT = { draft: DRAFT, call: DEMO_CALL, parties: PARTIES, caseNumber: 'SF27-ABCD2345', formHash: 'hash' };
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'allowed' : result.refusal);

describe('every edge of the application × role × same person (fault method 7)', () => {
  const anyone = (role: (typeof ROLES)[number], same: boolean): Actor =>
    person(
      same ? OFFICER.person : 'someone-else',
      role,
      role === 'editor' || role === 'signatory' ? PARTIES.organisation : PARTIES.authority,
    );

  const cases = TRANSITIONS.flatMap((t) =>
    STAGES.flatMap((stage) => ROLES.flatMap((role) => [false, true].map((same) => ({ t, stage, role, same })))),
  );

  test(`${cases.length} edges: exactly those of the table are legal`, () => {
    for (const { t, stage, role, same } of cases) {
      const proposerActs = same && (stage === 'proposedApproval' || stage === 'proposedRefusal') && t.fourEyes === true;
      const legal = t.role === role && t.from.includes(stage) && !proposerActs;
      expect(
        permit(t.act, at(stage), PARTIES, anyone(role, same)).ok,
        `${t.act} in ${stage} by ${role}, same ${same}`,
      ).toBe(legal);
    }
  });

  test('a role for another organisation or authority allows nothing', () => {
    for (const t of TRANSITIONS) {
      const stranger = person('stranger', t.role, 'somewhere-else');
      expect(refusalOf(permit(t.act, at(t.from[0]!), PARTIES, stranger))).toBe('not-permitted');
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

describe('proposing an approval', () => {
  const propose = (change: Partial<typeof PROPOSAL>, evidence: Partial<typeof EVIDENCE> = {}) =>
    refusalOf(
      proposeApproval(at('inReview'), PARTIES, { ...PROPOSAL, ...change }, { ...EVIDENCE, ...evidence }, OFFICER),
    );

  test('the plan as applied for can be proposed', () => expect(propose({})).toBe('allowed'));
  test('less can be proposed when less cost is eligible', () =>
    expect(propose({ eligibleCents: cents(4_500_000), amountCents: cents(4_000_000) })).toBe('allowed'));
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
