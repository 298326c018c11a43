import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../kernel/actor.ts';
import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { asId } from '../../kernel/id.ts';
import type { ClaimStage } from '../facts.ts';
import {
  ANY_INSTANT,
  at,
  AUTHORITY,
  BODY,
  EXAMINER,
  MEMBER,
  ORDERER,
  PATHS,
  person,
  RELEASER,
  told,
} from './example.ts';
import { order, settle } from './order.ts';
import { permit, permittedActs, TRANSITIONS, type Act } from './permit.ts';
import { partlyReject } from './reject.ts';
import { submit } from './steps.ts';

const STAGES = Object.keys(PATHS) as Exclude<ClaimStage, 'none'>[];
const PERSONS = ['someone-else', MEMBER, EXAMINER, RELEASER, ORDERER];

/** One legal step: by whom, from where, in which of the three parts in which money leaves. */
interface Step {
  readonly by: 'self' | 'examiner' | 'caseOfficer' | 'orderer';
  readonly from: readonly ClaimStage[];
  /** Marked ⚭: by nobody who had another of these parts in the case. */
  readonly fourEyes?: 'examine' | 'release' | 'order';
}

/** Domain rules 10.5, written down by hand and never read from the product. */
const LEGAL: Readonly<Record<Act, Step>> = {
  setExpense: { by: 'self', from: ['drafted', 'queried', 'excluded'] },
  askFee: { by: 'self', from: ['drafted', 'excluded'] },
  submit: { by: 'self', from: ['drafted', 'excluded'] },
  answer: { by: 'self', from: ['queried'] },
  query: { by: 'examiner', from: ['submitted'] },
  certify: { by: 'examiner', from: ['submitted'], fourEyes: 'examine' },
  proposeRejection: { by: 'examiner', from: ['submitted'], fourEyes: 'examine' },
  fixBankData: { by: 'examiner', from: ['paymentFailed'], fourEyes: 'examine' },
  returnRejection: { by: 'caseOfficer', from: ['rejectionProposed'], fourEyes: 'release' },
  partlyReject: { by: 'caseOfficer', from: ['rejectionProposed'], fourEyes: 'release' },
  reject: { by: 'caseOfficer', from: ['rejectionProposed'], fourEyes: 'release' },
  decideOffset: { by: 'caseOfficer', from: ['clawback'], fourEyes: 'release' },
  order: { by: 'orderer', from: ['certified', 'partlyCertified'], fourEyes: 'order' },
  firstOrder: { by: 'orderer', from: ['certified', 'partlyCertified'], fourEyes: 'order' },
  secondOrder: { by: 'orderer', from: ['firstOrdered'], fourEyes: 'order' },
};
const ACTS = Object.keys(LEGAL) as Act[];
/** Examining (Feststellung) is done by the office of the body or by a certifier of the authority. */
const ROLES_OF: Readonly<Record<Exclude<Step['by'], 'self'>, readonly Role[]>> = {
  examiner: ['bodyOffice', 'certifier'],
  caseOfficer: ['caseOfficer'],
  orderer: ['orderer'],
};
const isOfThePart = ({ by }: Step, role: Role, who: string): boolean =>
  by === 'self' ? who === MEMBER : ROLES_OF[by].includes(role) && who !== MEMBER;
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'allowed' : result.refusal);
const scopeOf = (role: Role) => (role === 'bodyOffice' || role === 'member' ? BODY : AUTHORITY);

/** Which persons had which part on the way to each stage; written down here once more, by hand. */
const HAD: Readonly<Record<string, Partial<Record<Exclude<ClaimStage, 'none'>, true>>>> = {
  [EXAMINER]: {
    rejectionProposed: true,
    rejected: true,
    certified: true,
    partlyCertified: true,
    firstOrdered: true,
    ordered: true,
    paid: true,
    paymentFailed: true,
    clawback: true,
  },
  [RELEASER]: { rejected: true, partlyCertified: true },
  [ORDERER]: { firstOrdered: true, ordered: true, paid: true, paymentFailed: true, clawback: true },
};
const PART: Readonly<Record<string, string>> = { [EXAMINER]: 'examine', [RELEASER]: 'release', [ORDERER]: 'order' };

