import * as z from 'zod/mini';
import type { Day } from '../kernel/day.ts';
import type { ApplicationId, AuthorityId, ClaimId, EntryId, NoticeId, OrganisationId, PersonId } from '../kernel/id.ts';
import { cursorText, dayText, idText } from '../kernel/text.ts';
import type { NoticeContent } from './content.ts';
import type { Delivery } from './delivery.ts';
import type { IssuedKind } from './facts.ts';

export const noticeParam = z.strictObject({ notice: idText<NoticeId>() });
export const postedBody = z.strictObject({ postedOn: dayText(), annexEnclosed: z.optional(z.literal(true)) });
export const previewParam = z.strictObject({ application: idText<ApplicationId>() });
export const claimPreviewParam = z.strictObject({ claim: idText<ClaimId>() });
export const statementParam = z.strictObject({ year: z.string().check(z.regex(/^20\d\d$/)) });
export const noticesQuery = z.strictObject({
  /** `me`: the notices to the person who asks, as a volunteer. */
  of: z.optional(z.literal('me')),
  organisation: z.optional(idText<OrganisationId>()),
  cursor: z.optional(cursorText()),
  lang: z.optional(z.string().check(z.maxLength(10))),
});

/** A rendering of the open proposal: the pages as text for the screen, and the bytes by hash. */
export interface PreviewView {
  readonly sha256: string;
  readonly day: Day;
  /** Whether the person who asked may release it: an approver who did not propose it. */
  readonly mayRelease: boolean;
  readonly content: NoticeContent;
  readonly link: string;
}

export interface NoticeLine {
  readonly id: NoticeId;
  readonly kind: IssuedKind;
  /** The case: an application, or a claim. */
  readonly application?: ApplicationId;
  readonly claim?: ClaimId;
  readonly caseNumber: string;
  readonly title: string;
  /** The recipient: an organisation, or a person. */
  readonly organisation?: OrganisationId;
  readonly person?: PersonId;
  readonly authority: AuthorityId;
  readonly day: Day;
}

export interface NoticeView extends NoticeLine {
  readonly sha256: string;
  readonly delivery: Delivery;
  /** Whether an annex is attached to its file, which a letter has to enclose in print. */
  readonly carriesAnnex: boolean;
  /** Whether opening it is the retrieval that delivers it. */
  readonly opensByRetrieval: boolean;
  readonly entry?: EntryId;
  /** What an officer may do now to deliver it in another way. */
  readonly acts: readonly DispatchAct[];
}

export type DispatchAct = 'post' | 'provide';

/** A document that was made for whoever asked. */
export interface Made {
  readonly link: string;
}

export interface Opened {
  readonly link: string;
  readonly delivery: Delivery;
}
