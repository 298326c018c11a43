import { openObjections, type Sitting } from '../../shared/bodies/sitting.ts';
import type { SittingLine } from '../../shared/bodies/views.ts';
import { bodyById } from '../../shared/bodies/directory.ts';
import type { Key, Write } from '../kernel/journal.ts';
import { sittingsPk, type SittingRow, type StoredSitting } from './views.ts';

const keyOf = ({ body, from, sitting }: Pick<SittingRow, 'body' | 'from' | 'sitting'>): Key => ({
  pk: sittingsPk(body),
  sk: `${from}#${sitting}`,
});

const rowOf = ({ id, body, sitting, words, titles }: StoredSitting): SittingRow => {
  const { from, to, mode } = sitting.plan!;
  return {
    sitting: id,
    body,
    title: words.title,
    place: words.place,
    from,
    to,
    mode,
    stage: sitting.stage as Exclude<Sitting['stage'], 'none'>,
    openObjections: openObjections(sitting),
    documents: sitting.documents.map(({ document, kind, isPublic, at }) => ({
      document,
      kind,
      isPublic,
      title: titles.get(document) ?? '',
      addedAt: at,
    })),
  };
};

/** The rows by which lists show the sitting, after a step took it from `before` to `after`. */
export const sittingRowWrites = (before: StoredSitting | undefined, after: StoredSitting): Write[] => {
  const line = rowOf(after);
  const to = keyOf(line);
  const from = before && keyOf(rowOf(before));
  return [{ put: { ...to, line } }, ...(from !== undefined && from.sk !== to.sk ? [{ remove: from }] : [])];
};

/** A line of a list: without place and documents, which the page of the sitting has. */
export const lineOf = ({ place: _, documents: __, ...line }: SittingRow): SittingLine => ({
  ...line,
  bodyName: bodyById(line.body)?.name ?? line.body,
});
