import { authorityOn } from '../../shared/authorities/directory.ts';
import { dayOf, yearOf } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { EntryFields, Texts, WithheldGround } from '../../shared/ledger/entry.ts';
import { caseAsk, caseOf, publicLineOf, type Case } from '../funding/views.ts';
import type { Clock } from '../kernel/clock.ts';
import { outboxKey, type Journal, type Task } from '../kernel/journal.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { QUEUED_BEFORE, queueEntry } from './queue.ts';

/** Only legal persons are named, and not where a business secret stands against it (domain rules 5.3 no. 1 and 3). */
const withheldOf = (found: Case): WithheldGround | undefined =>
  found.organisation.isLegalPerson ? publicLineOf(found)?.withheldGround : 'not-a-legal-person';

const placeCode = ({ draft }: Case): string | undefined => {
  const place = draft.sections['project']?.['place'];
  return typeof place === 'string' && /^\d{2}$/.test(place) ? `be-${place}` : undefined;
};

const fieldsOf = (found: Case): EntryFields => {
  const { decision, submission } = found.application;
  if (decision?.entry === undefined || decision.amountCents === undefined || submission === undefined)
    throw new Error(`No allocation in ${found.id}`);
  const district = placeCode(found);
  const nameWithheld = withheldOf(found);
  return {
    id: decision.entry,
    kind: 'allocated',
    year: yearOf(found.call.fundingFrom),
    day: decision.noticeDay,
    cents: decision.amountCents,
    funder: found.parties.authority,
    programme: submission.programme,
    policyField: found.call.programme.policyField,
    legalMode: found.call.programme.fundingMode === 'project' ? 'projectFunding' : 'institutionalFunding',
    caseNumber: submission.caseNumber,
    ...(district !== undefined && { district }),
    ...(nameWithheld !== undefined && { nameWithheld }),
  };
};

const textsOf = (found: Case, withheld: boolean, funder: string): Texts => {
  const line = publicLineOf(found);
  const { name, recipientId } = found.organisation;
  return {
    ...(!withheld && { recipient: name, ...(recipientId !== undefined && { registerId: recipientId }) }),
    purpose: line?.purpose ?? '',
    place: line?.place ?? '',
    funder,
  };
};

/** Reaction `ledger.publish`: queues the public entry of an allocation, once by its id, for the sequencer. */
export const queueAllocation = async (
  deps: { readonly journal: Journal; readonly clock: Clock },
  task: Task,
): Promise<void> => {
  const id = asId<'application'>(String(task['application']));
  const [rows = []] = await deps.journal.read([caseAsk(id)]);
  const found = caseOf(id, rows);
  if (found === undefined) throw new Error(`No case ${id}`);
  const at = deps.clock.now();
  const fields = fieldsOf(found);
  const funder = authorityOn(found.parties.authority, fields.day ?? dayOf(at))?.name ?? found.parties.authority;
  const queued = queueEntry(fields, textsOf(found, fields.nameWithheld !== undefined, funder), at);
  const act = { at, by: 'system', completes: outboxKey(task) } as const;
  const outcome = await deps.journal.commit({ ...act, ...queued });
  // The entry is on its way already: only the task is left over.
  if (outcome.is === 'refused' && outcome.refusal === QUEUED_BEFORE) mustSettle(await deps.journal.commit(act));
  else mustSettle(outcome);
};