const conflicts = (act: Act, stage: Exclude<ClaimStage, 'none'>, who: string, part: string | undefined): boolean =>
  HAD[who]?.[stage] === true && (PART[who] !== part || act === 'secondOrder');

describe('every edge of the claim × role × same person (fault method 7)', () => {
  const cases = ACTS.flatMap((act) =>
    STAGES.flatMap((stage) => ROLES.flatMap((role) => PERSONS.map((who) => ({ act, stage, role, who })))),
  );

  test('the rules name every act that the portal knows', () => {
    const known = TRANSITIONS.filter(({ role }) => role !== 'portal').map(({ act }) => act as Act);
    expect([...new Set(known)].toSorted()).toEqual(ACTS.toSorted());
  });

  test(`${cases.length} edges: exactly those of the rules are legal`, () => {
    for (const { act, stage, role, who } of cases) {
      const step = LEGAL[act];
      const isLegal = isOfThePart(step, role, who) && step.from.includes(stage);
      const isSame = step.fourEyes !== undefined && conflicts(act, stage, who, step.fourEyes);
      expect(
        permit(act, at(stage), person(who, role, scopeOf(role))).ok,
        `${act} in ${stage} by ${who} as ${role}`,
      ).toBe(isLegal && !isSame);
    }
  });

  test('a role for another body or authority allows nothing', () => {
    for (const act of ACTS) {
      const { by, from } = LEGAL[act];
      if (by === 'self') continue;
      for (const role of ROLES_OF[by]) {
        const stranger = person('stranger', role, role === 'bodyOffice' ? 'body-bezirk-04' : 'be-ba-04');
        expect(refusalOf(permit(act, at(from[0] as 'drafted'), stranger))).toBe('not-permitted');
      }
    }
  });

  test('nobody acts for the office on their own claim, whatever roles they hold', () => {
    const all = { ...person(MEMBER, 'certifier', AUTHORITY), roles: ROLES.map((role) => ({ role, scope: '*' })) };
    for (const stage of STAGES)
      expect(
        permittedActs(at(stage), all).filter((act) => !['setExpense', 'askFee', 'submit', 'answer'].includes(act)),
        stage,
      ).toEqual([]);
  });

  test('who certified before a correction reopened the claim never orders it', () => {
    const again = told([
      ...PATHS.certified,
      [
        {
          type: 'claim.recomputed',
          from: '2026-11-23T17:00' as never,
          to: '2026-11-23T23:30' as never,
          units: 2,
          feeCents: cents(40_00),
          reason: 'over-six-hours',
          sittingSeq: 3,
        },
        'system',
      ],
      [{ type: 'claim.certified', totalCents: cents(40_00) }, 'a-colleague'],
    ]);
    expect(again.reserved?.cents).toBe(40_00);
    expect(refusalOf(permit('order', again, person(EXAMINER, 'orderer', AUTHORITY)))).toBe('same-person');
    expect(permit('order', again, person('someone-else', 'orderer', AUTHORITY)).ok).toBe(true);
  });

  test('after a return who ordered does not fix the bank data, and who fixed does not order', () => {
    expect(refusalOf(permit('fixBankData', at('paymentFailed'), person(ORDERER, 'certifier', AUTHORITY)))).toBe(
      'same-person',
    );
    const fixed = told([...PATHS.paymentFailed, [{ type: 'claim.bankDataFixed' }, 'fixer']]);
    expect(refusalOf(permit('order', fixed, person('fixer', 'orderer', AUTHORITY)))).toBe('same-person');
    expect(permit('order', fixed, person(ORDERER, 'orderer', AUTHORITY)).ok).toBe(true);
  });
});

