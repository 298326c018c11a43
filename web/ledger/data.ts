import { query } from '@solidjs/router';
import type { PublicCompensation, PublicEntries, PublicEntry, PublicReport } from '../../shared/ledger/wire.ts';
import { load } from '../api.ts';

/** What the list is narrowed to; as it stands in the address of the page. */
export interface Filter {
  readonly year?: string | undefined;
  readonly q?: string | undefined;
  readonly recipient?: string | undefined;
  readonly funder?: string | undefined;
  readonly field?: string | undefined;
}

const FILTERS = ['year', 'q', 'recipient', 'funder', 'field'] as const;

/** Reads the filter from the address; what is empty narrows nothing. */
export const filterOf = (search: Readonly<Record<string, unknown>>): Filter =>
  Object.fromEntries(
    FILTERS.flatMap((name) => (typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : [])),
  );

const pathOf = (filter: Filter, cursor: string | undefined): string => {
  const asked = new URLSearchParams(filter as Record<string, string>);
  if (cursor !== undefined) asked.set('cursor', cursor);
  return `/api/public/entries?${asked}`;
};

export const entries = query(
  (filter: Filter, cursor?: string) => load<PublicEntries>(pathOf(filter, cursor)),
  'entries',
);

export const entry = query((id: string) => load<PublicEntry>(`/api/public/entries/${encodeURIComponent(id)}`), 'entry');

/** The stored totals, newest year first. */
export const reports = query(async () => (await load<PublicReport>('/api/public/report')).items, 'reports');

/** The same with what is missing in it. */
export const fullReport = query(() => load<PublicReport>('/api/public/report'), 'full-report');

/** What volunteers on bodies were paid, newest quarter first. */
export const compensation = query(() => load<PublicCompensation>('/api/public/compensation'), 'public-compensation');
