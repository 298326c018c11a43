import { cents, sum, type Cents } from '../kernel/cents.ts';
import { dayOf, yearOf, type Day, type Instant } from '../kernel/day.ts';
import { replay, type Recorded } from '../kernel/decider.ts';
import type { PersonId } from '../kernel/id.ts';
import {
  claimedCents,
  expensesCents,
  FEE_ITEM,
  NEW_CLAIM,
  type Claim,
  type ClaimFee,
  type Recognised,
} from './claim.ts';
import type { ClaimFact, ClaimLineAmount, ClaimStage } from './facts.ts';

type FactOf<T extends ClaimFact['type']> = Extract<ClaimFact, { type: T }>;

const NOTHING = cents(0);

interface Who {
  readonly by: PersonId;
  readonly at: Instant;
}

const joined = (persons: readonly PersonId[], person: PersonId): readonly PersonId[] => [
  ...new Set([...persons, person]),
];

const feeIn = ({ units, feeCents, reason, sittingSeq }: ClaimFee): ClaimFee => ({
  units,
  feeCents,
  reason,
  sittingSeq,
});

/** Falls back to before the examination: certificate and proposal were on other figures. */
const unexamined = ({ proposal: _p, recognised: _r, reserved: _s, notice: _n, firstOrderedBy: _f, ...rest }: Claim) =>
  rest;

const SENT: readonly ClaimStage[] = [
  'submitted',
  'queried',
  'rejectionProposed',
  'certified',
  'partlyCertified',
  'firstOrdered',
];

const recomputed = (state: Claim, fact: FactOf<'claim.recomputed'>): Claim => {
  const { from, to, seat, as } = fact;
  const of = { ...state.of!, from, to, on: from.slice(0, 10) as Day, ...(seat && { seat }), ...(as && { as }) };
  const next: Claim = { ...unexamined(state), of, fee: feeIn(fact) };
  const isExcluded = fact.reason === 'public-servant';
  // Whoever learns it only now begins anew: what was sent was another claim.
  const isNew = isExcluded && state.fee.reason !== 'public-servant';
  const stillClaims = SENT.includes(state.stage) && claimedCents(next) > 0;
  if (isNew || !stillClaims) return { ...next, stage: isExcluded ? 'excluded' : 'drafted' };
  return { ...next, stage: state.stage === 'queried' ? 'queried' : 'submitted' };
};

const whole = (state: Claim): Recognised => ({
  feeUnits: state.fee.units,
  feeCents: state.fee.feeCents,
  expensesCents: expensesCents(state),
  totalCents: claimedCents(state),
});

const lessThanWhole = (state: Claim, lines: readonly ClaimLineAmount[]): Recognised => {
  const fee = lines.find(({ item }) => item === FEE_ITEM)?.recognisedCents ?? NOTHING;
  const total = sum(lines.map((line) => line.recognisedCents));
  const { units, feeCents } = state.fee;
  return {
    feeUnits: feeCents === 0 ? 0 : Math.ceil((units * fee) / feeCents),
    feeCents: fee,
    expensesCents: cents(total - fee),
    totalCents: total,
    lines,
  };
};

const reservedIn = (total: Cents, at: Instant): Pick<Claim, 'reserved'> =>
  total === 0 ? {} : { reserved: { cents: total, year: yearOf(dayOf(at)) } };

const ordered = (state: Claim, { totalCents, offsetCents, payment }: FactOf<'claim.ordered'>, by: PersonId): Claim => {
  const { firstOrderedBy: _, ...rest } = state;
  return {
    ...rest,
    stage: 'ordered',
    orderers: joined(state.orderers, by),
    orderedCents: totalCents,
    offsetCents,
    // What a correction found to be too much before the money left is simply not ordered again.
    overpaidCents: NOTHING,
    keptBackCents: cents(state.keptBackCents + state.overpaidCents),
    payments: payment === undefined ? state.payments : [...state.payments, payment],
    ...(state.reserved && { reserved: { ...state.reserved, cents: cents(totalCents - offsetCents) } }),
  };
};

const overpaid = (state: Claim, cents: Cents): Claim => {
  const { stage } = state;
  if (cents > 0) return { ...state, overpaidCents: cents, stage: stage === 'paid' ? 'clawback' : stage };
  return { ...state, overpaidCents: cents, stage: stage === 'clawback' ? 'paid' : stage };
};

