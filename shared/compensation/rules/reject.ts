import type { Actor } from '../../kernel/actor.ts';
import { cents, sum, type Cents } from '../../kernel/cents.ts';
import { dayOf, type Day, type Instant } from '../../kernel/day.ts';
import type { NoticeId, PersonId } from '../../kernel/id.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { amountItem, claimsExcludedFee, FEE_ITEM, type Claim } from '../claim.ts';
import type { ClaimFact, ClaimLineAmount } from '../facts.ts';
import { permit, type PermitRefusal } from './permit.ts';

/** The rendering of the notice that its releaser has seen: for which facts, day and person it was made. */
export interface ClaimPreview {
  readonly sha256: string;
  readonly day: Day;
  readonly seq: number;
  readonly signer: PersonId;
}

export interface ProposeRejection {
  readonly seq: number;
  readonly recognised: readonly { readonly item: string; readonly cents: Cents }[];
  readonly textsHash: string;
}

export type ProposeRefusal =
  | PermitRefusal
  | 'changed-meanwhile'
  | 'amounts-incomplete'
  | 'above-claimed'
  | 'nothing-rejected'
  | 'fee-excluded';

/** Every amount of the claim by its item: the fee first, then each expense. */
const amountsOf = ({ fee, expenses }: Claim): { readonly item: string; readonly cents: Cents }[] => [
  { item: FEE_ITEM, cents: fee.feeCents },
  ...expenses.map(({ item, cents }) => ({ item: amountItem(item), cents })),
];

const linesOf = (
  claim: Claim,
  { recognised }: ProposeRejection,
): Result<ClaimLineAmount[], 'amounts-incomplete' | 'above-claimed' | 'nothing-rejected'> => {
  const claimed = amountsOf(claim);
  const given = new Map(recognised.map((one) => [one.item, one.cents]));
  const isWhole = given.size === recognised.length && claimed.length === given.size;
  if (!isWhole || claimed.some(({ item }) => !given.has(item))) return refuse('amounts-incomplete');
  const lines = claimed.map(({ item, cents: claimedCents }) => ({
    item,
    claimedCents,
    recognisedCents: cents(given.get(item) ?? 0),
  }));
  if (lines.some((line) => line.recognisedCents > line.claimedCents)) return refuse('above-claimed');
  return lines.every((line) => line.recognisedCents === line.claimedCents) ? refuse('nothing-rejected') : ok(lines);
};

/** Teilablehnung vorschlagen: amount by amount what is recognised, with reasons that the notice will state (§ 39 VwVfG). */
export const proposeRejection = (
  claim: Claim,
  command: ProposeRejection,
  actor: Actor,
): Result<ClaimFact[], ProposeRefusal> => {
  const permitted = permit('proposeRejection', claim, actor);
  if (!permitted.ok) return permitted;
  if (claim.seq !== command.seq) return refuse('changed-meanwhile');
  const lines = linesOf(claim, command);
  if (!lines.ok) return lines;
  const keepsFee = lines.value.some(({ item, recognisedCents }) => item === FEE_ITEM && recognisedCents > 0);
  if (keepsFee && claimsExcludedFee(claim)) return refuse('fee-excluded');
  const totalCents = sum(lines.value.map((line) => line.recognisedCents));
  return ok([{ type: 'claim.rejectionProposed', lines: lines.value, totalCents, textsHash: command.textsHash }]);
};

/** Vorschlag zurückgeben, with a comment for whoever examined. */
export const returnRejection = (claim: Claim, actor: Actor, textsHash: string): Result<ClaimFact[], PermitRefusal> => {
  const permitted = permit('returnRejection', claim, actor);
  return permitted.ok ? ok([{ type: 'claim.rejectionReturned', textsHash }]) : permitted;
};

export interface Release {
  /** The hash that the releaser names; releasing is deciding exactly these bytes. */
  readonly noticeSha256: string;
  readonly preview: ClaimPreview | undefined;
  readonly notice: NoticeId;
}

/**
 * Teilweise ablehnen: the release of the notice is the decision. Refused if facts, day or signer are others by now.
 * Where nothing is recognised the claim is rejected and ends; else the rest is ordered.
 */
export const partlyReject = (
  claim: Claim,
  { preview, notice, noticeSha256 }: Release,
  actor: Actor,
  at: Instant,
): Result<ClaimFact[], PermitRefusal | 'notice-outdated'> => {
  const { proposal } = claim;
  const permitted = permit(proposal?.totalCents === 0 ? 'reject' : 'partlyReject', claim, actor);
  if (!permitted.ok) return permitted;
  const isCurrent =
    preview?.sha256 === noticeSha256 &&
    preview.seq === claim.seq &&
    preview.day === dayOf(at) &&
    preview.signer === actor.person;
  if (proposal === undefined || !isCurrent) return refuse('notice-outdated');
  const { totalCents } = proposal;
  return ok([{ type: 'claim.partlyRejected', totalCents, notice, noticeSha256, noticeDay: dayOf(at) }]);
};
