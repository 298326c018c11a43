import { isDeepStrictEqual } from 'node:util';
import { lineWrites, workListPk } from '../../functions/funding/lines.ts';
import { caseOf, type Case } from '../../functions/funding/views.ts';
import { streamOf, type Row } from '../../functions/kernel/journal.ts';
import { hashWith } from '../../functions/kernel/seal.ts';
import { evolve, NEW_APPLICATION, type FundingFact, type Stage } from '../../shared/funding/facts.ts';
import { TRANSITIONS, type Act } from '../../shared/funding/rules/permit.ts';
import type { Recorded } from '../../shared/kernel/decider.ts';
import { asId } from '../../shared/kernel/id.ts';
import { DEMO_CALL } from '../../shared/programmes/demo-call.ts';

const ACT_OF: Readonly<Partial<Record<FundingFact['type'], Act>>> = {
  'application.submitted': 'submit',
  'application.taken': 'take',
  'application.approvalProposed': 'proposeApproval',
  'application.refusalProposed': 'proposeRefusal',
  'application.returned': 'return',
  'application.approved': 'approve',
  'application.refused': 'refuse',
  'application.withdrawn': 'withdraw',
  'application.earlyStartConsented': 'consentEarlyStart',
  'application.biasDeclared': 'declareBias',
};

const mayFollow = (stage: Stage, { type }: FundingFact): boolean => {
  if (type === 'application.deliveryDated') return stage === 'approved' || stage === 'refused';
  if (type === 'application.published') return stage === 'approved';
  return TRANSITIONS.some(({ act, from }) => act === ACT_OF[type] && from.includes(stage));
};

/** Steps that the state machine does not have, and decisions by whoever ever proposed. */
const inStream = (id: string, stream: readonly Recorded<FundingFact>[]): string[] => {
  const found: string[] = [];
  let state = NEW_APPLICATION;
  for (const [index, recorded] of stream.entries()) {
    const { fact, by, seq } = recorded;
    if (seq !== index + 1) found.push(`${id}: fact ${seq} at place ${index + 1}`);
    if (!mayFollow(state.stage, fact)) found.push(`${id}: ${fact.type} from ${state.stage}`);
    const decides = ['application.approved', 'application.refused', 'application.returned'].includes(fact.type);
    if (decides && state.proposers?.some((one) => one === by) === true)
      found.push(`${id}: ${fact.type} by the proposer ${by}`);
    state = evolve(state, recorded);
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
