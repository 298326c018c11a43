import { cents, type Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { BodyId, ClaimId } from '../kernel/id.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { clockOf, minutesBetween, type WallTime } from '../kernel/wall-time.ts';
import { assumedParameterOn, parameterOn } from '../law/parameters.ts';
import { EXCLUSIONS, type FeeReason } from './facts.ts';

/** Whether the person was in the room, online, or at a sitting whose list does not tell which of both. */
export type Presence = 'inPerson' | 'online' | 'unsaid';

/** One sitting that a person attended on a local day, of whichever body. */
export interface DaySitting {
  readonly claim: ClaimId;
  readonly body: BodyId;
  readonly from: WallTime;
  readonly to: WallTime;
  readonly presence: Presence;
  /** The body's decision; undefined where it has made none. */
  readonly onlinePaid?: boolean | undefined;
  /** The body's standing decision for its own sittings: one fee although the day has some in both halves. */
  readonly halfDaysPaidOnce?: boolean | undefined;
  readonly isPublicServant: boolean;
  /** A deputy although the member of the seat is on the list as well. */
  readonly besideMember?: boolean;
  /** The person asks for a decision on a fee that is excluded, or fell away by the standing decision. */
  readonly feeAsked?: boolean | undefined;
  /** Fees that were certified already and stay with this sitting. */
  readonly fixedUnits?: number | undefined;
}

export interface SittingFee {
  /** Number of fees for this sitting. */
  readonly units: number;
  readonly reason: FeeReason;
}

export interface DayFees {
  readonly rateCents: Cents;
  readonly fees: ReadonlyMap<ClaimId, SittingFee>;
  /** Fixed fees beyond what the day gives. */
  readonly excessUnits: number;
  /** Fees of the day that no sitting can carry any more, since all of them are certified. */
  readonly missingUnits: number;
}

interface Law {
  readonly rateCents: Cents;
  readonly longOver: number;
  readonly morningBefore: string;
}

const lawOn = (on: Day): Result<Law, 'parameter-unknown'> => {
  const rate = parameterOn('compensation.attendanceFee', on);
  const long = parameterOn('compensation.longSittingOver', on);
  const morning = parameterOn('compensation.morningBefore', on);
  if (!rate.ok || !long.ok || !morning.ok) return refuse('parameter-unknown');
  return ok({ rateCents: rate.value.value, longOver: long.value.value, morningBefore: morning.value.value });
};

/** By the minutes that really passed, also in the night of the clock change. */
const isLong = ({ from, to }: DaySitting, { longOver }: Law): boolean => {
  const minutes = minutesBetween(from, to);
  if (!minutes.ok) throw new RangeError(`A sitting from ${from} to ${to} was recorded: ${minutes.refusal}`);
  return minutes.value > longOver;
};

const isMorning = ({ from }: DaySitting, { morningBefore }: Law): boolean => clockOf(from) < morningBefore;

/** Why nothing is paid for the sitting, whatever else the day holds. */
const exclusion = (sitting: DaySitting): FeeReason | undefined => {
  if (sitting.isPublicServant) return 'public-servant';
  if (sitting.besideMember === true) return 'deputy-beside-member';
  if (sitting.presence === 'inPerson' || sitting.onlinePaid === true) return undefined;
  return sitting.presence === 'online' && sitting.onlinePaid === false ? 'online-not-paid' : 'online-undecided';
};

/** The sitting that carries a fee: the one that carries it already, else the earliest. */
const carrier = (sittings: readonly DaySitting[]): DaySitting | undefined =>
  sittings.find(({ fixedUnits = 0 }) => fixedUnits > 0) ?? sittings[0];

/** Whether a sitting is of a body that pays both halves of a day once: its decision binds its own sittings and no others. */
const boundIn = (sittings: readonly DaySitting[]): ((one: DaySitting) => boolean) => {
  const bodies = new Set(sittings.filter((one) => one.halfDaysPaidOnce === true).map(({ body }) => body));
  return ({ body }) => bodies.has(body);
};

interface Ideal {
  readonly units: number;
  readonly reason: FeeReason;
  readonly share: ReadonlyMap<ClaimId, number>;
  /** The sitting in the other half that would carry a second fee but for the standing decision. */
  readonly fallen?: ClaimId | undefined;
}

/** What the day gives, and where each fee belongs. */
const idealOf = (sittings: readonly DaySitting[], law: Law): Ideal => {
  const long = carrier(sittings.filter((one) => isLong(one, law)));
  if (long !== undefined) return { units: 2, reason: 'over-six-hours', share: new Map([[long.claim, 2]]) };
  const isBound = boundIn(sittings);
  // Two fees need a sitting that no standing decision binds, so such a one comes first in its half.
  const freeFirst = [...sittings].sort((a, b) => Number(isBound(a)) - Number(isBound(b)));
  const halves = [true, false].map((morning) => carrier(freeFirst.filter((one) => isMorning(one, law) === morning)));
  const [before, after] = halves;
  const isPaidOnce = sittings.every(isBound);
  if (before !== undefined && after !== undefined && !isPaidOnce) {
    const share = new Map([
      [before.claim, 1],
      [after.claim, 1],
    ]);
    return { units: 2, reason: 'morning-and-afternoon', share };
  }
  const only = carrier(sittings);
  if (only === undefined) return { units: 0, reason: 'one-sitting', share: new Map() };
  const share = new Map([[only.claim, 1]]);
  if (before !== undefined && after !== undefined)
    return { units: 1, reason: 'half-days-paid-once', share, fallen: (only === before ? after : before).claim };
  return { units: 1, reason: sittings.length > 1 ? 'paid-once-same-half-day' : 'one-sitting', share };
};

const feeOf = (claim: ClaimId, units: number, { reason, fallen }: Ideal): SittingFee => {
  if (units > 0) return { units, reason };
  return { units, reason: claim === fallen ? 'half-day-not-paid' : 'paid-with-other-sitting' };
};

/** Gives out what is left of the day's fees: first where they belong, then to the earliest that can carry them. */
const shareOut = (
  free: readonly DaySitting[],
  ideal: Ideal,
  left: number,
): { units: Map<ClaimId, number>; left: number } => {
  const units = new Map<ClaimId, number>();
  let rest = left;
  for (const { claim } of free) {
    const share = Math.min(ideal.share.get(claim) ?? 0, rest);
    units.set(claim, share);
    rest -= share;
  }
  const [first] = free;
  if (first === undefined || rest === 0) return { units, left: rest };
  units.set(first.claim, (units.get(first.claim) ?? 0) + rest);
  return { units, left: 0 };
};

/**
 * What is asked for although it is excluded or fell away: only what the law would give beside the fees of the day so far, were
 * there no standing decision. The reason stays, and a person decides on it.
 */
const askedFees = (sorted: readonly DaySitting[], law: Law, fees: Map<ClaimId, SittingFee>): void => {
  const unitsOf = ({ claim }: DaySitting): number => fees.get(claim)?.units ?? 0;
  for (const one of sorted) {
    const { reason } = fees.get(one.claim)!;
    if (one.feeAsked !== true || !EXCLUSIONS.has(reason)) continue;
    const counted = sorted.filter((other) => other === one || unitsOf(other) > 0);
    const free = counted.map((other) => ({ ...other, halfDaysPaidOnce: undefined }));
    const left = idealOf(free, law).units - counted.reduce((total, other) => total + unitsOf(other), 0);
    const units = one.fixedUnits ?? Math.max(0, Math.min(left, isLong(one, law) ? 2 : 1));
    fees.set(one.claim, { units, reason });
  }
};

const byBeginning = (a: DaySitting, b: DaySitting): number =>
  a.from === b.from ? (a.claim < b.claim ? -1 : 1) : a.from < b.from ? -1 : 1;

/**
 * Sitzungsgeld of one person on one local day, across all bodies (§ 1(1) DepEntschGDV, domain rules 3.1): one fee a day; two if
 * one sitting began before noon and another did not, or if one took more than six hours. Public servants get nothing. What was
 * certified stays with its sitting; the rest goes to the others. More than two fees are never given (decision 0028).
 */
export const feesOfDay = (on: Day, sittings: readonly DaySitting[]): Result<DayFees, 'parameter-unknown'> => {
  const law = lawOn(on);
  if (!law.ok) return law;
  const sorted = [...sittings].sort(byBeginning);
  const fees = new Map<ClaimId, SittingFee>();
  for (const one of sorted) {
    const reason = exclusion(one);
    if (reason !== undefined) fees.set(one.claim, { units: 0, reason });
  }
  const paid = sorted.filter(({ claim }) => !fees.has(claim));
  const fixedSum = sorted.reduce((total, { fixedUnits = 0 }) => total + fixedUnits, 0);
  const ideal = idealOf(paid, law.value);
  const shared = shareOut(
    paid.filter(({ fixedUnits }) => fixedUnits === undefined),
    ideal,
    Math.max(0, ideal.units - fixedSum),
  );
  for (const { claim, fixedUnits } of paid)
    fees.set(claim, feeOf(claim, fixedUnits ?? shared.units.get(claim) ?? 0, ideal));
  askedFees(sorted, law.value, fees);
  return ok({
    rateCents: law.value.rateCents,
    fees,
    excessUnits: Math.max(0, fixedSum - ideal.units),
    missingUnits: shared.left,
  });
};

/** How many cents so many fees are. */
export const feeCents = (units: number, rateCents: Cents): Cents => cents(units * rateCents);

/**
 * The open question on which the fees of this day depend, for officials: a sitting over six hours and one in the other half of
 * the day. Two fees are certain and paid; whether it should be three nobody could say.
 */
export const openQuestion = (on: Day, sittings: readonly Pick<DaySitting, 'from' | 'to'>[]): string | undefined => {
  const law = lawOn(on);
  if (!law.ok) return undefined;
  const all = sittings as readonly DaySitting[];
  const depends = all
    .filter((one) => isLong(one, law.value))
    .some((long) => all.some((other) => isMorning(other, law.value) !== isMorning(long, law.value)));
  const parameter = assumedParameterOn('compensation.unitsPerDay', on);
  return depends && parameter.ok ? parameter.value.question : undefined;
};
