import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { asId, type ApplicationId, type CallId, type EntryId, type NoticeId } from '../kernel/id.ts';

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The ids of a decision follow from the application and the proposal that it decides, so that a notice can print them before it is released. */
export const noticeIdOf = (application: ApplicationId, proposalSeq: number): NoticeId =>
  asId(`n-${digest(`notice/${application}/${proposalSeq}`).slice(0, 24)}`);

/** The public entry's id tells nothing of the application's own id. */
export const entryIdOf = (application: ApplicationId, proposalSeq: number): EntryId =>
  asId(`e-${digest(`entry/${application}/${proposalSeq}`).slice(0, 24)}`);

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Geschäftszeichen: the year of the call's funding and eight letters without those that are easily confused. */
export const caseNumberOf = (
  application: ApplicationId,
  call: { readonly id: CallId; readonly fundingFrom: string },
): string => {
  const letters = Array.from(
    sha256(utf8ToBytes(`case/${application}`)).slice(0, 8),
    (byte) => LETTERS[byte % LETTERS.length],
  );
  return `SF${call.fundingFrom.slice(2, 4)}-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
};
