import type { AttendanceEntry, SittingFact, SittingMode } from '../../shared/bodies/facts.ts';
import type { ExpenseRule } from '../../shared/bodies/wire.ts';
import { claimIdOf } from '../../shared/compensation/claim-ids.ts';
import type { ClaimView } from '../../shared/compensation/wire.ts';
import { asId, type ClaimId } from '../../shared/kernel/id.ts';
import { wallTime } from '../../shared/kernel/wall-time.ts';
import { streamOf } from '../../functions/kernel/journal.ts';
import { personKey } from '../../functions/kernel/person.ts';
import { DISTRICT_BODY, DISTRICT_OFFICE } from '../../functions/local/demo/people.ts';
import type { TestCity } from './city.ts';

export const claimOfPerson = (sitting: string, person = 'member'): ClaimId => claimIdOf(asId(sitting), asId(person));

/** One seat: who sat there. */
export const seat = (person: string, more: Partial<AttendanceEntry> = {}): AttendanceEntry => ({
  seat: asId(`seat-${person}`),
  present: 'member',
  person: asId(person),
  isPublicServant: false,
  ...more,
});

export interface Held {
  readonly sitting: string;
  readonly from: string;
  readonly to: string;
  readonly entries: readonly AttendanceEntry[];
  readonly body?: string;
  readonly authority?: string;
  readonly mode?: SittingMode;
}

/** Confirms the list of a sitting, or corrects it, as the room of bodies does: facts, and a task for each seat. */
export const held = async (city: TestCity, { sitting, from, to, entries, ...of }: Held): Promise<void> => {
  const { body = DISTRICT_BODY, authority = DISTRICT_OFFICE, mode = 'inPerson' } = of;
  const { journal, clock } = city.deps;
  const pk = `sitting#${sitting}`;
  const [rows = []] = await journal.read([{ pk, prefix: '' }]);
  const after = streamOf(rows).length;
  const times = { from: wallTime(from), to: wallTime(to) };
  const planned: SittingFact = {
    type: 'sitting.planned',
    body: asId(body),
    authority: asId(authority),
    ...times,
    mode,
  };
  const list: SittingFact =
    after === 0
      ? { type: 'sitting.attendanceConfirmed', ...times, entries }
      : { type: 'sitting.attendanceCorrected', ...times, entries, textsHash: 'hash' };
  const facts = after === 0 ? [planned, list] : [list];
  const seq = after + facts.length;
  const tasks = entries.map((one) => ({
    id: `${sitting}-${seq}-${one.seat}`,
    kind: 'compensation.draft',
    body,
    sitting,
    seat: one.seat,
  }));
  const outcome = await journal.commit({
    at: clock.now(),
    by: asId('body-office'),
    facts: [{ pk, after, facts }],
    tasks,
  });
  if (outcome.is !== 'committed') throw new Error(outcome.is);
};

const EXPENSES: readonly ExpenseRule[] = [
  { kind: 'publicTransport', needsReceipt: false, needsReason: false },
  { kind: 'mileage', needsReceipt: false, needsReason: false },
  { kind: 'taxi', needsReceipt: true, needsReason: false },
  { kind: 'childcare', capCents: 50_00, needsReceipt: true, needsReason: false },
];

/** Says what the demo board pays. */
export const settled = async ({ deps }: TestCity, expenses = EXPENSES): Promise<void> => {
  const fact = { type: 'body.settingsChanged', onlineAttendancePaid: false, expenses };
  const facts = [{ pk: `body#${DISTRICT_BODY}`, after: 0, facts: [fact] }];
  await deps.journal.commit({ at: deps.clock.now(), by: asId('programme-manager'), facts });
};

export const viewOf = async (city: TestCity, who: string, claim: ClaimId): Promise<ClaimView> => {
  const answer = await city.get(who, `/api/compensation/claims/${claim}`);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as ClaimView;
};

/** Gives a person another role, as an administrator does. */
export const grant = async ({ deps }: TestCity, who: string, role: string, scope = DISTRICT_OFFICE): Promise<void> => {
  const key = personKey(asId(who));
  const [[row] = []] = await deps.journal.read([key]);
  const roles = [...((row?.['roles'] ?? []) as object[]), { role, scope }];
  await deps.journal.commit({ at: deps.clock.now(), by: 'system', writes: [{ put: { ...row!, ...key, roles } }] });
};

/** Submits the claim as its person sees it. */
export const sent = async (city: TestCity, who: string, claim: ClaimId): Promise<ClaimView> => {
  const { seq, totalCents } = await viewOf(city, who, claim);
  const answer = await city.post(who, `/api/compensation/claims/${claim}/submit`, { seq, totalCents });
  if (!answer.ok) throw new Error(await answer.text());
  return viewOf(city, who, claim);
};

/** A batch of these claims with the totals as an official sees them. */
export const batchOf = async (city: TestCity, who: string, claims: readonly ClaimId[]) => {
  const views = await Promise.all(claims.map((claim) => viewOf(city, who, claim)));
  const bodies = [...new Set(views.map(({ body }) => body))];
  return {
    claims: views.map(({ claim, seq }) => ({ claim, seq })),
    totals: bodies.map((body) => {
      const of = views.filter((view) => view.body === body);
      return { body, count: of.length, cents: of.reduce((sum, { totalCents }) => sum + totalCents, 0) };
    }),
  };
};

/** What the payments room tells of a payment. */
export const told = async ({ deps }: TestCity, claim: ClaimId, payment: string, outcome: string, on = '2026-12-01') => {
  const task = {
    id: `${payment}-${outcome}-${on}-result`,
    kind: 'compensation.payment',
    source: { room: 'compensation', id: claim },
    payment,
    outcome,
    on,
    ...(outcome === 'returned' && { reason: 'AC04' }),
  };
  await deps.journal.commit({ at: deps.clock.now(), by: 'system', tasks: [task] });
};

/** Takes the tasks for the payments room out of the outbox. */
export const ordersIn = async ({ deps }: TestCity): Promise<Record<string, unknown>[]> => {
  const shards = await deps.journal.read(Array.from({ length: 8 }, (_, n) => ({ pk: `outbox#${n}`, prefix: '' })));
  const rows = shards.flat().filter((row) => (row['task'] as { kind: string }).kind === 'payments.open');
  for (const { pk, sk } of rows)
    await deps.journal.commit({ at: deps.clock.now(), by: 'system', completes: { pk, sk } });
  return rows.map((row) => row['task'] as Record<string, unknown>);
};
