import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { ApplicationId, AuthorityId, EntryId, NoticeId } from '../kernel/id.ts';

/**
 * All that a notice (Bescheid) says, as plain data fixed by the proposal. The notice is composed from these facts
 * alone, and they are attached to it as `decision.json`: same facts, same bytes. Whoever verifies a notice years
 * later needs nothing else, so values that change with the law (the minimum wage) are carried along.
 */
export interface DecisionFacts {
  readonly kind: NoticeKind;
  readonly noticeId: NoticeId;
  readonly applicationId: ApplicationId;
  /** Geschäftszeichen. */
  readonly caseNumber: string;
  /** The day the notice bears. */
  readonly day: Day;
  readonly authority: IssuingAuthority;
  /** The person who decides (§ 37(3) VwVfG); printed by name. */
  readonly signer: { readonly name: string; readonly function: string };
  readonly addressee: Addressee;
  readonly programme: Programme;
  /** The project's title as the applicant typed it. */
  readonly title: string;
  readonly submittedOn: Day;
  /** The rule set that this notice names and attaches (`BE-2025-07`): a property of the notice, not of the calendar. */
  readonly ruleSetId: string;
  readonly fundingMode: 'project' | 'institutional';
  /** A label beside the legal mode: core staff, rent, administration (Strukturförderung). */
  readonly isStructural: boolean;
  readonly financingType: FinancingType;
  /** The approved rate of share financing as the exact fraction; stored, never recomputed, and never rounded below itself. */
  readonly rate?: Rate;
  readonly requestedCents: Cents;
  /** 0 in a refusal. */
  readonly grantedCents: Cents;
  readonly purpose: string;
  readonly approvalPeriod: Period;
  /** What was applied for, where the approved period is another one. */
  readonly requestedPeriod?: Period;
  /** Consent to an early start (vorzeitiger Maßnahmebeginn): from when, and when it was given. */
  readonly earlyStart?: { readonly from: Day; readonly consentedOn: Day };
  readonly eligibleCents: Cents;
  readonly plan: FinancingPlan;
  /** Without instalments the recipient draws down as needed. */
  readonly payoutInstalments?: readonly Instalment[];
  /** The day the proof of use is due, where the officer fixed one; without it the rule set says. */
  readonly proofDue?: Day;
  /** Landesmindestlohn per hour as far as it is known on the day of the notice, oldest first. */
  readonly stateMinimumWage?: readonly { readonly cents: Cents; readonly from: Day }[];
  /** Obligations that the officer wrote for this grant, one paragraph each. */
  readonly specialClauses: readonly string[];
  /** Why these obligations are needed (§ 39 with § 36 VwVfG), one paragraph each. */
  readonly clauseReasons?: readonly string[];
  /** The general clauses that are attached: the stored text itself, by its hash. Without it no grant is released. */
  readonly annex?: Annex;
  /** Where the portal tells of data protection in full. */
  readonly privacyAddress?: string;
  /** Paragraphs that the officer wrote: the considerations of this case. */
  readonly reasons: readonly string[];
  readonly remedy: RemedyWording;
  /** Where and how the allocation will be published; refusals are never published. */
  readonly publication?: Publication;
  /** A reading aid in another language goes with the notice. */
  readonly readingAidLanguage?: string;
}

export type NoticeKind = 'grant' | 'refusal';

/** Anteil-, Fehlbedarfs-, Festbetrags- and Vollfinanzierung (AV § 44 LHO no. 2). */
export type FinancingType = 'share' | 'shortfall' | 'fixed' | 'full';

/** The authority by the name that is valid on the day of the notice. */
export interface IssuingAuthority {
  readonly id: AuthorityId;
  readonly kind: 'senate' | 'district' | 'agency' | 'delegate';
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly mail: string;
  /** The unit that keeps the case (Bearbeitungsstelle). */
  readonly unit?: string;
}

export interface Addressee {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
}

export interface Programme {
  readonly name: string;
  /** Förderrichtlinie, with its date. */
  readonly guideline: string;
  readonly budgetChapter: string;
  readonly budgetTitle: string;
}

export interface PlanLine {
  readonly label: string;
  readonly cents: Cents;
  /** What was applied for in this line, where another amount is recognised. */
  readonly appliedCents?: Cents;
}

/** G/E, both in cents. */
export interface Rate {
  readonly grantCents: Cents;
  readonly eligibleCents: Cents;
}

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Anlage: the text that goes with the notice, embedded in its document as it was stored. */
export interface Annex {
  /** Its name in the document. */
  readonly file: string;
  /** Of the stored bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * The approved plan, line by line. `cover` holds own and other people's money without this grant, which the notice adds itself;
 * its last line may be what the applicant has to bring up besides.
 */
export interface FinancingPlan {
  readonly costs: readonly PlanLine[];
  readonly cover: readonly PlanLine[];
}

export interface Instalment {
  /** The earliest day of the payout. */
  readonly day: Day;
  readonly cents: Cents;
}

/** The remedy instruction (§ 58 VwGO), exact and whole; `form` is information that must stay outside of it. */
export interface RemedyWording {
  readonly text: string;
  readonly form?: string;
}

export interface Publication {
  readonly entryId: EntryId;
  /** The entry's permanent address, `https://…/ledger/entries/<entryId>`. */
  readonly address: string;
  readonly line: {
    readonly recipient:
      | { readonly shown: true; readonly name: string }
      | { readonly shown: false; readonly ground: string };
    readonly purpose: string;
    readonly place: string;
  };
}
