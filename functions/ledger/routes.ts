import { Hono, type Context, type MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import type { Cents } from '../../shared/kernel/cents.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { idText } from '../../shared/kernel/text.ts';
import { compensationYears } from '../../shared/ledger/compensation.ts';
import {
  ENTRIES_QUERY,
  REPORT_QUERY,
  type CompensationQuarter,
  type NotLoaded,
  type PublicCompensation,
  type PublicEntry,
  type PublicReport,
  type YearReport,
} from '../../shared/ledger/wire.ts';
import { answered } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import type { Env } from '../kernel/env.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal, Row } from '../kernel/journal.ts';
import { refusedWith } from '../kernel/problem.ts';
import { valid } from '../kernel/valid.ts';
import { HELD_COUNT, REFUSED, type CountRow, type RefusedSum } from './held-rows.ts';
import { proveEntry } from './prove.ts';
import { readEntries } from './read-entries.ts';
import { COMPENSATION, publicKey, reportKey, REPORTS, type PublicRow } from './views.ts';

export interface PublicLedgerDeps {
  readonly journal: Journal;
  readonly files: Files;
}

const PUBLIC = { access: 'public' } as const;
const ENTRY = z.object({ entryId: idText<string>() });

/** Pages of any other site may read what is public (trust.md, "Open data"); nobody is told apart here, so no cookie counts. */
const forEverybody: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  c.header('access-control-allow-origin', '*');
  c.header('cross-origin-resource-policy', 'cross-origin');
};

/** Anyone may keep an answer for a minute: that is how old a list may be. */
const publicly = <T extends object>(c: Context<Env>, result: Result<T>) => {
  if (result.ok) c.header('cache-control', 'public, max-age=60');
  return answered(c, 'ledger', result);
};

/** What the files of the city hold and the totals do not, so that nobody takes these for all there is. */
const notLoaded = (held: CountRow | undefined, files: readonly Row[]): NotLoaded => {
  const sums = new Map<string, RefusedSum>();
  for (const one of files.flatMap((row) => row['sums'] as readonly RefusedSum[])) {
    const { why, entries, cents } = sums.get(one.why) ?? { ...one, entries: 0, cents: 0 };
    sums.set(why, { why, entries: entries + one.entries, cents: (cents + one.cents) as Cents });
  }
  return { waiting: held?.count ?? { entries: 0, cents: 0 }, refused: [...sums.values()] };
};

/** The ledger as anyone reads it, under `/api/public`: lists and pages, each one query, and totals as they were stored. */
export const publicLedgerRoutes = ({ journal }: Pick<PublicLedgerDeps, 'journal'>) =>
  new Hono<Env>()
    .use(forEverybody)
    .get(
      '/entries',
      described('ledger', 'Public entries, newest year first, filtered', PUBLIC),
      valid('query', ENTRIES_QUERY),
      async (c) => publicly(c, await readEntries(journal, c.req.valid('query'))),
    )
    .get('/entries/:entryId', described('ledger', 'One public entry', PUBLIC), valid('param', ENTRY), async (c) => {
      const [[row]] = (await journal.read([publicKey(c.req.valid('param').entryId)])) as [PublicRow[]];
      const result: Result<PublicEntry> = row === undefined ? refuse('not-found') : ok(row.item);
      return publicly(c, result);
    })
    .get(
      '/report',
      described('ledger', 'Totals of one budget year, or of each', PUBLIC),
      valid('query', REPORT_QUERY),
      async (c) => {
        const { year } = c.req.valid('query');
        const ask = year === undefined ? { pk: REPORTS, prefix: '' } : reportKey(Number(year));
        const [rows = [], [held] = [], refused = []] = await journal.read([
          ask,
          HELD_COUNT,
          { pk: REFUSED, prefix: '' },
        ]);
        const items = rows.map((row) => row['report'] as YearReport).toReversed();
        return publicly<PublicReport>(c, ok({ items, notLoaded: notLoaded(held as CountRow | undefined, refused) }));
      },
    )
    .get(
      '/compensation',
      described('ledger', 'What volunteers on bodies were paid, as figures of groups by body and quarter', PUBLIC),
      valid('query', REPORT_QUERY),
      async (c) => {
        const [rows = []] = await journal.read([{ pk: COMPENSATION, prefix: c.req.valid('query').year ?? '' }]);
        const items = rows.map((row) => row['view'] as CompensationQuarter).toReversed();
        return publicly<PublicCompensation>(c, ok({ items, years: compensationYears(items) }));
      },
    );

/** `/ledger/log/proof/<entryId>`: made when asked for, from the published tiles and the newest checkpoint. */
export const logProofRoutes = (deps: PublicLedgerDeps) =>
  new Hono<Env>()
    .use(forEverybody)
    .get(
      '/:entryId',
      described('ledger', 'The proof that an entry lies in the log (tlog-proof)', { ...PUBLIC, type: 'text/plain' }),
      valid('param', ENTRY),
      async (c) => {
        const { entryId } = c.req.valid('param');
        const proof = await proveEntry(deps, entryId);
        if (proof === undefined) return refusedWith(c, 'ledger', 'not-found');
        c.header('cache-control', 'public, max-age=60');
        c.header('content-disposition', `attachment; filename="${entryId}.tlog-proof"`);
        return c.text(proof);
      },
    );
