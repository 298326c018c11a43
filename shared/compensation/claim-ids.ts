import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { asId, type ClaimId, type NoticeId, type PaymentId, type PersonId, type SittingId } from '../kernel/id.ts';

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 24);

/** One claim for each person and sitting: claiming twice is impossible, since there is no second id. */
export const claimIdOf = (sitting: SittingId, person: PersonId): ClaimId =>
  asId(`c-${digest(`claim/${sitting}/${person}`)}`);

/** The notice on a partial rejection, by the number of the proposal's fact; known before it is released, so that it can be printed. */
export const claimNoticeId = (claim: ClaimId, proposalSeq: number): NoticeId =>
  asId(`n-${digest(`claim-notice/${claim}/${proposalSeq}`)}`);

/** Each round of paying has a payment of its own: after a return the claim is ordered again under another id. */
export const paymentIdOf = (claim: ClaimId, round: number): PaymentId =>
  asId(`p-${digest(`claim-payment/${claim}/${round}`)}`);

/** End-to-end id of a round: the case number, then `-2`, `-3`. At most 35 characters of the SEPA alphabet. */
export const endToEndIdOf = (caseNumber: string, round: number): string =>
  round === 1 ? caseNumber : `${caseNumber}-${round}`;
