import { CLAIM_QUEUES } from '../../shared/compensation/wire.ts';
import { WORKERS, type WaitingView } from '../../shared/compensation/queues.ts';
import { scopesOf, type Actor } from '../../shared/kernel/actor.ts';
import type { Journal } from '../kernel/journal.ts';
import { workListPk } from './lines.ts';

/** So far a list is counted; above it "so many and more" is all that somebody needs to know. */
const COUNTED = 50;
/** One query each: nobody works for more bodies and authorities than this; who does sees the first ones counted. */
const MOST_LISTS = 24;

/** How much waits in each list that is this person's own work; what they only read along is not counted. */
export const waitingFor = async (journal: Pick<Journal, 'page'>, actor: Actor): Promise<WaitingView> => {
  const lists = CLAIM_QUEUES.flatMap((queue) =>
    scopesOf(actor, ...WORKERS[queue]).flatMap((scope) => (scope === '*' ? [] : [{ queue, scope }])),
  ).slice(0, MOST_LISTS);
  const items = await Promise.all(
    lists.map(async ({ queue, scope }) => {
      const { rows, next } = await journal.page({ pk: workListPk(scope), prefix: `${queue}#`, limit: COUNTED });
      return { queue, scope, count: rows.length, isMore: next !== undefined };
    }),
  );
  return { items };
};
