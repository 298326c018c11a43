import type { Actor } from '../../shared/kernel/actor.ts';
import { authorityOn } from '../../shared/authorities/directory.ts';
import { remedyInstruction } from '../../shared/authorities/remedy.ts';
import { cents, type Cents } from '../../shared/kernel/cents.ts';
import { yearOf, day, type Day } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { parameterOn } from '../../shared/law/parameters.ts';
import { entryIdOf, noticeIdOf } from '../../shared/funding/decision-ids.ts';
import type { Proposal, Submission } from '../../shared/funding/facts.ts';
import { planOf } from '../../shared/funding/plan.ts';
import type { Annex, DecisionFacts, PlanLine, Publication } from '../../shared/notices/decision.ts';
import type { AmountRow } from '../../shared/programmes/form.ts';
import { proposalSeq, proposalTexts, type Case, type StepTexts } from '../funding/views.ts';
import { textOf } from '../kernel/texts.ts';
import { officeOf, paragraphsOf, UNSIGNED } from './office.ts';

/** The category as the form names it, and what the applicant wrote. @throws Error for a category without a German name. */
const germanLabel = async (question: 'costs' | 'cover', { category, label }: AmountRow): Promise<string> => {
  const name = await textOf('de', 'programmes', `form.${question}.option.${category}`);
  if (name === undefined) throw new Error(`The category ${category} of ${question} has no German name`);
  return label.trim() === '' ? name : `${name}: ${label}`;
};

const linesOf = (question: 'costs' | 'cover', rows: readonly AmountRow[]): Promise<PlanLine[]> =>
  Promise.all(rows.map(async (row) => ({ label: await germanLabel(question, row), cents: cents(row.cents) })));

/** The lines as approved, each with what was applied for where that is another amount. */
const approved = (lines: readonly PlanLine[], approvedCents: readonly Cents[] | undefined): PlanLine[] =>
  lines.map(({ label, cents: applied }, index) => {
    const of = approvedCents?.[index] ?? applied;
    return of === applied ? { label, cents: of } : { label, cents: of, appliedCents: applied };
  });

/** What the applicant has to bring up besides stands as a cover line of its own. */
const additional = (amount: Cents | undefined): PlanLine[] =>
  amount === undefined || amount === 0
    ? []
    : [{ label: 'Weitere Eigenmittel oder Mittel Dritter', cents: amount, appliedCents: cents(0) }];

/** Landesmindestlohn of the day and, if it is known already, of the next year. */
const minimumWages = (on: Day): { readonly cents: Cents; readonly from: Day }[] => {
  const next = day(`${yearOf(on) + 1}-01-01`);
  const known = [on, next].flatMap((one) => {
    const found = parameterOn('wages.stateMinimumPerHour', one);
    return found.ok ? [{ cents: found.value.value, from: found.value.validFrom }] : [];
  });
  return known.filter((wage, index) => index === 0 || wage.from !== known[index - 1]?.from);
};

const groundOf = (isLegalPerson: boolean, { publicLine }: StepTexts): string | undefined => {
  if (!isLegalPerson) return 'keine juristische Person';
  return publicLine?.withheldGround === undefined ? undefined : 'Betriebs- oder Geschäftsgeheimnis';
};

const publicationOf = ({ id, application, organisation }: Case, words: StepTexts, publicUrl: string): Publication => {
  const entryId = entryIdOf(id, proposalSeq({ application }));
  const ground = groundOf(organisation.isLegalPerson, words);
  return {
    entryId,
    address: `${publicUrl}/ledger/entries/${entryId}`,
    line: {
      recipient: ground === undefined ? { shown: true, name: organisation.name } : { shown: false, ground },
      purpose: words.publicLine?.purpose ?? '',
      place: words.publicLine?.place ?? '',
    },
  };
};

const startsEarly = ({ application: { earlyStart } }: Case, from: Day, today: Day): boolean =>
  earlyStart !== undefined && from < today;

