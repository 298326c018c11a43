import type { Actor } from '../../kernel/actor.ts';
import { dayOf, type Day, type Instant } from '../../kernel/day.ts';
import type { EntryId, NoticeId, PersonId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Application, FundingFact } from '../facts.ts';
import { beginsTooEarly } from './propose.ts';
import { permit, type Parties, type PermitRefusal } from './permit.ts';

/** The rendering of the notice that the approver has seen: for which facts, rule set, day and signer it was made. */
export interface Preview {
  readonly sha256: string;
  readonly day: Day;
  readonly seq: number;
  readonly ruleSetId: string;
  readonly signer: PersonId;
  /** The recipient as it was printed. */
  readonly recipient?: string;
}

export interface Release {
  /** The hash that the approver names; releasing is approving exactly these bytes. */
  readonly noticeSha256: string;
  readonly preview: Preview | undefined;
  readonly notice: NoticeId;
  readonly entry: EntryId;
  /** The recipient as it would be printed now. */
  readonly recipient?: string;
  /** A legal person that does not stand in the transparency database on this day. */
  readonly isUnregistered?: boolean;
}

export type DecideRefusal =
  | PermitRefusal
  | 'notice-outdated'
  | 'transparency-number-missing'
  | 'begins-before-decision';

/** Facts, rule set, day, signer and recipient are those of the rendering that was seen. */
const isCurrent = (
  application: Application,
  { preview, noticeSha256, recipient }: Release,
  actor: Actor,
  at: Instant,
): boolean =>
  preview !== undefined &&
  (preview.recipient === undefined || preview.recipient === recipient) &&
  preview.sha256 === noticeSha256 &&
  preview.seq === application.seq &&
  preview.day === dayOf(at) &&
  preview.signer === actor.person &&
  preview.ruleSetId === application.proposal?.ruleSetId;

/**
 * Bewilligen. The approval is the release of the notice (architecture, "From decision to notice"): it names the hash of
 * the pages that were seen and is refused if facts, rule set, day or signer are others by now.
 * The budget is charged in the same commit by a guard.
 */
export const approve = (
  application: Application,
  parties: Parties,
  release: Release,
  actor: Actor,
  at: Instant,
): Result<FundingFact[], DecideRefusal> => {
  const permitted = permit('approve', application, parties, actor);
  if (!permitted.ok) return permitted;
  const { proposal } = application;
  if (proposal?.kind !== 'grant' || !isCurrent(application, release, actor, at)) return refuse('notice-outdated');
  if (release.isUnregistered === true) return refuse('transparency-number-missing');
  if (beginsTooEarly(application, proposal.from, dayOf(at))) return refuse('begins-before-decision');
  const { notice, noticeSha256, entry } = release;
  return ok([
    {
      type: 'application.approved',
      amountCents: proposal.amountCents,
      notice,
      noticeSha256,
      noticeDay: dayOf(at),
      entry,
    },
  ]);
};

/** Ablehnen; like an approval, it releases the notice by its hash. Refusals of single cases are never published. */
export const refuseApplication = (
  application: Application,
  parties: Parties,
  release: Release,
  actor: Actor,
  at: Instant,
): Result<FundingFact[], DecideRefusal> => {
  const permitted = permit('refuse', application, parties, actor);
  if (!permitted.ok) return permitted;
  if (!isCurrent(application, release, actor, at)) return refuse('notice-outdated');
  return ok([
    { type: 'application.refused', notice: release.notice, noticeSha256: release.noticeSha256, noticeDay: dayOf(at) },
  ]);
};
