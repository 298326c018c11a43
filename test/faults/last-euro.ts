import { approveApplication } from '../../functions/funding/commands/decide.ts';
import { caseAsk, casePk } from '../../functions/funding/views.ts';
import type { Journal, Row } from '../../functions/kernel/journal.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { asId } from '../../shared/kernel/id.ts';
import { perform } from '../support/fault-acts.ts';
import { ACTORS, clock, draftedRows, fill, loaded, placeOf, seeNotice } from '../support/fault-cases.ts';
import { findingsIn } from '../support/fault-findings.ts';

const GRANT = cents(10_000);
const BUDGET = cents(100_000);
const APPROVALS = 50;
const PATTERN = asId<'application'>('app-pattern');

/** One case that waits for its approver, who has seen the notice, and the budget. */
const pattern = async () => {
  const journal = await loaded(await draftedRows([PATTERN], BUDGET));
  const place = placeOf(journal);
  const wish = { id: PATTERN, cents: GRANT, looks: true };
  const steps = [
    await perform(place, { ...wish, act: 'submit', actor: ACTORS.signatory, key: 'key-number-1' }),
    await perform(place, { ...wish, act: 'proposeApproval', actor: ACTORS.officer, key: 'key-number-2' }),
  ];
  if (steps.some(({ ok }) => !ok)) throw new Error('The pattern could not be made');
  const noticeSha256 = await seeNotice(place, PATTERN, ACTORS.approver);
  return { rows: journal.rows(), noticeSha256 };
};

const copied = (rows: readonly Row[], from: string, to: string): Row[] =>
  JSON.parse(JSON.stringify(rows).replaceAll(from, to)) as Row[];

const isOfCase = ({ pk }: Row): boolean => /^(?:application|cases|worklist)#/.test(pk);

/** DynamoDB Local gives up on a lock when its machine is busy, and says itself that DynamoDB would not. */
const isLocalLock = (error: unknown): boolean => error instanceof Error && error.message.includes('waiting for a lock');

const TRIES = 6;

/** Asks as a client does: after a fault of this one kind again, with the same key. Tells how often that was. */
const insisting = async <T>(ask: () => Promise<T>): Promise<{ readonly value: T; readonly repeats: number }> => {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return { value: await ask(), repeats };
    } catch (error) {
      if (!isLocalLock(error) || repeats + 1 === TRIES) throw error;
    }
  }
};

export interface LastEuro {
  readonly approved: number;
  readonly exhausted: number;
  /** Any other outcome, in words. */
  readonly others: readonly string[];
  readonly freeCents: unknown;
  readonly findings: readonly string[];
  /** Requests sent once more because the local engine had given up on a lock. */
  readonly repeats: number;
  /** Of the fifty approvals alone. */
  readonly milliseconds: number;
}

/** Gives a function that plays one round: fifty people approve 100 EUR each at once, of a budget of 1,000 EUR. */
export const lastEuroRounds = async (journal: Journal): Promise<(round: number) => Promise<LastEuro>> => {
  const { rows, noticeSha256 } = await pattern();
  return async (round) => {
    const call = `call-${round}`;
    const here = copied(rows, 'struktur-2027', call);
    const ids = Array.from({ length: APPROVALS }, (_, index) => asId<'application'>(`euro-${round}-${index}`));
    await fill(journal, [
      ...here.filter(({ pk }) => pk === `budget#${call}`),
      ...ids.flatMap((id) => copied(here.filter(isOfCase), PATTERN, id)),
    ]);
    const start = performance.now();
    const results = await Promise.allSettled(
      ids.map((id) => {
        const body = { noticeSha256 };
        const asked = { id, actor: ACTORS.approver, key: `approve-${id}`, body };
        return insisting(() => approveApplication({ journal, clock }, asked));
      }),
    );
    const milliseconds = performance.now() - start;
    const fates = results.map((result) => {
      if (result.status === 'rejected') return String(result.reason);
      const { value } = result.value;
      return value.ok ? 'approved' : value.refusal;
    });
    const lists = new Set(here.filter((row) => isOfCase(row) && row.pk !== casePk(PATTERN)).map(({ pk }) => pk));
    const stored = await journal.read([
      { pk: `budget#${call}`, sk: 'balance' },
      ...[...lists].map((pk) => ({ pk, prefix: '' })),
      ...ids.map(caseAsk),
    ]);
    return {
      approved: fates.filter((fate) => fate === 'approved').length,
      exhausted: fates.filter((fate) => fate === 'budget-exhausted').length,
      others: fates.filter((fate) => fate !== 'approved' && fate !== 'budget-exhausted'),
      freeCents: stored[0]?.[0]?.['freeCents'],
      findings: findingsIn(stored.flat(), BUDGET, call),
      repeats: results.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value.repeats : 0), 0),
      milliseconds,
    };
  };
};
