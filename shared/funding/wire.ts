import * as z from 'zod/mini';
import type { Cents } from '../kernel/cents.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { ApplicationId, CallId, EntryId, NoticeId, OrganisationId } from '../kernel/id.ts';
import type { Flaw } from '../kernel/result.ts';
import {
  cursorText,
  centsFrom,
  dayText,
  filledProse,
  idText,
  printedProse,
  publicLine,
  publicProse,
} from '../kernel/text.ts';
import type { Answers } from '../programmes/form.ts';
import type { Texts } from '../programmes/programme.ts';
import type { Stage } from './facts.ts';
import type { LawLine } from './law-beside.ts';
import type { Act } from './rules/permit.ts';

export const applicationParam = z.strictObject({ id: idText<ApplicationId>() });
export const sectionParam = z.strictObject({ id: idText<ApplicationId>(), section: idText() });

export const startBody = z.strictObject({ call: idText<CallId>(), organisation: idText<OrganisationId>() });

const amountRow = z.strictObject({
  category: z.string().check(z.maxLength(40)),
  label: z.string().check(z.maxLength(200)),
  cents: z.int(),
});

/** Answers of one section; their exact form is checked against the form version of the draft. */
export const sectionBody = z.strictObject({
  answers: z.pipe(
    // Records pass this one name over in silence, and nothing that was sent is ever ignored.
    z
      .unknown()
      .check(z.refine((sent) => !Object.hasOwn(Object(sent) as object, '__proto__'), { error: 'unknown-field' })),
    z.record(
      z.string().check(z.maxLength(64)),
      z.union([z.string().check(z.maxLength(20_000)), z.boolean(), z.array(amountRow).check(z.maxLength(100))]),
    ),
  ),
});

/** The version of the draft that the person saw who throws it away. */
export const discardBody = z.strictObject({ version: z.int().check(z.minimum(1)) });

/** The version of the draft that the signatory saw on the page where answers are checked. */
export const submitBody = z.strictObject({ version: z.int().check(z.minimum(1)) });

export const proposeApprovalBody = z.strictObject({
  amountCents: centsFrom(1),
  eligibleCents: centsFrom(1),
  /** What is recognised of each cost line, in the order of the application; left out where nothing is cut. */
  costsCents: z.optional(z.array(centsFrom(0)).check(z.maxLength(100))),
  /** What counts of each cover line; left out where all stays as applied for. */
  coverCents: z.optional(z.array(centsFrom(0)).check(z.maxLength(100))),
  /** What the applicant has to bring up besides, where less is granted at equal cost. */
  additionalCoverCents: z.optional(centsFrom(0)),
  from: dayText(),
  to: dayText(),
  /** Zuwendungszweck of the operative part: it decides on use, proof and revocation (§ 49(3) VwVfG), and is never the public line. */
  purpose: printedProse(1500),
  /** Considerations of the decision; a blank line begins a new paragraph of the notice. */
  reasons: printedProse(8000),
  /** Antragsprüfungsvermerk: necessity and adequacy (AV § 44 LHO no. 3.3); internal. */
  examinationNote: filledProse(8000),
  specialClauses: z.array(printedProse(1000)).check(z.maxLength(10)),
  /** Why each of them is needed; a blank line begins a new paragraph. */
  clauseReasons: z.optional(printedProse(4000)),
  /** What the public will read; reviewed by the officer, without names of persons. */
  publicLine: z.strictObject({
    purpose: publicProse(600),
    place: publicLine(120),
    /** Only on the recipient's request to protect a business secret (domain rules 5.1). */
    withheldGround: z.optional(z.literal('business-secret')),
  }),
});

export const proposeRefusalBody = z.strictObject({ reasons: printedProse(8000), examinationNote: filledProse(8000) });

export const earlyStartBody = z.strictObject({ from: dayText(), reason: filledProse(2000) });
export const biasBody = z.strictObject({ reason: filledProse(2000) });

export const returnBody = z.strictObject({ comment: filledProse(2000) });

