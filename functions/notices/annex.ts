import { createHash } from 'node:crypto';
import { generalClauses, nameOf } from '../../shared/notices/general-clauses.ts';
import type { Annex } from '../../shared/notices/decision.ts';
import type { AuthorityId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { FundingMode } from '../../shared/law/rule-set.ts';
import type { Files } from '../kernel/files.ts';
import type { Key, Row } from '../kernel/journal.ts';

/** Which text: the general clauses of one rule set and mode, as this authority attaches them. */
export interface AnnexOf {
  readonly authority: AuthorityId;
  readonly ruleSet: string;
  readonly mode: FundingMode;
}

export const annexKey = ({ authority, ruleSet, mode }: AnnexOf): Key => ({
  pk: `annex#${authority}`,
  sk: `${ruleSet}#${mode}`,
});

/** Under the hash of the bytes: an edition that notices name is never written over. */
export const annexPath = (sha256: string): string => `annexes/${sha256}.pdf`;

export const annexRow = (of: AnnexOf, sha256: string, storedOn: string): Row => ({ ...annexKey(of), sha256, storedOn });

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The stored text of the general clauses: its bytes, and their hash as it is, not as it was noted. Refused by name where the
 * authority has stored none (`row`) or the bytes are not those: general clauses bind only with their text (AV § 44 LHO no. 5).
 */
export const storedAnnex = async (
  files: Files,
  of: AnnexOf,
  row: Row | undefined,
): Promise<Result<{ readonly annex: Annex; readonly bytes: Uint8Array }, 'annex-missing'>> => {
  const clauses = generalClauses(of.ruleSet, of.mode);
  const named = clauses === undefined ? of.ruleSet : `${nameOf(clauses).title} ${nameOf(clauses).edition}`;
  const missing = refuse('annex-missing', [{ path: named, code: 'annex-missing' }]);
  if (clauses === undefined || row === undefined) return missing;
  const bytes = await files.get(annexPath(String(row['sha256'])));
  if (bytes === undefined) return missing;
  const sha256 = hashOf(bytes);
  if (sha256 !== row['sha256']) return missing;
  return ok({ annex: { file: `${clauses.shortName}.pdf`, sha256 }, bytes });
};
