import type { SeatRole } from '../../bodies/facts.ts';
import { cents, type Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import type { AuthorityId, BodyId, ClaimId, PersonId, SeatId, SittingId } from '../../kernel/id.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { NEW_CLAIM, totalCents, type Claim } from '../claim.ts';
import type { ClaimFact, ClaimStage } from '../facts.ts';
import { feeCents, feesOfDay, type DayFees, type DaySitting, type SittingFee } from '../fee.ts';

/** What the list that counts now says of one person at one sitting; kept in the person's record of the day. */
export interface DayEntry extends Omit<DaySitting, 'fixedUnits'> {
  readonly sitting: SittingId;
  readonly body: BodyId;
  readonly bodyName: string;
  readonly authority: AuthorityId;
  readonly seat: SeatId;
  readonly as: SeatRole;
  readonly person: PersonId;
  readonly on: Day;
  /** The fact of the sitting that says so. */
  readonly sittingSeq: number;
  /** Whether the list has the person as present; a correction may have taken that back. */
  readonly isPresent: boolean;
}

/** Certified, but no money was ordered: a correction opens it again. */
const CERTIFIED: readonly ClaimStage[] = ['certified', 'partlyCertified', 'firstOrdered'];
/** Ordered or further: a correction can only find that it was too much. */
const ORDERED: readonly ClaimStage[] = ['ordered', 'paid', 'paymentFailed', 'clawback'];

type Claims = ReadonlyMap<ClaimId, Claim>;

const claimOf = (claims: Claims, { claim }: DayEntry): Claim => claims.get(claim) ?? NEW_CLAIM;

/** The fees that are fixed; `undefined` for a claim that may still be computed anew. */
const fixedUnits = (claim: Claim, opened: boolean): number | undefined => {
  if (claim.stage === 'rejected') return 0;
  if (ORDERED.includes(claim.stage)) return claim.recognised?.feeUnits ?? 0;
  return CERTIFIED.includes(claim.stage) && !opened ? (claim.recognised?.feeUnits ?? 0) : undefined;
};

const latestFirst = (a: DayEntry, b: DayEntry): number => (a.from < b.from ? 1 : -1);

interface Reckoned {
  readonly day: DayFees;
  /** Certificates that gave too much: their claims are computed anew. */
  readonly opened: ReadonlySet<ClaimId>;
}

/** The day's fees; certificates that give too much are opened, the latest sitting first, before anything counts as overpaid. */
const reckoned = (on: Day, present: readonly DayEntry[], claims: Claims): Result<Reckoned, 'parameter-unknown'> => {
  const opened = new Set<ClaimId>();
  const reckon = () =>
    feesOfDay(
      on,
      present.map((one) => {
        const claim = claimOf(claims, one);
        return { ...one, feeAsked: claim.feeAsked, fixedUnits: fixedUnits(claim, opened.has(one.claim)) };
      }),
    );
  let fees = reckon();
  for (const one of present.filter((entry) => CERTIFIED.includes(claimOf(claims, entry).stage)).sort(latestFirst)) {
    if (!fees.ok || fees.value.excessUnits === 0) break;
    opened.add(one.claim);
    fees = reckon();
  }
  return fees.ok ? ok({ day: fees.value, opened }) : fees;
};

const draftedOrRecomputed = (
  entry: DayEntry,
  claim: Claim,
  { units, reason }: SittingFee,
  rate: Cents,
): ClaimFact[] => {
  const { sitting, body, authority, seat, as, person, on, from, to, sittingSeq } = entry;
  const fee = { units, feeCents: feeCents(units, rate), reason, sittingSeq };
  if (claim.of === undefined)
    return [{ type: 'claim.drafted', sitting, body, authority, seat, as, person, on, from, to, ...fee }];
  const isSame =
    claim.stage !== 'void' &&
    claim.fee.units === units &&
    // Another reason for the same fee is no cause to throw a proposal away.
    (claim.fee.reason === reason || claim.stage === 'rejectionProposed') &&
    claim.of.from === from &&
    claim.of.to === to &&
    claim.of.seat === seat &&
    claim.of.as === as;
  return isSame ? [] : [{ type: 'claim.recomputed', from, to, seat, as, ...fee }];
};

/** So much too much by now, beyond what was decided on before; said again only where it changed. */
const overpayment = (claim: Claim, tooMuch: number, sittingSeq: number): ClaimFact[] => {
  const open = cents(Math.max(0, Math.min(tooMuch, totalCents(claim)) - claim.keptBackCents));
  return open === claim.overpaidCents ? [] : [{ type: 'claim.overpaymentFound', cents: open, sittingSeq }];
};

const gone = (entry: DayEntry, claim: Claim): ClaimFact[] => {
  if (ORDERED.includes(claim.stage)) return overpayment(claim, totalCents(claim), entry.sittingSeq);
  const isOver = claim.stage === 'none' || claim.stage === 'void' || claim.stage === 'rejected';
  return isOver ? [] : [{ type: 'claim.voided', sittingSeq: entry.sittingSeq }];
};

/** How much of the excess lies with each ordered claim, the latest sitting first. */
const excessOf = (present: readonly DayEntry[], claims: Claims, fees: DayFees): Map<ClaimId, number> => {
  const excess = new Map<ClaimId, number>();
  let left = fees.excessUnits;
  for (const one of present.filter((entry) => ORDERED.includes(claimOf(claims, entry).stage)).sort(latestFirst)) {
    const units = Math.min(left, claimOf(claims, one).recognised?.feeUnits ?? 0);
    excess.set(one.claim, units);
    left -= units;
  }
  return excess;
};

const still = (entry: DayEntry, claim: Claim, { day, opened }: Reckoned, excessUnits: number): ClaimFact[] => {
  if (claim.stage === 'rejected') return [];
  if (CERTIFIED.includes(claim.stage) && !opened.has(entry.claim)) return [];
  if (ORDERED.includes(claim.stage)) return overpayment(claim, feeCents(excessUnits, day.rateCents), entry.sittingSeq);
  return draftedOrRecomputed(entry, claim, day.fees.get(entry.claim)!, day.rateCents);
};

/**
 * Brings all claims of one person on one day into line with the lists that count now: drafts, computes anew what was not
 * ordered, voids what is gone, and finds what was ordered too much. Told twice or in another order it ends the same.
 */
export const reconcileDay = (
  on: Day,
  entries: readonly DayEntry[],
  claims: Claims,
): Result<ReadonlyMap<ClaimId, readonly ClaimFact[]>, 'parameter-unknown'> => {
  const there = entries.filter(({ isPresent }) => isPresent);
  const fees = reckoned(on, there, claims);
  if (!fees.ok) return fees;
  const excess = excessOf(there, claims, fees.value.day);
  const facts = entries.map((entry) => {
    const claim = claimOf(claims, entry);
    const made = entry.isPresent ? still(entry, claim, fees.value, excess.get(entry.claim) ?? 0) : gone(entry, claim);
    return [entry.claim, made] as const;
  });
  return ok(new Map(facts));
};
