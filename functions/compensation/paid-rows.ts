import { cutOffOf, publicQuarter, type Quarter } from '../../shared/compensation/periods.ts';
import type { StatementLine } from '../../shared/compensation/wire.ts';
import { cents, type Cents } from '../../shared/kernel/cents.ts';
import { dayOf, yearOf, type Day, type Instant } from '../../shared/kernel/day.ts';
import type { AuthorityId } from '../../shared/kernel/id.ts';
import { parameterOn } from '../../shared/law/parameters.ts';
import type { Key, Row, Write } from '../kernel/journal.ts';
import { claimPk, statementLineKey, statementTotalKey, type StoredClaim } from './views.ts';

export const reportablePk = (authority: AuthorityId, year: number): string =>
  `compensation-reportable#${authority}#${year}`;

const quarterKey = ({ id, of }: StoredClaim, quarter: Quarter): Key => ({
  pk: `compensation-quarter#${quarter}`,
  sk: `${of.body}#${of.person}#${id}`,
});

/** In whose quarter the claim stands, so that paying it again after a return does not count it twice. */
const countedKey = ({ id }: StoredClaim): Key => ({ pk: claimPk(id), sk: 'quarter' });

const totalsOf = (found: StoredClaim, year: number): Key[] => [
  statementTotalKey(found.of.person, year),
  { pk: reportablePk(found.of.authority, year), sk: found.of.person },
];

/** What must be read to count a payment of this instant: the year's totals and where the claim was counted. */
export const yearAsks = (found: StoredClaim, at: Instant): Key[] => yearAsksOf(found, yearOf(dayOf(at)));

export const yearAsksOf = (found: StoredClaim, year: number): Key[] => [...totalsOf(found, year), countedKey(found)];

interface Amounts {
  readonly feeCents: Cents;
  readonly expensesCents: Cents;
}

/** Money that left, split into fee and expenses; what was kept back for something earlier is taken off the fee first. */
const amountsOf = (found: StoredClaim, paidCents: Cents): Amounts => {
  const expenses = Math.min(found.claim.recognised?.expensesCents ?? 0, paidCents);
  return { feeCents: cents(paidCents - expenses), expensesCents: cents(expenses) };
};

const added = (
  key: Key,
  row: Row | undefined,
  { feeCents, expensesCents }: Amounts,
  sign: 1 | -1,
  more: object,
): Write => {
  const version = row?.version ?? 0;
  const put = {
    ...row,
    ...key,
    ...more,
    feesCents: Number(row?.['feesCents'] ?? 0) + sign * feeCents,
    expensesCents: Number(row?.['expensesCents'] ?? 0) + sign * expensesCents,
    totalCents: Number(row?.['totalCents'] ?? 0) + sign * (feeCents + expensesCents),
  };
  return { put, if: { version } };
};

const lineOf = (found: StoredClaim, paidOn: Day, amounts: Amounts): StatementLine => {
  const { of, claim, id, context } = found;
  const rate = parameterOn('compensation.attendanceFee', of.on);
  return {
    claim: id,
    caseNumber: claim.caseNumber ?? id,
    body: of.body,
    bodyName: context.bodyName,
    on: of.on,
    paidOn,
    ...amounts,
    legalBasis: rate.ok ? rate.value.norm : '',
  };
};

const quarterWrites = (found: StoredClaim, today: Day, cents: Cents, counted: Row | undefined): Write[] => {
  if (cents === 0 || typeof counted?.['quarter'] === 'string') return [];
  const quarter = publicQuarter(found.of.on, today);
  const { body, person, sitting } = found.of;
  return [
    { put: { ...quarterKey(found, quarter), body, person, claim: found.id, sitting, cents } },
    { put: { ...countedKey(found), quarter } },
  ];
};

/**
 * The rows that a paid claim enters: the person's year, the authority's list of totals, the quarter's figures. The first two go
 * by the day on which the bank paid, the last by `today`: a statement may come after the figures of that day are public.
 */
export const paidWrites = (
  found: StoredClaim,
  paidCents: Cents,
  { paidOn, today }: { readonly paidOn: Day; readonly today: Day },
  [total, reportable, counted]: readonly (Row | undefined)[],
): Write[] => {
  const year = yearOf(paidOn);
  const amounts = amountsOf(found, paidCents);
  const [totalKey, reportableKey] = totalsOf(found, year);
  const { person } = found.of;
  return [
    { put: { ...statementLineKey(person, year, found.id), line: lineOf(found, paidOn, amounts) } },
    added(totalKey!, total, amounts, 1, {}),
    added(reportableKey!, reportable, amounts, 1, { person, name: found.names.get(person) ?? person }),
    ...quarterWrites(found, today, paidCents, counted),
  ];
};

/** Takes the claim out again: the bank sent the money back. Figures of a quarter that is public by now stay as they are. */
export const returnedWrites = (
  found: StoredClaim,
  paidCents: Cents,
  today: Day,
  [total, reportable, counted]: readonly (Row | undefined)[],
): Write[] => {
  const paidOn = found.claim.paidOn!;
  const year = yearOf(paidOn);
  const amounts = amountsOf(found, paidCents);
  const [totalKey, reportableKey] = totalsOf(found, year);
  const quarter = counted?.['quarter'] as Quarter | undefined;
  const isOpen = quarter !== undefined && today <= cutOffOf(quarter);
  const line = lineOf(found, paidOn, amounts);
  return [
    { put: { ...statementLineKey(found.of.person, year, found.id), line, isReturned: true } },
    added(totalKey!, total, amounts, -1, {}),
    added(reportableKey!, reportable, amounts, -1, {}),
    ...(isOpen ? [{ remove: quarterKey(found, quarter) }, { put: { ...countedKey(found) } }] : []),
  ];
};