describe('submitting', () => {
  const member = person(MEMBER, 'member', BODY);
  const command = { seq: 1, totalCents: cents(20_00), caseNumber: 'A26-7K3MPQ' };

  test('confirms exactly the figures that were shown', () => {
    expect(submit(at('drafted'), command, member, ANY_INSTANT)).toMatchObject({
      ok: true,
      value: [{ totalCents: 20_00 }],
    });
    expect(refusalOf(submit(at('drafted'), { ...command, totalCents: cents(40_00) }, member, ANY_INSTANT))).toBe(
      'changed-meanwhile',
    );
  });

  test('a member whose term is over still claims what they are owed', () => {
    expect(submit(at('drafted'), command, { ...member, roles: [] }, ANY_INSTANT).ok).toBe(true);
  });

  test('of nothing is refused', () => {
    const [[fact, by]] = PATHS.drafted as [(typeof PATHS.drafted)[number]];
    const nothing = told([[{ ...fact, units: 0, feeCents: cents(0), reason: 'online-undecided' } as typeof fact, by]]);
    expect(refusalOf(submit(nothing, { ...command, totalCents: cents(0) }, member, ANY_INSTANT))).toBe(
      'nothing-to-claim',
    );
  });
});

describe('ordering', () => {
  const orderer = person('someone-else', 'orderer', AUTHORITY);
  const evidence = { claim: asId<'claim'>('c-1'), seq: 3, secondOrderAboveCents: cents(100_00), owedCents: cents(0) };
  const ordered = (more: Partial<typeof evidence>) =>
    order(at('certified'), { ...evidence, ...more }, orderer, ANY_INSTANT);

  test('the threshold itself needs one order, a cent more needs two', () => {
    expect(ordered({ secondOrderAboveCents: cents(20_00) })).toMatchObject({ value: [{ type: 'claim.ordered' }] });
    expect(ordered({ secondOrderAboveCents: cents(19_99) })).toMatchObject({ value: [{ type: 'claim.firstOrdered' }] });
  });

  test('what is owed is kept back, never more than the claim', () => {
    expect(ordered({ owedCents: cents(5_00) })).toMatchObject({
      value: [{ totalCents: 20_00, offsetCents: 5_00, payment: expect.any(String) }],
    });
    expect(ordered({ owedCents: cents(50_00) })).toMatchObject({
      value: [
        { totalCents: 20_00, offsetCents: 20_00 },
        { type: 'claim.paid', on: '2026-11-24' },
      ],
    });
  });

  test('where the authority has said no threshold nothing is ordered', () => {
    expect(
      refusalOf(order(at('certified'), { ...evidence, secondOrderAboveCents: undefined }, orderer, ANY_INSTANT)),
    ).toBe('settings-missing');
  });
});

describe('the bank’s answer', () => {
  const payment = at('ordered').payments[0]!;
  const booked = { payment, outcome: 'booked', on: day('2026-12-01') } as const;

  test('counts once, for the last payment only, and a return wins over a late booking', () => {
    expect(settle(at('ordered'), booked)).toHaveLength(1);
    expect(settle(at('paid'), booked)).toEqual([]);
    expect(settle(at('paymentFailed'), booked)).toEqual([]);
    expect(settle(at('paid'), { ...booked, outcome: 'returned' })).toMatchObject([{ type: 'claim.paymentFailed' }]);
    expect(settle(at('paymentFailed'), { ...booked, outcome: 'returned' })).toEqual([]);
    expect(settle(at('ordered'), { ...booked, payment: asId('p-another') })).toEqual([]);
  });
});

describe('releasing a partial rejection', () => {
  const officer = person('officer', 'caseOfficer', AUTHORITY);
  const preview = { sha256: 'a'.repeat(64), day: day('2026-11-24'), seq: 3, signer: officer.person };
  const release = { noticeSha256: preview.sha256, notice: asId<'notice'>('n-1'), preview };
  const decided = (more: object) =>
    refusalOf(partlyReject(at('rejectionProposed'), { ...release, ...more }, officer, ANY_INSTANT));

  test('is of exactly the pages that this person saw, today, of these facts', () => {
    expect(decided({})).toBe('allowed');
    for (const other of [{ sha256: 'b'.repeat(64) }, { day: day('2026-11-23') }, { seq: 2 }, { signer: 'x' as never }])
      expect(decided({ preview: { ...preview, ...other } })).toBe('notice-outdated');
    expect(decided({ preview: undefined })).toBe('notice-outdated');
  });
});
