import type { Cents } from '../kernel/cents.ts';
import { endOf, startOf, type Day, type Instant } from '../kernel/day.ts';
import type { AuthorityId, CallId, ProgrammeId } from '../kernel/id.ts';
import type { Language } from '../kernel/language.ts';

/** Texts that belong to one programme or call are content, not interface: each in every language, German binding. */
export type Texts = Readonly<Record<Language, string>>;

/** Projektförderung / institutionelle Förderung (rules 1.4, `art` of the city's data). */
export type FundingMode = 'project' | 'institutional';

/** Anteil-, Fehlbedarfs-, Festbetrags-, Vollfinanzierung (rules 1.4, AV § 44 LHO no. 2). */
export type FinancingType = 'share' | 'shortfall' | 'fixed' | 'full';

/** Förderprogramm: what may be funded, on which legal and budget basis. */
export interface Programme {
  readonly id: ProgrammeId;
  readonly authority: AuthorityId;
  readonly name: Texts;
  /** Förderrichtlinie as notices quote it. */
  readonly guideline: string;
  /** Kapitel and Titel of the budget. */
  readonly budgetChapter: string;
  readonly budgetTitle: string;
  readonly policyField: string;
  readonly fundingMode: FundingMode;
  readonly isStructural: boolean;
  readonly financingType: FinancingType;
  /** Highest share of the eligible costs in basis points; with `share` only. */
  readonly maxShareBasisPoints?: number;
}

/** Förderaufruf: one round of a programme. Days are inclusive. */
export interface Call {
  readonly id: CallId;
  readonly programme: Programme;
  readonly title: Texts;
  readonly summary: Texts;
  readonly opens: Day;
  readonly closes: Day;
  readonly fundingFrom: Day;
  readonly fundingTo: Day;
  readonly minCents: Cents;
  readonly maxCents: Cents;
  readonly budgetCents: Cents;
  readonly formId: string;
  readonly ruleSetId: string;
}

export const isOpenYet = (call: Call, at: Instant): boolean => at >= startOf(call.opens);

/** Received after the last day. Still accepted, but flagged: an application is never turned away (§ 24(3) VwVfG). */
export const isLate = (call: Call, at: Instant): boolean => at >= endOf(call.closes);
