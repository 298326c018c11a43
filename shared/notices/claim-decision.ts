import type { SeatRole } from '../bodies/facts.ts';
import { sum, type Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { ClaimId, NoticeId } from '../kernel/id.ts';
import type { WallTime } from '../kernel/wall-time.ts';
import { isInstructed, isWritten, type MandatoryContent } from './checklist.ts';
import type { Addressee, IssuingAuthority, RemedyWording } from './decision.ts';

/** One amount of a claim, as it was claimed and as it is recognised. */
export interface ClaimedAmount {
  /** In German: `Sitzungsgeld`, `Öffentlicher Nahverkehr`. */
  readonly label: string;
  /** The norm from which it follows (`§ 1 Abs. 1 DepEntschGDV`). */
  readonly norm: string;
  readonly claimedCents: Cents;
  readonly recognisedCents: Cents;
}

/**
 * All that the notice on a claim for compensation says that is not recognised in full (Bescheid über die teilweise Ablehnung
 * einer Aufwandsentschädigung). Same facts, same bytes; attached to it as `decision.json`.
 */
export interface ClaimDecisionFacts {
  readonly noticeId: NoticeId;
  readonly claimId: ClaimId;
  /** Geschäftszeichen. */
  readonly caseNumber: string;
  readonly day: Day;
  readonly authority: IssuingAuthority;
  readonly signer: { readonly name: string; readonly function: string };
  /** Street, postcode and town are empty where the notice goes by the portal alone. */
  readonly addressee: Addressee;
  /** Name as in the directory of bodies, and the norm that sets the body up. */
  readonly body: { readonly name: string; readonly legalBasis: string };
  readonly sitting: { readonly from: WallTime; readonly to: WallTime };
  readonly as: SeatRole;
  readonly submittedOn: Day;
  /** For a day with sittings in both halves: the body's standing decision (§ 1(1) DepEntschGDV „zulässig“), if there is one. */
  readonly halfDays?: { readonly isPaidTwice?: boolean; readonly since?: Day };
  readonly lines: readonly ClaimedAmount[];
  /** Paragraphs that the officer wrote. */
  readonly reasons: readonly string[];
  readonly remedy: RemedyWording;
}

export const claimedCents = ({ lines }: Pick<ClaimDecisionFacts, 'lines'>): Cents =>
  sum(lines.map((line) => line.claimedCents));

export const recognisedCents = ({ lines }: Pick<ClaimDecisionFacts, 'lines'>): Cents =>
  sum(lines.map((line) => line.recognisedCents));

/** Definite: every amount by name, none above what was claimed, and less in all: what is recognised in full needs no notice. */
const isDefinite = (facts: ClaimDecisionFacts): boolean =>
  facts.lines.every(
    ({ label, claimedCents: claimed, recognisedCents: recognised }) =>
      isWritten(label) && recognised >= 0 && recognised <= claimed,
  ) && recognisedCents(facts) < claimedCents(facts);

/**
 * The mandatory content of a notice on a claim, by the numbers of domain rules 2.1. No. 5 and 9 concern grants; no. 10: a
 * refusal of what was not yet granted needs no hearing (§ 28(1) VwVfG).
 */
const MANDATORY: readonly MandatoryContent<ClaimDecisionFacts>[] = [
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
    isThere: ({ addressee, caseNumber, authority }) => isWritten(addressee.name, caseNumber, authority.town),
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
    number: 6,
    content: 'reasons',
    norm: '§ 39 VwVfG',
    ifMissing: 'curable',
    isThere: ({ reasons }) => reasons.length > 0 && reasons.every((reason) => isWritten(reason)),
  },
  {
    number: 7,
    content: 'legal bases',
    norm: '§ 1 DepEntschGDV, BRKG',
    ifMissing: 'unlawful',
    isThere: ({ body, lines }) => isWritten(body.name, body.legalBasis) && lines.every(({ norm }) => isWritten(norm)),
  },
  {
    number: 8,
    content: 'remedy instruction',
    norm: '§ 37(6) VwVfG, § 58 VwGO',
    ifMissing: 'period-of-one-year',
    isThere: isInstructed,
  },
];

/** The numbers of what is missing; a notice is composed only if there are none. */
export const missingInClaimDecision = (facts: ClaimDecisionFacts): readonly number[] =>
  MANDATORY.filter(({ isThere }) => !isThere(facts)).map(({ number }) => number);
