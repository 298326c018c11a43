import { authorityOn } from '../../shared/authorities/directory.ts';
import { BODIES, bodyById } from '../../shared/bodies/directory.ts';
import type { Quarter } from '../../shared/compensation/periods.ts';
import { dayOf, type Day } from '../../shared/kernel/day.ts';
import { asId, type BodyId, type EntryId } from '../../shared/kernel/id.ts';
import { aggregateQuarter, type Contribution, type QuarterFigures } from '../../shared/ledger/aggregate.ts';
import { quartersOver } from '../../shared/ledger/compensation.ts';
import type { EntryFields } from '../../shared/ledger/entry.ts';
import type { QuarterFact } from '../../shared/ledger/facts.ts';
import type { CompensationQuarter } from '../../shared/ledger/wire.ts';
import type { Clock } from '../kernel/clock.ts';
import { factKey, type Journal } from '../kernel/journal.ts';
import { PART, queueMissing, type Queued } from './queue-missing.ts';
import { readRows } from './rows.ts';
import { compensationKey } from './views.ts';

interface QuarterDeps {
  readonly journal: Journal;
  readonly clock: Clock;
}

const ROWS = 500;

const quarterPk = (quarter: Quarter): string => `quarter#${quarter}`;

/** What was paid on claims and stands in this quarter, as the room of compensation wrote it down. */
const contributionsOf = async (journal: Journal, quarter: Quarter): Promise<Contribution[]> => {
  const found: Contribution[] = [];
  let cursor: string | undefined;
  do {
    const page = await journal.page({ pk: `compensation-quarter#${quarter}`, limit: ROWS, cursor });
    for (const row of page.rows) {
      const { body, person, claim, sitting, cents } = row as unknown as Contribution;
      found.push({ body, person, claim, sitting, cents });
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
};

/** The same figures get the same id, whoever publishes them and how often. */
const entryIdOf = (quarter: Quarter, of: BodyId | 'total'): EntryId => asId(`agg-${quarter.toLowerCase()}-${of}`);

const nameOf = (body: BodyId): string => bodyById(body)?.name ?? body;

const viewOf = (quarter: Quarter, { bodies, total }: QuarterFigures, publishedOn: Day): CompensationQuarter => ({
  quarter,
  publishedOn,
  bodies: [...bodies].map(([body, figures]) => ({
    body,
    name: nameOf(body),
    ...(figures !== undefined && { figures: { ...figures, entry: entryIdOf(quarter, body) } }),
  })),
  ...(total !== undefined && { total: { ...total, entry: entryIdOf(quarter, 'total') } }),
});

/** All of Berlin, for what no single authority pays. */
const CITY = { id: 'land-berlin', name: 'Land Berlin' };

const queuedOf = (view: CompensationQuarter): Queued[] => {
  const { quarter, publishedOn: on } = view;
  const base = { kind: 'aggregate', year: Number(quarter.slice(0, 4)), day: on, quarter } as const;
  const bodies = view.bodies.flatMap(({ body, figures }): Queued[] => {
    if (figures === undefined) return [];
    const { entry: id, persons, sittings, cents } = figures;
    const funder = bodyById(body)?.authority ?? asId<'authority'>(CITY.id);
    const fields: EntryFields = { ...base, id, body, persons, sittings, cents, funder };
    return [{ fields, texts: { funder: authorityOn(funder, on)?.name ?? CITY.name } }];
  });
  if (view.total === undefined) return bodies;
  const { entry: id, sittings, cents } = view.total;
  return [...bodies, { fields: { ...base, id, sittings, cents, funder: CITY.id }, texts: { funder: CITY.name } }];
};

const publishQuarter = async (deps: QuarterDeps, quarter: Quarter): Promise<void> => {
  const at = deps.clock.now();
  const figures = aggregateQuarter(
    BODIES.map(({ id }) => id),
    await contributionsOf(deps.journal, quarter),
  );
  const view = viewOf(quarter, figures, dayOf(at));
  const queued = queuedOf(view);
  for (let from = 0; from < queued.length; from += PART) await queueMissing(deps, queued.slice(from, from + PART));
  const fact: QuarterFact = { type: 'quarter.published', quarter, entries: queued.map(({ fields }) => fields.id) };
  // Refused only where somebody else was as far: then it is published.
  await deps.journal.commit({
    at,
    by: 'system',
    facts: [{ pk: quarterPk(quarter), after: 0, facts: [fact] }],
    writes: [{ put: { ...compensationKey(quarter), view } }],
  });
};

/**
 * Publishes what volunteers were paid, as figures of groups: every quarter whose cut-off is over and that is not published yet.
 * Done again or twice at once it publishes nothing twice: entry ids follow from body and quarter, and nothing enters a quarter
 * after its cut-off.
 */
export const publishQuarters = async (deps: QuarterDeps): Promise<void> => {
  const over = quartersOver(dayOf(deps.clock.now()));
  const published = await readRows(
    deps.journal,
    over.map((quarter) => factKey(quarterPk(quarter), 1)),
  );
  for (const [index, quarter] of over.entries())
    if (published[index] === undefined) await publishQuarter(deps, quarter);
};
