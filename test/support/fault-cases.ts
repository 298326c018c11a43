import { createHash } from 'node:crypto';
import { saveSection, startDraft } from '../../functions/funding/commands/write-draft.ts';
import { caseAsk, caseOf, seenPreview } from '../../functions/funding/views.ts';
import { memoryFiles, type MemoryFiles } from '../../functions/kernel/files.memory.ts';
import { memoryJournal, type MemoryJournal } from '../../functions/kernel/journal.memory.ts';
import type { Journal, Row } from '../../functions/kernel/journal.ts';
import { noticePath } from '../../functions/notices/views.ts';
import { enteredOrganisation } from '../../functions/organisations/views.ts';
import { publishedCall } from '../../functions/programmes/views.ts';
import { DRAFT, ORGANISATION } from '../../shared/funding/rules/example.ts';
import { permit } from '../../shared/funding/rules/permit.ts';
import type { Actor, Role } from '../../shared/kernel/actor.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import { dayOf, instant, type Instant } from '../../shared/kernel/day.ts';
import { asId, type ApplicationId } from '../../shared/kernel/id.ts';
import { DEMO_CALL } from '../../shared/programmes/demo-call.ts';

/** `npm run test:faults` asks for every run that trust.md names, `npm test` for some of them. */
export const FULL = process.env['FAULTS'] === 'full';

/** Printed and repeatable: FAULTS_SEED=… gives the same runs again. */
export const SEED = Number(process.env['FAULTS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

export const ANY_INSTANT: Instant = instant('2026-11-22T09:00:00Z');
export const clock = { now: () => ANY_INSTANT };

const SENATE = DEMO_CALL.programme.authority;

const actor = (id: string, ...roles: (readonly [Role, string])[]): Actor => ({
  person: asId(id),
  name: id,
  email: `${id}@anteil.example`,
  roles: roles.map(([role, scope]) => ({ role, scope })),
});

/** Everyone who might act: the right ones, those with two roles, and strangers. */
export const ACTORS = {
  editor: actor('editor', ['editor', ORGANISATION.id]),
  signatory: actor('signatory', ['signatory', ORGANISATION.id]),
  stranger: actor('stranger', ['signatory', 'org-horizont']),
  officer: actor('officer', ['caseOfficer', SENATE]),
  officer2: actor('officer2', ['caseOfficer', SENATE]),
  approver: actor('approver', ['approver', SENATE]),
  approver2: actor('approver2', ['approver', SENATE]),
  both: actor('both', ['caseOfficer', SENATE], ['approver', SENATE]),
  tangled: actor('tangled', ['caseOfficer', SENATE], ['approver', SENATE], ['signatory', ORGANISATION.id]),
  district: actor('district', ['caseOfficer', 'be-ba-03'], ['approver', 'be-ba-03']),
} as const satisfies Record<string, Actor>;

export type ActorName = keyof typeof ACTORS;

/** What cases of these tests live in: a table and a file store in memory. */
export interface Place {
  readonly journal: Journal;
  readonly files: MemoryFiles;
}

/** The rows of a call with this budget and of complete drafts, made by the portal's own commands. */
export const draftedRows = async (ids: readonly ApplicationId[], budgetCents: Cents): Promise<Row[]> => {
  const journal = memoryJournal();
  const deps = { journal, clock };
  const call = { ...DEMO_CALL, budgetCents };
  const portalDelivery = { consentedAt: ANY_INSTANT, email: 'verein@brueckenhaus.example', language: 'de' };
  const act = { at: ANY_INSTANT, by: 'system' } as const;
  await journal.commit({ ...act, writes: [enteredOrganisation({ ...ORGANISATION, portalDelivery })] });
  await journal.commit({ ...act, guards: publishedCall(call) });
  for (const id of ids) {
    await startDraft(deps, ACTORS.editor, { id, call: call.id, organisation: ORGANISATION.id });
    let version = 1;
    for (const [section, answers] of Object.entries(DRAFT.sections)) {
      const saved = await saveSection(deps, ACTORS.editor, { id, section, version, answers });
      if (!saved.ok) throw new Error(`The example draft is refused: ${saved.refusal}`);
      version += 1;
    }
  }
  return journal.rows();
};

/** Puts these rows as they are. */
export const fill = async (journal: Journal, rows: readonly Row[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += 100) {
    const writes = rows.slice(from, from + 100).map((put) => ({ put }));
    await journal.commit({ at: ANY_INSTANT, by: 'system', writes });
  }
};

/** A table that holds exactly these rows. */
export const loaded = async (rows: readonly Row[]): Promise<MemoryJournal> => {
  const journal = memoryJournal();
  await fill(journal, rows);
  journal.takeInserted();
  return journal;
};

/** A person looks at the notice that would be released now; a stand-in for the page setter. The hash of what was seen. */
export const seeNotice = async ({ journal, files }: Place, id: ApplicationId, who: Actor): Promise<string> => {
  const [rows = []] = await journal.read([caseAsk(id)]);
  const found = caseOf(id, rows);
  const { proposal, seq } = found?.application ?? { seq: 0 };
  const bytes = Buffer.from(`Bescheid ${id} ${seq} ${who.person}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (found === undefined || proposal === undefined) return sha256;
  const act = proposal.kind === 'grant' ? 'approve' : 'refuse';
  if (!permit(act, found.application, found.parties, who).ok) return sha256;
  await files.put(noticePath(sha256), bytes, { type: 'application/pdf' });
  const seen = { sha256, day: dayOf(ANY_INSTANT), seq, ruleSetId: proposal.ruleSetId, signer: who.person };
  await journal.commit({ at: ANY_INSTANT, by: who.person, writes: [seenPreview(id, seen)] });
  return sha256;
};

export const placeOf = (journal: Journal): Place => ({ journal, files: memoryFiles() });
