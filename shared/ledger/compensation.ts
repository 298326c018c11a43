import { quarterOf, cutOffOf, type Quarter } from '../compensation/periods.ts';
import { csvLine, MARK } from '../kernel/csv.ts';
import { addMonths, day, type Day } from '../kernel/day.ts';
import { yearOfBody, type SumFigures } from './aggregate.ts';
import { csvEuros } from './csv.ts';
import type { CompensationCell, CompensationQuarter, CompensationYear } from './wire.ts';

/** The first quarter of which figures can be made; nothing was paid through the portal before. */
const FIRST_DAY = day('2026-10-01');

/** All quarters whose cut-off is over on that day, oldest first. */
export const quartersOver = (today: Day): Quarter[] => {
  const over: Quarter[] = [];
  for (let from = FIRST_DAY; today > cutOffOf(quarterOf(from)); from = addMonths(from, 3)) over.push(quarterOf(from));
  return over;
};

const figuresIn = (quarters: readonly CompensationQuarter[], name: Quarter, { body }: CompensationCell) =>
  quarters.find(({ quarter }) => quarter === name)?.bodies.find((cell) => cell.body === body)?.figures;

/** The years of which a body has all four quarters published. */
export const compensationYears = (quarters: readonly CompensationQuarter[]): CompensationYear[] => {
  const years = [...new Set(quarters.map(({ quarter }) => Number(quarter.slice(0, 4))))];
  const cells = [...new Map(quarters.flatMap(({ bodies }) => bodies).map((cell) => [cell.body, cell])).values()];
  return years.flatMap((year) =>
    cells.flatMap((cell) => {
      const of = (number: number): SumFigures | undefined => figuresIn(quarters, `${year}-Q${number}`, cell);
      const figures = yearOfBody([of(1), of(2), of(3), of(4)]);
      return figures === undefined ? [] : [{ year, body: cell.body, name: cell.name, figures }];
    }),
  );
};

const COLUMNS = ['quartal', 'gremium', 'gremium_id', 'personen', 'sitzungen', 'betrag_gerundet', 'eintrag'] as const;

const rowsOf = ({ quarter, bodies, total }: CompensationQuarter): string[] => [
  ...bodies.flatMap(({ body, name, figures }) =>
    figures === undefined
      ? []
      : [
          csvLine([
            quarter,
            name,
            body,
            String(figures.persons),
            String(figures.sittings),
            csvEuros(figures.cents),
            figures.entry,
          ]),
        ],
  ),
  ...(total === undefined
    ? []
    : [csvLine([quarter, 'Alle Gremien', '', '', String(total.sittings), csvEuros(total.cents), total.entry])]),
];

/** `aufwandsentschaedigungen.csv`: what is published, a line for each body and quarter; what is withheld has none. */
export const compensationCsv = (quarters: readonly CompensationQuarter[]): string =>
  [`${MARK}${csvLine(COLUMNS)}`, ...quarters.flatMap(rowsOf)].join('');
