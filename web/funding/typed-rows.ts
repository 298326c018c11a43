import type { Flaw } from '../../shared/kernel/result.ts';
import type { AmountRow, Answer, Question } from '../../shared/programmes/form.ts';
import { flawsOfDraft } from '../../shared/programmes/form.ts';

/** A row as it stands on the page: it may hold words that cannot be stored. */
export interface TypedRow extends AmountRow {
  /** What stands in the field of the amount where no amount can be read from it; `cents` is the one before. */
  readonly typed?: string;
  /** What was right last, where a field is not. */
  readonly good?: Pick<AmountRow, 'label' | 'cents'>;
}

type Amounts = Question & { kind: 'amounts' };

const plainOf = ({ category, label, cents }: AmountRow): AmountRow => ({ category, label, cents });

type CellFlaw = Omit<Flaw, 'path'> & { readonly field: string };

/** The fields of the row that cannot be stored, with what is wrong with them. */
export const rowFlaws = (question: Amounts, row: TypedRow): CellFlaw[] => {
  const found = flawsOfDraft({ id: '', questions: [question] }, { [question.id]: [plainOf(row)] });
  return [
    ...found.map(({ path, ...flaw }) => ({ ...flaw, field: path.split('.')[2] ?? '' })),
    ...(row.typed === undefined ? [] : [{ field: 'cents', code: 'unreadable' }]),
  ];
};

/** The row with something else typed into it; remembers what was right in a field that is not any more. */
export const changedRow = (question: Amounts, row: TypedRow, part: Partial<TypedRow>): TypedRow => {
  const { good: before = plainOf(row), typed: _, ...rest } = row;
  const typed = 'typed' in part || 'cents' in part ? part.typed : row.typed;
  const next: TypedRow = { ...rest, ...plainOf({ ...row, ...part }), ...(typed !== undefined && { typed }) };
  const bad = rowFlaws(question, next).map(({ field }) => field);
  if (bad.length === 0) return plainOf(next);
  const label = bad.includes('label') ? before.label : next.label;
  const cents = bad.includes('cents') ? before.cents : next.cents;
  return { ...next, good: { label, cents } };
};

/** The rows as they can be stored: where a field is not right, what stood there before. */
export const storableRows = (question: Amounts, rows: readonly TypedRow[]): Answer =>
  rows.map((row) => ({ ...plainOf(row), ...row.good }));
