import type { ClaimId, PersonId, UploadId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { ExpenseView } from '../../shared/compensation/wire.ts';
import type { Guard, Key, Row, Write } from '../kernel/journal.ts';
import { claimUpload } from '../kernel/upload-claim.ts';
import { PDF } from '../kernel/upload-clean-pdf.ts';
import { PICTURES } from '../kernel/upload-clean-pictures.ts';
import type { ClaimDeps } from './deps.ts';
import type { ExpenseRecord } from './views.ts';

export type ReceiptPage = ExpenseView['pages'][number];

/** A page as it is asked for: newly handed over, or there already. */
export type AskedPage = { readonly upload: UploadId } | { readonly sha256: string };

const RECEIPTS = { ...PICTURES, ...PDF };

/** Receipts lie under the hash of their cleaned bytes. */
export const receiptPath = (sha256: string): string => `receipts/${sha256}`;

/** To which claim a page belongs: the same page on two claims is refused. */
export const receiptKey = (sha256: string): Key => ({ pk: `receipt#${sha256}`, sk: 'claim' });

/** Takes over what was handed in, in order; pages that are there already are taken as asked and checked with the claim. */
export const takenPages = async (
  deps: ClaimDeps,
  by: PersonId,
  asked: readonly AskedPage[],
): Promise<Result<(ReceiptPage | { readonly sha256: string })[]>> => {
  const pages: (ReceiptPage | { readonly sha256: string })[] = [];
  for (const page of asked) {
    if ('sha256' in page) {
      pages.push(page);
      continue;
    }
    const taken = await claimUpload(deps, { upload: page.upload, by, as: RECEIPTS });
    if (!taken.ok) return taken;
    const { bytes, sha256 } = taken.value;
    const type = taken.value.type as ReceiptPage['type'];
    await deps.files.put(receiptPath(sha256), bytes, { type, immutable: true });
    pages.push({ sha256, type });
  }
  return ok(pages);
};

/** The pages of an item with their types: a page named by its hash must be in the item already. */
export const knownPages = (
  pages: readonly (ReceiptPage | { readonly sha256: string })[],
  before: ExpenseRecord | undefined,
): Result<ReceiptPage[], 'no-such-page'> => {
  const known: ReceiptPage[] = [];
  for (const page of pages) {
    const found = 'type' in page ? page : before?.pages.find(({ sha256 }) => sha256 === page.sha256);
    if (found === undefined) return refuse('no-such-page');
    if (!known.some(({ sha256 }) => sha256 === found.sha256)) known.push(found);
  }
  return ok(known);
};

/** Binds new pages to this claim; `rows` are what `receiptKey` of each page holds. Refused where another claim has one. */
export const bound = (
  claim: ClaimId,
  pages: readonly ReceiptPage[],
  rows: readonly Row[],
): Result<Guard[], 'receipt-used'> => {
  const owners = new Map(rows.map((row) => [row.pk, row['claim']]));
  const guards: Guard[] = [];
  for (const { sha256 } of pages) {
    const key = receiptKey(sha256);
    const owner = owners.get(key.pk);
    if (owner !== undefined && owner !== claim) return refuse('receipt-used');
    if (owner === undefined) guards.push({ unique: { ...key, claim }, refusal: 'receipt-used' });
  }
  return ok(guards);
};

/** Pages that the claim does not hold any more may be used elsewhere. */
export const freed = (before: ExpenseRecord | undefined, pages: readonly ReceiptPage[]): Write[] =>
  (before?.pages ?? [])
    .filter(({ sha256 }) => !pages.some((page) => page.sha256 === sha256))
    .map(({ sha256 }) => ({ remove: receiptKey(sha256) }));
