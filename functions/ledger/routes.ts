import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { idText } from '../../shared/kernel/text.ts';
import {
  ENTRIES_QUERY,
  REPORT_QUERY,
  type PublicEntries,
  type PublicEntry,
  type PublicReport,
  type YearReport,
} from '../../shared/ledger/wire.ts';
import type { Env } from '../kernel/env.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal } from '../kernel/journal.ts';
import { described } from '../kernel/described.ts';
import { malformedWith, refusedWith } from '../kernel/problem.ts';
import { textOf } from '../kernel/texts.ts';
import { valid } from '../kernel/valid.ts';
import { proveEntry } from './prove.ts';
import { readEntries } from './read-entries.ts';
import { publicKey, reportKey, REPORTS, type PublicRow } from './views.ts';

export interface PublicLedgerDeps {
  readonly journal: Journal;
  readonly files: Files;
}

const ENTRY = z.object({ entryId: idText<string>() });

/** Anyone may keep an answer for a minute: that is how old a list may be. */
const cached = (c: Context<Env>): void => c.header('cache-control', 'public, max-age=60');

const foreignCursor = async (c: Context<Env>): Promise<Response> => {
  const message = (await textOf(c.var.language, 'ledger', 'refusal.foreign-cursor')) ?? 'foreign-cursor';
  return malformedWith(c, [{ path: 'cursor', code: 'foreign-cursor', message }]);
};

/** The ledger as anyone reads it, under `/api/public`: lists and pages, each one query, and totals as they were stored. */
export const publicLedgerRoutes = ({ journal }: PublicLedgerDeps) =>
  new Hono<Env>()
    .get(
      '/entries',
      described('ledger', 'Published entries, newest first, filtered', { access: 'public' }),
      valid('query', ENTRIES_QUERY),
      async (c) => {
        const page = await readEntries(journal, c.req.valid('query'));
        if (!page.ok) return foreignCursor(c) as never;
        cached(c);
        return c.json<PublicEntries>(page.value);
      },
    )
    .get(
      '/entries/:entryId',
      described('ledger', 'One published entry', { access: 'public' }),
      valid('param', ENTRY),
      async (c) => {
        const [[row]] = (await journal.read([publicKey(c.req.valid('param').entryId)])) as [PublicRow[]];
        if (row === undefined) return refusedWith(c, 'ledger', 'not-found') as never;
        cached(c);
        return c.json<PublicEntry>(row.item);
      },
    )
    .get(
      '/report',
      described('ledger', 'Totals by year', { access: 'public' }),
      valid('query', REPORT_QUERY),
      async (c) => {
        const { year } = c.req.valid('query');
        const [rows = []] = await journal.read([
          year === undefined ? { pk: REPORTS, prefix: '' } : reportKey(Number(year)),
        ]);
        cached(c);
        return c.json<PublicReport>({ items: rows.map((row) => row['report'] as YearReport).toReversed() });
      },
    );

/** `/ledger/log/proof/<entryId>`: made when asked for, from the published tiles and the newest checkpoint. */
export const logProofRoutes = (deps: PublicLedgerDeps) =>
  new Hono<Env>().get(
    '/:entryId',
    described('ledger', 'The proof of one entry (.tlog-proof)', { access: 'public', type: 'text/plain' }),
    valid('param', ENTRY),
    async (c) => {
      const { entryId } = c.req.valid('param');
      const proof = await proveEntry(deps, entryId);
      if (proof === undefined) return refusedWith(c, 'ledger', 'not-found');
      cached(c);
      c.header('content-disposition', `attachment; filename="${entryId}.tlog-proof"`);
      return c.text(proof);
    },
  );
