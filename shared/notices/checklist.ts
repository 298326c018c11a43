import { sum } from '../kernel/cents.ts';
import type { DecisionFacts, PlanLine } from './decision.ts';
import { generalClauses } from './general-clauses.ts';
import { isInFull } from './granted.ts';
import { areKnown, rulesNamed } from './rules-of.ts';

/** One thing that a notice must contain (berlin-rules 2.1), with its norm and what follows if it is missing. */
export interface MandatoryContent<F = DecisionFacts> {
  readonly number: number;
  readonly content: string;
  readonly norm: string;
  readonly ifMissing: 'void' | 'unlawful' | 'curable' | 'period-of-one-year' | 'not-binding' | 'unclear';
  readonly isThere: (facts: F) => boolean;
}

/** Letters or figures that somebody can read; blanks and marks of direction are nothing. */
export const isWritten = (...texts: readonly string[]): boolean => texts.every((text) => /[\p{L}\p{N}]/u.test(text));

const total = (lines: readonly Pick<PlanLine, 'cents'>[]): number => sum(lines.map((line) => line.cents));

/** Figures that contradict each other make the operative part indefinite. */
const figuresAgree = (facts: DecisionFacts): boolean => {
  const { requestedCents, grantedCents, eligibleCents, plan, payoutInstalments = [] } = facts;
  const isCovered = total(plan.cover) + grantedCents === total(plan.costs);
  const isSplit = payoutInstalments.length === 0 || total(payoutInstalments) === grantedCents;
  const isWithin = grantedCents <= Math.min(requestedCents, eligibleCents) && eligibleCents === total(plan.costs);
  return isCovered && isSplit && isWithin && [...plan.costs, ...plan.cover].every(({ cents }) => cents >= 0);
};

/** The rate is the exact fraction of what is granted and eligible. */
const isRated = ({ financingType, rate, grantedCents, eligibleCents }: DecisionFacts): boolean =>
  financingType !== 'share' || (rate?.grantCents === grantedCents && rate.eligibleCents === eligibleCents);

const isDefinite = (facts: DecisionFacts): boolean => {
  if (!isWritten(facts.title, facts.programme.name)) return false;
  if (facts.kind === 'refusal') return facts.grantedCents === 0;
  const { from, to } = facts.approvalPeriod;
  return facts.grantedCents > 0 && isWritten(facts.purpose) && from <= to && isRated(facts) && figuresAgree(facts);
};

/** Reasons may be missing only where the application is granted in full (§ 39(2) no. 1 VwVfG); special clauses have their own. */
const isReasoned = (facts: DecisionFacts): boolean => {
  const { reasons, specialClauses, clauseReasons = [] } = facts;
  const written = [...reasons, ...clauseReasons].every((reason) => isWritten(reason));
  return (
    written && (isInFull(facts) || reasons.length > 0) && (specialClauses.length === 0 || clauseReasons.length > 0)
  );
};

/** A wrong instruction leaves the remedy open for a year (§ 58(2) VwGO), so it is checked against the authority's kind. */
export const isInstructed = ({ authority, remedy }: Pick<DecisionFacts, 'authority' | 'remedy'>): boolean => {
  const seat = [authority.street, authority.postcode];
  const names = authority.kind === 'senate' ? ['Klage', 'Verwaltungsgericht Berlin'] : ['Widerspruch', ...seat];
  return ['innerhalb eines Monats nach Bekanntgabe', ...names].every((word) => remedy.text.includes(word));
};

/** The text of the general clauses itself, by the hash of its bytes, and the plan; a title alone attaches nothing. */
const hasAttachments = ({ kind, plan, ruleSetId, fundingMode, annex }: DecisionFacts): boolean =>
  kind === 'refusal' ||
  (generalClauses(ruleSetId, fundingMode) !== undefined &&
    annex !== undefined &&
    /^[0-9a-f]{64}$/.test(annex.sha256) &&
    plan.costs.length > 0 &&
    [...plan.costs, ...plan.cover].every(({ label }) => isWritten(label)));

/** The mandatory content of a notice. No. 10, the hearing, concerns revocation and repayment only. */
export const MANDATORY_CONTENT: readonly MandatoryContent[] = [
  {
    number: 1,
    content: 'issuing authority',
    norm: '§ 37(3), § 44(2) no. 1 VwVfG',
    ifMissing: 'void',
    isThere: ({ authority }) => isWritten(authority.name),
  },
  {
    number: 2,
    content: 'addressee, case number, place, day',
    norm: '§ 37(1), § 41 VwVfG',
    ifMissing: 'unclear',
    isThere: ({ addressee, caseNumber, authority }) =>
      isWritten(addressee.name, addressee.street, addressee.postcode, addressee.town, caseNumber, authority.town),
  },
  { number: 3, content: 'operative part', norm: '§ 37(1) VwVfG', ifMissing: 'unlawful', isThere: isDefinite },
  {
    number: 4,
    content: 'name of who decides',
    norm: '§ 37(3) VwVfG',
    ifMissing: 'unlawful',
    isThere: ({ signer }) => isWritten(signer.name, signer.function),
  },
  {
    number: 5,
    content: 'collateral clauses',
    norm: '§ 36(2) VwVfG, AV § 44 LHO no. 5',
    ifMissing: 'not-binding',
    isThere: ({ kind, specialClauses, ruleSetId, fundingMode }) =>
      kind === 'refusal' ||
      (generalClauses(ruleSetId, fundingMode) !== undefined &&
        areKnown(rulesNamed(ruleSetId)!) &&
        specialClauses.every((clause) => isWritten(clause))),
  },
  { number: 6, content: 'reasons', norm: '§ 39 VwVfG', ifMissing: 'curable', isThere: isReasoned },
  {
    number: 7,
    content: 'legal bases',
    norm: '§§ 23, 44 LHO',
    ifMissing: 'unlawful',
    isThere: ({ programme }) => isWritten(programme.guideline, programme.budgetChapter, programme.budgetTitle),
  },
  {
    number: 8,
    content: 'remedy instruction',
    norm: '§ 37(6) VwVfG, § 58 VwGO',
    ifMissing: 'period-of-one-year',
    isThere: isInstructed,
  },
  {
    number: 9,
    content: 'attachments: general clauses, financing plan',
    norm: 'AV § 44 LHO no. 5',
    ifMissing: 'not-binding',
    isThere: hasAttachments,
  },
];

/** The numbers of what is missing; a notice is composed only if there are none. */
export const missingContent = (facts: DecisionFacts): readonly number[] =>
  MANDATORY_CONTENT.filter(({ isThere }) => !isThere(facts)).map(({ number }) => number);