/** The SHA-256 of the notice that the approver has seen, in hex. */
export const decideBody = z.strictObject({
  noticeSha256: z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/)),
});

export const listQuery = z.strictObject({
  organisation: z.optional(idText<OrganisationId>()),
  cursor: z.optional(cursorText()),
  lang: z.optional(z.string().check(z.maxLength(10))),
});

export const QUEUES = ['review', 'decision', 'closed'] as const;
export type Queue = (typeof QUEUES)[number];

export const workListQuery = z.strictObject({
  queue: z.optional(z.enum(QUEUES)),
  authority: z.optional(idText()),
  cursor: z.optional(cursorText()),
  lang: z.optional(z.string().check(z.maxLength(10))),
});

/** One line of "my cases" or of the work list. */
export interface CaseLine {
  readonly id: ApplicationId;
  readonly caseNumber?: string;
  readonly title: string;
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly call: Texts;
  /** Lines written before do not have it. */
  readonly callId?: CallId;
  readonly stage: Stage;
  readonly since: Instant;
  /** The case officer who holds the file. */
  readonly officer?: string;
  /** Its proposal was sent back and not made anew; for officials only. */
  readonly isReturned?: true;
  readonly requestedCents?: Cents;
  readonly grantedCents?: Cents;
  readonly isLate?: boolean;
  /** When the notice takes effect, and until when a remedy is in time; known once it was opened or posted. */
  readonly delivery?: { readonly on: Day; readonly remedyUntil: Day };
  readonly entry?: EntryId;
}

/** One step of the case as its reader may see it. `by` is a name where the reader may know it. */
export interface Step {
  readonly act: string;
  readonly at: Instant;
  readonly by?: string;
  readonly text?: string;
  /** For officials only: what was proposed here and fell, sent back or by bias. */
  readonly proposal?: ProposalView;
}

export interface ProposalView {
  readonly kind: 'grant' | 'refusal';
  readonly by: string;
  readonly amountCents?: Cents;
  readonly eligibleCents?: Cents;
  readonly shareBasisPoints?: number;
  readonly costsCents?: readonly Cents[];
  readonly coverCents?: readonly Cents[];
  readonly additionalCoverCents?: Cents;
  readonly purpose?: string;
  readonly clauseReasons?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly reasons: string;
  readonly examinationNote: string;
  readonly specialClauses: readonly string[];
  readonly publicLine?: {
    readonly purpose: string;
    readonly place: string;
    readonly withheldGround?: 'business-secret';
  };
}

/** The last save of one section, as its reader may see it. */
export interface SectionSave {
  readonly at: Instant;
  readonly by: string;
  /** The reader saved it, perhaps in another tab. */
  readonly isOwn: boolean;
}

export interface CaseView extends CaseLine {
  readonly version: number;
  readonly formId: string;
  readonly sections: Readonly<Record<string, Answers>>;
  readonly savedAt: Instant;
  readonly savedBy: string;
  /** Of a draft, by section. */
  readonly saves?: Readonly<Record<string, SectionSave>>;
  readonly gaps: readonly Flaw[];
  readonly acts: readonly Act[];
  readonly canEdit: boolean;
  readonly steps: readonly Step[];
  readonly authority: string;
  readonly receivedOn?: Day;
  /** For officials only. */
  readonly proposal?: ProposalView;
  /** For officials only: the proposal that was sent back last, with what is to be changed. */
  readonly returned?: ProposalView & { readonly remark?: string };
  /** For officials only, until it is decided: what the decision rests on, with its status. */
  readonly law?: readonly LawLine[];
  readonly decision?: { readonly kind: 'grant' | 'refusal'; readonly notice: NoticeId; readonly amountCents?: Cents };
}

export interface Saved {
  readonly version: number;
  readonly savedAt: Instant;
  readonly gaps: readonly Flaw[];
}

export interface CaseLines {
  readonly items: readonly CaseLine[];
  readonly next?: string;
}
