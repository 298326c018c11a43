import { remindOfTravelOn } from '../../shared/compensation/periods.ts';
import { dayOf, type Day } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { Commit, Row } from '../kernel/journal.ts';
import type { CompensationDeps } from './deps.ts';
import { DUE_PK, dueRow, type Due } from './due.ts';
import { claimAsk, claimOf, type StoredClaim } from './views.ts';

const PORTION = 50;

/** After the first reminder the claim is looked at once more, before its travel costs are lost. */
const nextDue = ({ id, of }: StoredClaim, due: Due, today: Day): Row[] => {
  const travel = remindOfTravelOn(of.on);
  return due === 'remind' && travel > today ? [dueRow(travel, id, 'travel')] : [];
};

const workOf = (row: Row, found: StoredClaim | undefined, today: Day): Omit<Commit, 'at' | 'by'> => {
  const done = { remove: { pk: row.pk, sk: row.sk } };
  if (found === undefined || found.claim.stage !== 'drafted') return { writes: [done] };
  const due = row['due'] as Due;
  const next = nextDue(found, due, today);
  return {
    writes: [done, ...next.map((put) => ({ put }))],
    tasks: [{ id: `${found.id}-${due}`, kind: 'compensation.mail', claim: found.id, about: due }],
  };
};

const isDue = (row: Row, today: Day): boolean => row.sk.slice(0, today.length) <= today;

/**
 * Daily work: one reminder for each claim that has lain as draft for so long (`compensation.remindAfter`), one before its
 * travel costs are lost. A query of what is due, in portions; repeated it finds nothing more to do.
 */
export const remindOfClaims = async ({ journal, clock }: CompensationDeps): Promise<void> => {
  const at = clock.now();
  const today = dayOf(at);
  for (;;) {
    const { rows } = await journal.page({ pk: DUE_PK, limit: PORTION });
    const due = rows.filter((row) => isDue(row, today));
    for (const row of due) {
      const claim = asId<'claim'>(String(row['claim']));
      const [claimRows = []] = await journal.read([claimAsk(claim)]);
      await journal.commit({ at, by: 'system', ...workOf(row, claimOf(claim, claimRows), today) });
    }
    if (due.length < PORTION) return;
  }
};
