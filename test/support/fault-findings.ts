import { isDeepStrictEqual } from 'node:util';
import { lineWrites, workListPk } from '../../functions/funding/lines.ts';
import { caseOf, type Case } from '../../functions/funding/views.ts';
import { streamOf, type Row } from '../../functions/kernel/journal.ts';
import { hashWith } from '../../functions/kernel/seal.ts';
import type { FundingFact } from '../../shared/funding/facts.ts';
import type { Recorded } from '../../shared/kernel/decider.ts';
import { asId } from '../../shared/kernel/id.ts';
import { DEMO_CALL } from '../../shared/programmes/demo-call.ts';

interface Step {
  readonly from: readonly string[];
  /** Where it leads; what is left out stays where it is. */
  readonly to?: string;
  readonly proposes?: true;
  readonly declaresBias?: true;
  /** Taken by officials: by nobody who declared bias in this case (§ 21 VwVfG). */
  readonly official?: true;
  /** Marked ⚭ in the rules: by nobody who ever proposed in this case. */
  readonly fourEyes?: true;
}

const OPEN = ['submitted', 'inReview'];

/** Domain rules 10.1 by hand: an audit that read the product's own table would agree with whatever stands there. */
const STEPS: Readonly<Record<FundingFact['type'], Step>> = {
  'application.submitted': { from: ['draft'], to: 'submitted' },
  'application.taken': { from: OPEN, to: 'inReview', official: true },
  'application.approvalProposed': { from: OPEN, to: 'proposedApproval', proposes: true, official: true },
  'application.refusalProposed': { from: OPEN, to: 'proposedRefusal', proposes: true, official: true },
  'application.returned': {
    from: ['proposedApproval', 'proposedRefusal'],
    to: 'inReview',
    fourEyes: true,
    official: true,
  },
  'application.approved': { from: ['proposedApproval'], to: 'approved', fourEyes: true, official: true },
  'application.refused': { from: ['proposedRefusal'], to: 'refused', fourEyes: true, official: true },
  'application.withdrawn': {
    from: ['draft', 'submitted', 'inReview', 'proposedApproval', 'proposedRefusal'],
    to: 'withdrawn',
  },
  'application.earlyStartConsented': { from: OPEN, official: true },
  'application.biasDeclared': {
    from: [...OPEN, 'proposedApproval', 'proposedRefusal'],
    declaresBias: true,
    official: true,
  },
  'application.deliveryDated': { from: ['approved', 'refused'] },
  'application.published': { from: ['approved'] },
};

/** Steps that the rules do not have, and decisions by whoever ever proposed. */
const inStream = (id: string, stream: readonly Recorded<FundingFact>[]): string[] => {
  const found: string[] = [];
  const [proposers, biased] = [new Set<string>(), new Set<string>()];
  let stage = 'draft';
  for (const [index, { fact, by, seq }] of stream.entries()) {
    const step = STEPS[fact.type];
    if (seq !== index + 1) found.push(`${id}: fact ${seq} at place ${index + 1}`);
    if (!step.from.includes(stage)) found.push(`${id}: ${fact.type} from ${stage}`);
    if (step.fourEyes === true && proposers.has(by)) found.push(`${id}: ${fact.type} by the proposer ${by}`);
    if (step.official === true && biased.has(by)) found.push(`${id}: ${fact.type} by ${by}, who declared bias`);
    if (step.declaresBias === true) biased.add(by);
    if (step.proposes === true) proposers.add(by);
    stage = step.to ?? stage;
  }
  return found;
};

/** As both tables keep it: without fields that are undefined, in any order. */
const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(kept(a), kept(b));
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Rows of the lists that do not say what the facts say. */
const inLists = (found: Case, rows: readonly Row[]): string[] => {
  const expected = lineWrites(undefined, found).flatMap((write) => ('put' in write ? [write.put] : []));
  const wrong = expected.filter(({ pk, sk, line }) => {
    const shown = rows.find((row) => row.pk === pk && row.sk === sk);
    return !same(shown?.['line'], line);
  });
  const onWorkList = rows.filter(
    ({ pk, sk }) => pk === workListPk(found.parties.authority) && sk.endsWith(`#${found.id}`),
  );
  const wanted = expected.filter(({ pk }) => pk === workListPk(found.parties.authority)).length;
  return [
    ...wrong.map(({ pk }) => `${found.id}: ${pk} does not show the case as it is`),
    ...(onWorkList.length === wanted ? [] : [`${found.id}: ${onWorkList.length} times in the work list`]),
  ];
};

/** The form that lies in the case is the one whose hash was submitted. */
const inForm = (found: Case, rows: readonly Row[]): string[] => {
  const { submission } = found.application;
  if (submission === undefined) return [];
  const salt = rows.find(({ sk }) => sk === 'seal#form')?.['salt'];
  const { formId, sections } = found.draft;
  const holds = hashWith(String(salt), { formId, sections }) === submission.formHash;
  return holds ? [] : [`${found.id}: the form is not the one that was submitted`];
};

const partition = (rows: readonly Row[], pk: string): Row[] => rows.filter((row) => row.pk === pk);

const inMoney = (rows: readonly Row[], charges: number, budgetCents: number, call: string): string[] => {
  const balance = partition(rows, `budget#${call}`)[0];
  const [free, taken] = [Number(balance?.['freeCents']), Number(balance?.['takenCents'])];
  return [
    ...(taken === charges ? [] : [`The budget says ${taken}, the cases say ${charges}`]),
    ...(free + taken === budgetCents ? [] : [`${free} free and ${taken} taken are not ${budgetCents}`]),
    ...(free >= 0 ? [] : [`Over-committed by ${-free}`]),
  ];
};

/** Everything in the table that must never be, in words; empty where all is well. */
export const findingsIn = (rows: readonly Row[], budgetCents: number, call: string = DEMO_CALL.id): string[] => {
  const pks = new Set(rows.map(({ pk }) => pk).filter((pk) => pk.startsWith('application#')));
  let charges = 0;
  const found = [...pks].flatMap((pk) => {
    const own = partition(rows, pk);
    const id = pk.slice('application#'.length);
    const stream = streamOf<FundingFact>(own);
    for (const { fact } of stream) if (fact.type === 'application.approved') charges += fact.amountCents;
    const file = caseOf(asId(id), own);
    if (file === undefined) return [`${id}: facts without a case`];
    return [...inStream(id, stream), ...inLists(file, rows), ...inForm(file, own)];
  });
  return [...found, ...inMoney(rows, charges, budgetCents, call)];
};
