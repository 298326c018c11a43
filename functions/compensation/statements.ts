import type { ReportableView, StatementView } from '../../shared/compensation/wire.ts';
import { holds, scopesOf, type Actor } from '../../shared/kernel/actor.ts';
import { cents, type Cents } from '../../shared/kernel/cents.ts';
import { day, dayOf, yearOf } from '../../shared/kernel/day.ts';
import { asId, type AuthorityId, type PersonId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { parameterOn } from '../../shared/law/parameters.ts';
import type { CompensationDeps } from './deps.ts';
import { reportablePk } from './paid-rows.ts';
import { statementAsk, statementIn } from './views.ts';

const centsIn = (value: unknown): Cents => cents(Number(value ?? 0));

/** What was paid to this person in one calendar year, beside the amounts of the law. One query. */
export const statementOf = async (
  { journal, clock }: CompensationDeps,
  actor: Actor,
  year: number,
): Promise<Result<StatementView>> => {
  const [rows = []] = await journal.read([statementAsk(actor.person, year)]);
  if (year > yearOf(dayOf(clock.now()))) return refuse('year-to-come');
  return ok(statementIn(rows, actor.name, year));
};

const READERS = ['certifier', 'orderer', 'programmeManager', 'auditor'] as const;

/**
 * Yearly totals by person (Mitteilungsverordnung), for those who answer for the payments. While the threshold of § 7(2) MV is not
 * known for the year, the list is refused: whom to report is not guessed.
 */
export const reportableOf = async (
  { journal }: CompensationDeps,
  actor: Actor,
  asked: { readonly year: string; readonly authority?: AuthorityId | undefined },
): Promise<Result<ReportableView>> => {
  const own = scopesOf(actor, ...READERS).find((scope) => scope !== '*');
  const authority = asked.authority ?? asId<'authority'>(own ?? '');
  if (!READERS.some((role) => holds(actor, role, authority))) return refuse('not-permitted');
  const year = Number(asked.year);
  const threshold = parameterOn('tax.reportingThreshold', day(`${year}-12-31`));
  if (!threshold.ok) return refuse('threshold-unknown');
  const thresholdCents = threshold.value.value;
  const [rows = []] = await journal.read([{ pk: reportablePk(authority, year), prefix: '' }]);
  const items = rows.map((row) => ({
    person: row['person'] as PersonId,
    name: String(row['name']),
    totalCents: centsIn(row['totalCents']),
    isReportable: Number(row['totalCents']) >= thresholdCents,
  }));
  return ok({ year, thresholdCents, items });
};
