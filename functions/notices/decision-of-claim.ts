import { authorityOn } from '../../shared/authorities/directory.ts';
import { remedyInstruction } from '../../shared/authorities/remedy.ts';
import { bodyById } from '../../shared/bodies/directory.ts';
import type { ExpenseKind } from '../../shared/bodies/wire.ts';
import { amountItem } from '../../shared/compensation/claim.ts';
import { claimNoticeId } from '../../shared/compensation/claim-ids.ts';
import type { ClaimLineAmount } from '../../shared/compensation/facts.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { dayOf, type Day } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { clockOf } from '../../shared/kernel/wall-time.ts';
import { parameterOn } from '../../shared/law/parameters.ts';
import type { ClaimDecisionFacts, ClaimedAmount } from '../../shared/notices/claim-decision.ts';
import type { Member } from '../bodies/views.ts';
import { rejectionReasons, type StoredClaim } from '../compensation/views.ts';
import { officeOf, paragraphsOf, UNSIGNED } from './office.ts';

/** German names of the kinds, and the norm or rule from which the amount follows. */
const EXPENSES: Readonly<Record<ExpenseKind, Pick<ClaimedAmount, 'label' | 'norm'>>> = {
  publicTransport: { label: 'Öffentlicher Nahverkehr', norm: '§ 4 Abs. 1 BRKG' },
  mileage: { label: 'Wegstrecke mit dem Kraftfahrzeug', norm: '§ 5 Abs. 1 BRKG' },
  taxi: { label: 'Taxi', norm: '§ 4 Abs. 4 BRKG' },
  childcare: { label: 'Kinderbetreuung', norm: 'Regelung des Gremiums' },
  interpretation: { label: 'Verdolmetschung', norm: 'Regelung des Gremiums' },
};

const lineOf = (found: StoredClaim, { item, claimedCents, recognisedCents }: ClaimLineAmount): ClaimedAmount => {
  const amounts = { claimedCents, recognisedCents };
  const expense = found.claim.expenses.find((one) => amountItem(one.item) === item);
  if (expense !== undefined) return { ...EXPENSES[expense.kind], ...amounts };
  const rate = parameterOn('compensation.attendanceFee', found.of.on);
  return { label: 'Sitzungsgeld', norm: rate.ok ? rate.value.norm : '', ...amounts };
};

const submittedOn = ({ facts }: StoredClaim): Day | undefined => {
  const last = facts.findLast(({ fact }) => fact.type === 'claim.submitted');
  return last && dayOf(last.at);
};

/** Whether sittings in both halves of the day were attended, so that discretion had to be used. */
const isInBothHalves = ({ of, sameDay }: StoredClaim): boolean => {
  const noon = parameterOn('compensation.morningBefore', of.on);
  const begins = [of, ...sameDay].map(({ from }) => clockOf(from));
  return noon.ok && new Set(begins.map((begin) => begin < noon.value.value)).size > 1;
};

export interface ClaimNoticeOf {
  readonly found: StoredClaim;
  readonly member: Member | undefined;
  /** Who will be named as deciding; undefined in a draft for someone who may not decide. */
  readonly signer: Actor | undefined;
  readonly today: Day;
}

const addresseeOf = ({ found, member }: ClaimNoticeOf): ClaimDecisionFacts['addressee'] => ({
  name: member?.name ?? found.names.get(found.of.person) ?? '',
  ...(member?.address ?? { street: '', postcode: '', town: '' }),
});

/**
 * All that the notice on a proposed rejection says, on this day and by this signer. Refused where no remedy is known for the
 * authority, and where the notice could reach nobody: neither consent to the portal nor an address for a letter.
 */
export const decisionOfClaim = (
  of: ClaimNoticeOf,
): Result<ClaimDecisionFacts, 'no-proposal' | 'remedy-unknown' | 'address-needed'> => {
  const { found, member, signer, today } = of;
  const { proposal, caseNumber, stage } = found.claim;
  const authority = authorityOn(found.of.authority, today);
  const body = bodyById(found.of.body);
  const submitted = submittedOn(found);
  const isOpen = stage === 'rejectionProposed' && proposal !== undefined && caseNumber !== undefined;
  if (!isOpen || authority === undefined || body === undefined || submitted === undefined) return refuse('no-proposal');
  if (member?.portalDelivery === undefined && member?.address === undefined) return refuse('address-needed');
  const remedy = remedyInstruction(authority, today);
  if (!remedy.ok) return remedy;
  return ok({
    noticeId: claimNoticeId(found.id, proposal.seq),
    claimId: found.id,
    caseNumber,
    day: today,
    ...officeOf(authority, remedy.value),
    signer: { name: signer?.name ?? UNSIGNED, function: 'Entschädigungsstelle' },
    addressee: addresseeOf(of),
    body: { name: body.name, legalBasis: body.legalBasis },
    sitting: { from: found.of.from, to: found.of.to },
    as: found.of.as,
    ...(isInBothHalves(found) && { halfDays: found.context.halfDays ?? {} }),
    submittedOn: submitted,
    lines: proposal.lines.map((line) => lineOf(found, line)),
    reasons: paragraphsOf(rejectionReasons(found) ?? ''),
  });
};
