import { asId } from '../../shared/kernel/id.ts';
import { outboxKey, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import type { FundingDeps } from './deps.ts';
import { stepCommit } from './step.ts';
import { caseAsk, caseOf } from './views.ts';

/**
 * Reaction `funding.publish`, once the notice is effective: the publication is a fact of its own, from which the
 * ledger's reaction makes the public entry. Refusals have no entry and are never published. What was published before (also by
 * the earlier rule, with the notice being made available) is not published twice.
 */
export const publishAllocation = async (deps: FundingDeps, task: Task): Promise<void> => {
  const id = asId<'application'>(String(task['application']));
  const [rows = []] = await deps.journal.read([caseAsk(id)]);
  const found = caseOf(id, rows);
  const entry = found?.application.decision?.entry;
  if (found === undefined || entry === undefined) throw new Error(`No allocation to publish in ${id}`);
  const at = deps.clock.now();
  if (found.application.published !== undefined) {
    mustSettle(await deps.journal.commit({ at, by: 'system', completes: outboxKey(task) }));
    return;
  }
  const { commit } = stepCommit(
    found,
    {
      facts: [{ type: 'application.published', entry }],
      tasks: () => [{ id: `${entry}-entry`, kind: 'ledger.publish', application: id }],
    },
    { by: 'system', at },
  );
  mustSettle(await deps.journal.commit({ ...commit, at, by: 'system', completes: outboxKey(task) }));
};
