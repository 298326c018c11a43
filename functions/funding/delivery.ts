import { day, dayOf, type Day } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { outboxKey, type Row, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import type { FundingDeps } from './deps.ts';
import { stepCommit } from './step.ts';
import { caseAsk, caseOf, type Case } from './views.ts';

/** Allocations whose notice takes effect on a day to come, in order of that day. */
const TO_PUBLISH = 'to-publish';

const publishTask = (application: string): Task => ({
  id: `${application}-publish`,
  kind: 'funding.publish',
  application,
});

const waitingRow = ({ id }: Case, on: Day): Row => ({ pk: TO_PUBLISH, sk: `${on}#${id}`, application: id });

/**
 * Reaction `funding.delivery`, after the notice was retrieved or posted: the case learns when it takes effect and until when a
 * remedy is in time. A grant is published on that day and not before (decision 0013).
 */
export const noteDelivery = async (deps: FundingDeps, task: Task): Promise<void> => {
  const id = asId<'application'>(String(task['application']));
  const [rows = []] = await deps.journal.read([caseAsk(id)]);
  const found = caseOf(id, rows);
  if (found?.application.decision === undefined) throw new Error(`No decision in ${id}`);
  const { decision, published } = found.application;
  const at = deps.clock.now();
  const on = day(String(task['deliveredOn']));
  const isPublic = decision.entry !== undefined && published === undefined;
  const isDue = on <= dayOf(at);
  const { commit } = stepCommit(
    found,
    {
      facts: [
        {
          type: 'application.deliveryDated',
          notice: decision.notice,
          on,
          remedyUntil: day(String(task['remedyUntil'])),
        },
      ],
      rows: isPublic && !isDue ? [waitingRow(found, on)] : [],
      tasks: () => (isPublic && isDue ? [publishTask(id)] : []),
    },
    { by: 'system', at },
  );
  mustSettle(await deps.journal.commit({ ...commit, at, by: 'system', completes: outboxKey(task) }));
};

const PAGE = 50;

/** Daily work: orders the publication of every allocation whose notice has taken effect by today. May run at any time and again. */
export const publishEffective = async ({ journal, clock }: FundingDeps): Promise<void> => {
  for (;;) {
    const at = clock.now();
    const { rows, next } = await journal.page({ pk: TO_PUBLISH, limit: PAGE });
    const due = rows.filter(({ sk }) => sk.slice(0, 10) <= dayOf(at));
    for (const { pk, sk, application } of due) {
      const tasks = [publishTask(String(application))];
      mustSettle(await journal.commit({ at, by: 'system', writes: [{ remove: { pk, sk } }], tasks }));
    }
    if (due.length < rows.length || next === undefined) return;
  }
};
