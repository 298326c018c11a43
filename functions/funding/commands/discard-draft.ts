import { refuse, ok, type Result } from '../../../shared/kernel/result.ts';
import { handle } from '../../kernel/handle.ts';
import type { FundingDeps } from '../deps.ts';
import { casesKey } from '../lines.ts';
import type { StepRequest } from '../step.ts';
import { caseAsk, caseOf, draftRow, isApplicant } from '../views.ts';

interface Discarded {
  readonly id: string;
}

/**
 * Throws a draft away: what was written in it is gone, and it is on no list any more. Only before it was submitted, only by its
 * own organisation, only in the version that the person saw, so that a colleague's newer words do not go unread.
 * The emptied record stays: from a partition that may hold facts nothing is ever deleted (infra/partitions.ts).
 */
export const discardDraft = (
  deps: FundingDeps,
  { id, actor, key, body }: Omit<StepRequest, 'act' | 'body'> & { readonly body: { readonly version: number } },
): Promise<Result<Discarded>> =>
  handle(deps, {
    actor,
    key,
    request: { act: 'discard', id, body },
    read: [caseAsk(id)],
    plan: ([rows = []], at) => {
      const found = caseOf(id, rows);
      if (found === undefined || !isApplicant(actor, found)) return refuse('not-found');
      if (found.application.seq > 0) return refuse('already-submitted');
      if (found.draft.version !== body.version) return refuse('changed-meanwhile');
      const { version, saves: _, ...draft } = found.draft;
      const emptied = { ...draft, sections: {}, discardedAt: at };
      return ok({
        answer: { id },
        commit: {
          writes: [{ put: draftRow(id, emptied, found.parties.authors), if: { version } }, { remove: casesKey(found) }],
        },
      });
    },
  });