const moneyOf = async (found: Case, proposal: Proposal, submission: Submission, today: Day) => {
  const plan = planOf(found.draft.sections['plan'] ?? {});
  const [costs, cover] = await Promise.all([linesOf('costs', plan.costs), linesOf('cover', plan.cover)]);
  const { from = found.call.fundingFrom, to = found.call.fundingTo } = found.draft.sections['project'] as {
    from?: Day;
    to?: Day;
  };
  const base = { requestedCents: submission.requestedCents };
  if (proposal.kind === 'refusal') {
    return {
      ...base,
      grantedCents: cents(0),
      eligibleCents: plan.totalCents,
      approvalPeriod: { from, to },
      plan: { costs, cover },
    };
  }
  return {
    ...base,
    grantedCents: proposal.amountCents,
    eligibleCents: proposal.eligibleCents,
    ...(found.call.programme.financingType === 'share' && {
      rate: { grantCents: proposal.amountCents, eligibleCents: proposal.eligibleCents },
    }),
    approvalPeriod: { from: proposal.from, to: proposal.to },
    requestedPeriod: { from, to },
    ...(startsEarly(found, proposal.from, today) && { earlyStart: found.application.earlyStart! }),
    stateMinimumWage: minimumWages(today),
    plan: {
      costs: approved(costs, proposal.costsCents),
      cover: [...approved(cover, proposal.coverCents), ...additional(proposal.additionalCoverCents)],
    },
  };
};

export interface NoticeOf {
  readonly found: Case;
  /** Who will be named as deciding; undefined in a draft for someone who may not decide. */
  readonly signer: Actor | undefined;
  readonly today: Day;
  readonly publicUrl: string;
  /** The stored text of the general clauses, if its bytes are there. */
  readonly annex?: Annex;
}

/** Of the operative part: the officer's own text, or in older proposals what was applied for; never the public line. */
const purposeOf = (found: Case, words: StepTexts): string => {
  const asked = found.draft.sections['project']?.['purpose'];
  return words.purpose ?? (typeof asked === 'string' ? asked : '');
};

const programmeOf = ({ programme }: Case['call']) => ({
  programme: {
    name: programme.name.de,
    guideline: programme.guideline,
    budgetChapter: programme.budgetChapter,
    budgetTitle: programme.budgetTitle,
  },
  fundingMode: programme.fundingMode,
  isStructural: programme.isStructural,
  financingType: programme.financingType,
});

const wordsOf = (found: Case) => {
  const words = proposalTexts(found);
  const title = found.draft.sections['project']?.['title'];
  return {
    title: typeof title === 'string' ? title : '',
    purpose: purposeOf(found, words),
    specialClauses: words.specialClauses ?? [],
    reasons: paragraphsOf(words.reasons ?? ''),
    ...(words.clauseReasons !== undefined && { clauseReasons: paragraphsOf(words.clauseReasons) }),
  };
};

const addresseeOf = ({ name, street, postcode, town }: Case['organisation']) => ({
  addressee: { name, street, postcode, town },
});

/** All that the notice on the open proposal says, on this day and by this signer. Refuses where no remedy is known for the authority. */
export const decisionOfCase = async ({
  found,
  signer,
  today,
  publicUrl,
  annex,
}: NoticeOf): Promise<Result<DecisionFacts, 'no-proposal' | 'remedy-unknown'>> => {
  const { proposal, submission } = found.application;
  const authority = authorityOn(found.call.programme.authority, today);
  if (proposal === undefined || submission === undefined || authority === undefined) return refuse('no-proposal');
  const remedy = remedyInstruction(authority, today);
  if (!remedy.ok) return remedy;
  return ok({
    kind: proposal.kind,
    noticeId: noticeIdOf(found.id, proposalSeq(found)),
    applicationId: found.id,
    caseNumber: submission.caseNumber,
    day: today,
    ...officeOf(authority, remedy.value),
    signer: { name: signer?.name ?? UNSIGNED, function: 'Bewilligungsstelle' },
    ...addresseeOf(found.organisation),
    ...programmeOf(found.call),
    submittedOn: submission.receivedOn,
    ruleSetId: proposal.ruleSetId,
    ...(await moneyOf(found, proposal, submission, today)),
    ...wordsOf(found),
    privacyAddress: `${publicUrl}/privacy`,
    ...(proposal.kind === 'grant' && annex !== undefined && { annex }),
    ...(proposal.kind === 'grant' && { publication: publicationOf(found, proposalTexts(found), publicUrl) }),
  });
};
