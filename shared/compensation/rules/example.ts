import type { Actor, Role } from '../../kernel/actor.ts';
import { cents } from '../../kernel/cents.ts';
import { day, instant } from '../../kernel/day.ts';
import { record } from '../../kernel/decider.ts';
import { asId } from '../../kernel/id.ts';
import { wallTime } from '../../kernel/wall-time.ts';
import type { Claim } from '../claim.ts';
import { readClaim } from '../evolve.ts';
import type { ClaimFact, ClaimStage } from '../facts.ts';

export const ANY_INSTANT = instant('2026-11-24T09:00:00Z');
const HASH = 'MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI';

export const BODY = 'body-bezirk-03';
export const AUTHORITY = 'be-ba-03';
export const MEMBER = 'member';
export const EXAMINER = 'examiner';
export const RELEASER = 'releaser';
export const ORDERER = 'first-orderer';

export const person = (id: string, role: Role, scope: string): Actor => ({
  person: asId(id),
  name: id,
  email: `${id}@anteil.example`,
  roles: [{ role, scope }],
});

type Told = readonly [fact: ClaimFact, by: string];

const DRAFTED: ClaimFact = {
  type: 'claim.drafted',
  sitting: asId('sitting-1'),
  body: asId(BODY),
  authority: asId(AUTHORITY),
  seat: asId('seat-1'),
  as: 'member',
  person: asId(MEMBER),
  on: day('2026-11-23'),
  from: wallTime('2026-11-23T17:00'),
  to: wallTime('2026-11-23T19:00'),
  units: 1,
  feeCents: cents(20_00),
  reason: 'one-sitting',
  sittingSeq: 2,
};

const TOTAL = cents(20_00);
const PAYMENT = asId<'payment'>('p-0123456789abcdef01234567');

const drafted: readonly Told[] = [[DRAFTED, 'system']];
const submitted: readonly Told[] = [
  ...drafted,
  [
    {
      type: 'claim.submitted',
      caseNumber: 'A26-7K3MPQ',
      feeCents: TOTAL,
      expensesCents: cents(0),
      totalCents: TOTAL,
    },
    MEMBER,
  ],
];
const certified: readonly Told[] = [...submitted, [{ type: 'claim.certified', totalCents: TOTAL }, EXAMINER]];

const proposed = (recognised: number): readonly Told[] => [
  ...submitted,
  [
    {
      type: 'claim.rejectionProposed',
      lines: [{ item: 'fee', claimedCents: TOTAL, recognisedCents: cents(recognised) }],
      totalCents: cents(recognised),
      textsHash: HASH,
    },
    EXAMINER,
  ],
];

const released = (recognised: number): readonly Told[] => [
  ...proposed(recognised),
  [
    {
      type: 'claim.partlyRejected',
      totalCents: cents(recognised),
      notice: asId('n-0123456789abcdef01234567'),
      noticeSha256: 'a'.repeat(64),
      noticeDay: day('2026-11-24'),
    },
    RELEASER,
  ],
];

const ordered: readonly Told[] = [
  ...certified,
  [{ type: 'claim.ordered', totalCents: TOTAL, offsetCents: cents(0), payment: PAYMENT }, ORDERER],
];
const paid: readonly Told[] = [...ordered, [{ type: 'claim.paid', payment: PAYMENT, on: day('2026-12-01') }, 'system']];

/** A way to each stage, by four different people. */
export const PATHS: Readonly<Record<Exclude<ClaimStage, 'none'>, readonly Told[]>> = {
  drafted,
  excluded: [[{ ...DRAFTED, units: 0, feeCents: cents(0), reason: 'public-servant' }, 'system']],
  void: [...drafted, [{ type: 'claim.voided', sittingSeq: 3 }, 'system']],
  submitted,
  queried: [...submitted, [{ type: 'claim.queried', textsHash: HASH }, EXAMINER]],
  rejectionProposed: proposed(5_00),
  rejected: released(0),
  certified,
  partlyCertified: released(5_00),
  firstOrdered: [...certified, [{ type: 'claim.firstOrdered', totalCents: TOTAL }, ORDERER]],
  ordered,
  paid,
  paymentFailed: [...ordered, [{ type: 'claim.paymentFailed', payment: PAYMENT, reason: 'AC04' }, 'system']],
  clawback: [...paid, [{ type: 'claim.overpaymentFound', cents: cents(20_00), sittingSeq: 3 }, 'system']],
};

export const told = (path: readonly Told[]): Claim =>
  readClaim(path.flatMap(([fact, by], index) => record(index, { at: ANY_INSTANT, by: asId(by) }, [fact])));

export const at = (stage: Exclude<ClaimStage, 'none'>): Claim => told(PATHS[stage]);
