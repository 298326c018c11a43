import type { Count, MoneySort, PublicEntry, YearReport } from './wire.ts';
import { ownOf } from '../kernel/own.ts';

const NOTHING: Count = { entries: 0, cents: 0 };

export const emptyReport = (year: number): YearReport => ({
  year,
  granted: NOTHING,
  paid: NOTHING,
  repaid: NOTHING,
  aggregate: NOTHING,
  funders: {},
  policyFields: {},
  districts: {},
  legalModes: {},
});

const plus = (count: Count | undefined, entry: PublicEntry, sign: 1 | -1): Count => ({
  entries: (count?.entries ?? 0) + sign,
  cents: (count?.cents ?? 0) + sign * entry.amountCents,
});

type Counts<C extends Count> = Readonly<Record<string, C>>;

/** A key with nothing left goes away, so that adding and taking back leave no trace. */
const at = <C extends Count>(counts: Counts<C>, key: string, next: C): Counts<C> => {
  const { [key]: _, ...others } = counts;
  return next.entries === 0 ? others : { ...others, [key]: next };
};

/** The total of a quarter repeats what its bodies' entries say, and counts once with them. */
const repeats = ({ kind, body }: PublicEntry): boolean => kind === 'aggregate' && body === undefined;

const moved = (report: YearReport, entry: PublicEntry, sign: 1 | -1): YearReport => {
  if (repeats(entry)) return report;
  const sort: MoneySort = entry.money;
  const total = { ...report, [sort]: plus(report[sort], entry, sign) };
  if (sort !== 'granted') return total;
  const { funder, policyField = 'unknown', district = 'unknown', legalMode = 'unknown' } = entry;
  const { funders, policyFields, districts, legalModes } = report;
  return {
    ...total,
    funders: at(funders, funder.id, { name: funder.name, ...plus(ownOf(funders, funder.id), entry, sign) }),
    policyFields: at(policyFields, policyField, plus(ownOf(policyFields, policyField), entry, sign)),
    districts: at(districts, district, plus(ownOf(districts, district), entry, sign)),
    legalModes: at(legalModes, legalMode, plus(legalModes[legalMode], entry, sign)),
  };
};

/** The year's totals with this entry. */
export const counted = (report: YearReport, entry: PublicEntry): YearReport => moved(report, entry, 1);

/** The year's totals after this entry was superseded by another. */
export const uncounted = (report: YearReport, entry: PublicEntry): YearReport => moved(report, entry, -1);