const APPLY: { readonly [T in ClaimFact['type']]: (state: Claim, fact: FactOf<T>, who: Who) => Claim } = {
  'claim.drafted': (state, { type: _, units, feeCents, reason, sittingSeq, ...of }, { at }) => ({
    ...state,
    stage: reason === 'public-servant' ? 'excluded' : 'drafted',
    of: { ...of, draftedAt: at },
    fee: { units, feeCents, reason, sittingSeq },
  }),
  'claim.recomputed': recomputed,
  'claim.voided': (state) => ({ ...unexamined(state), stage: 'void' }),
  'claim.expenseSet': (state, { type: _, ...expense }) => ({
    ...state,
    expenses: [...state.expenses.filter(({ item }) => item !== expense.item), expense],
  }),
  'claim.expenseRemoved': (state, { item }) => ({
    ...state,
    expenses: state.expenses.filter((one) => one.item !== item),
  }),
  'claim.feeAsked': (state) => ({ ...state, feeAsked: true }),
  'claim.submitted': (state, { caseNumber }) => ({ ...state, stage: 'submitted', caseNumber }),
  'claim.queried': (state) => ({ ...state, stage: 'queried' }),
  'claim.answered': (state) => ({ ...state, stage: 'submitted' }),
  'claim.certified': (state, fact, { by, at }) => ({
    ...state,
    stage: 'certified',
    examiners: joined(state.examiners, by),
    certifiedBy: by,
    recognised: whole(state),
    ...reservedIn(fact.totalCents, at),
  }),
  'claim.rejectionProposed': (state, { lines, totalCents }, { by }) => ({
    ...state,
    stage: 'rejectionProposed',
    examiners: joined(state.examiners, by),
    certifiedBy: by,
    proposal: { seq: state.seq, lines, totalCents },
  }),
  'claim.rejectionReturned': (state) => ({ ...unexamined(state), stage: 'submitted' }),
  'claim.partlyRejected': (state, { totalCents, notice }, { by, at }) => ({
    ...state,
    stage: totalCents === 0 ? 'rejected' : 'partlyCertified',
    releasers: joined(state.releasers, by),
    notice,
    recognised: lessThanWhole(state, state.proposal?.lines ?? []),
    ...reservedIn(totalCents, at),
  }),
  'claim.biasDeclared': (state, _, { by }) => ({ ...state, biased: joined(state.biased, by) }),
  'claim.firstOrdered': (state, _, { by }) => ({
    ...state,
    stage: 'firstOrdered',
    orderers: joined(state.orderers, by),
    firstOrderedBy: by,
  }),
  'claim.ordered': (state, fact, { by }) => ordered(state, fact, by),
  'claim.paid': (state, { on }) => ({ ...state, stage: state.overpaidCents > 0 ? 'clawback' : 'paid', paidOn: on }),
  'claim.paymentFailed': ({ paidOn: _, ...state }, { reason }, { at }) => ({
    ...state,
    stage: 'paymentFailed',
    failedAt: at,
    failedReason: reason,
  }),
  'claim.bankDataFixed': (state, _, { by }) => ({
    ...state,
    stage: 'certified',
    examiners: joined(state.examiners, by),
    certifiedBy: by,
  }),
  'claim.overpaymentFound': (state, fact) => overpaid(state, fact.cents),
  'claim.offsetDecided': (state, fact, { by }) => ({
    ...state,
    stage: 'paid',
    releasers: joined(state.releasers, by),
    overpaidCents: NOTHING,
    keptBackCents: cents(state.keptBackCents + fact.cents),
  }),
};

export const evolve = (before: Claim, { seq, fact, at, by }: Recorded<ClaimFact>): Claim => {
  const apply = APPLY[fact.type] as (state: Claim, fact: ClaimFact, who: Who) => Claim;
  const after = apply({ ...before, seq }, fact, { by: by as PersonId, at });
  return after.stage === before.stage ? after : { ...after, since: at };
};

export const readClaim = (stream: readonly Recorded<ClaimFact>[]): Claim => replay(NEW_CLAIM, evolve, stream);
