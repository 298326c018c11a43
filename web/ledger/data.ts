import { query } from '@solidjs/router';
import { api, load } from '../api.ts';

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

export const entries = query(
  (filter: Filter, cursor?: string) =>
    load(api.public.entries.$get({ query: { ...filter, ...(cursor !== undefined && { cursor }) } })),
  'entries',
);

export const entry = query(
  (entryId: string) => load(api.public.entries[':entryId'].$get({ param: { entryId } })),
  'entry',
);

/** The stored totals, newest year first. */
export const reports = query(async () => (await load(api.public.report.$get({ query: {} }))).items, 'reports');
