import { ledgerDeps, queueMany } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import { openTasks, workOff } from '../../functions/kernel/outbox.ts';
import { reactionsOf } from '../../functions/reactions.ts';
import { boardUseCases } from './board-use-cases.ts';
import { caseAt, DEMO, done, filledCity, seenBy, submittedIn, type FilledCity } from './filled-city.ts';
import { measuredJournal, type Cost } from './measured-journal.ts';
import { SAMPLE_ANSWERS, SAMPLE_REFUSAL_PROPOSAL, SAMPLE_PROPOSAL } from './sample-application.ts';
import { addDays, dayOf, startOf } from '../../shared/kernel/day.ts';

export interface UseCase {
  readonly kind: 'command' | 'page' | 'public page' | 'reaction';
  readonly name: string;
  readonly cost: Cost;
}

type Measure = (kind: UseCase['kind'], name: string, act: () => Promise<Response>) => Promise<Response>;

const applying = async ({ editor, signatory }: FilledCity, measure: Measure): Promise<void> => {
  const at = (rest = ''): string => caseAt('app-measured', rest);
  await measure('command', 'begin a draft', () => editor('PUT', at(), DEMO));
  let version = 1;
  for (const [section, answers] of Object.entries(SAMPLE_ANSWERS)) {
    const save = (): Promise<Response> =>
      editor('PUT', at(`/sections/${section}`), { answers }, { 'if-match': `"${version}"` });
    // The last section is saved into an otherwise complete draft: the dearest of the four.
    if (section === 'declarations') await measure('command', 'save a section', save);
    else await done(save());
    version += 1;
  }
  const submit = (): Promise<Response> =>
    signatory('POST', at('/submit'), { version }, { 'idempotency-key': 'one-intent-measured' });
  await measure('command', 'submit', submit);
  await measure('command', 'submit again with the same key', submit);
};

const deciding = async (filled: FilledCity, measure: Measure): Promise<void> => {
  const { officer, approver, signatory } = filled;
  const at = (rest = ''): string => caseAt('app-measured', rest);
  await measure('command', 'take the case over', () => officer('POST', at('/take'), {}));
  await measure('command', 'propose to grant', () => officer('POST', at('/propose-approval'), SAMPLE_PROPOSAL));
  await measure('command', 'send the proposal back', () =>
    approver('POST', at('/return'), { comment: 'Bitte kürzen.' }),
  );
  await done(officer('POST', at('/propose-approval'), SAMPLE_PROPOSAL));
  await measure('command', 'preview the notice', () => approver('POST', '/api/notices/previews/app-measured', {}));
  const seen = await seenBy(approver, 'app-measured');
  await measure('page', 'a case, as its approver sees it', () => approver('GET', at()));
  await measure('command', 'approve and release the notice', () => approver('POST', at('/approve'), seen));

  await submittedIn(filled, 'app-refused');
  const other = (rest: string): string => caseAt('app-refused', rest);
  await measure('command', 'propose to refuse', () =>
    officer('POST', other('/propose-refusal'), SAMPLE_REFUSAL_PROPOSAL),
  );
  const seenToo = await seenBy(approver, 'app-refused');
  await measure('command', 'refuse and release the notice', () => approver('POST', other('/refuse'), seenToo));
  await submittedIn(filled, 'app-withdrawn');
  await measure('command', 'withdraw', () => signatory('POST', caseAt('app-withdrawn', '/withdraw'), {}));
};

const PAGE_AND_ONE = 51;

const listing = async (filled: FilledCity, measure: Measure): Promise<void> => {
  for (let number = 1; number <= PAGE_AND_ONE; number += 1) await submittedIn(filled, `app-listed-${number}`);
  await measure('page', 'my cases, 50 of them', () => filled.editor('GET', '/api/funding/applications'));
  await measure('page', 'a work list, 50 cases', () => filled.officer('GET', '/api/funding/work-list'));
  await measure('page', 'who am I', () => filled.editor('GET', '/api/me'));
};

const noticesOf = async ({ signatory }: FilledCity, measure: Measure): Promise<void> => {
  const list = await measure('page', 'my notices', () => signatory('GET', '/api/notices'));
  const [notice, ...others] = ((await list.json()) as { items: { id: string }[] }).items;
  await measure('page', 'a notice', () => signatory('GET', `/api/notices/${notice!.id}`));
  await measure('command', 'open a notice', () => signatory('POST', `/api/notices/${notice!.id}/open`, {}));
  for (const { id } of others) await done(signatory('POST', `/api/notices/${id}/open`, {}));
};

const reading = async ({ city }: FilledCity, measure: Measure): Promise<void> => {
  const look = (name: string, path: string): Promise<Response> =>
    measure('public page', name, () => city.get(undefined, path));
  await look('all calls', '/api/programmes/calls');
  await look('a call with its form', `/api/programmes/calls/${DEMO.call}`);
  const entries = await look('the ledger, 50 entries', '/api/public/entries');
  await look('the ledger of one year', '/api/public/entries?year=2026');
  const [entry] = ((await entries.json()) as { items: { id: string }[] }).items;
  await look('an entry', `/api/public/entries/${entry!.id}`);
  await look('the totals of each year', '/api/public/report');
};

/** Every use case once, over the memory journal; the same in every run. @throws Error if one of them does not succeed. */
export const measuredUseCases = async (): Promise<UseCase[]> => {
  const journal = measuredJournal(memoryJournal());
  const filled = await filledCity(journal);
  const { deps } = filled.city;
  const found: UseCase[] = [];
  const measure: Measure = async (kind, name, act) => {
    journal.takeCost();
    const response = await done(act());
    found.push({ kind, name, cost: journal.takeCost() });
    return response;
  };
  const settle = async (): Promise<void> => {
    for (let open = await openTasks(deps.journal); open.length > 0; open = await openTasks(deps.journal)) {
      for (const row of open) {
        const { kind } = row['task'] as { kind: string };
        journal.takeCost();
        if ((await workOff(deps, reactionsOf(deps), row)) !== 'done') throw new Error(`The reaction ${kind} failed`);
        if (!found.some(({ name }) => name === kind))
          found.push({ kind: 'reaction', name: kind, cost: journal.takeCost() });
      }
    }
  };
  await queueMany(deps.journal, 0, PAGE_AND_ONE * 2);
  await sequence(ledgerDeps(deps.journal, deps.files));
  await applying(filled, measure);
  await deciding(filled, measure);
  await settle();
  await boardUseCases(filled, measure, settle);
  await noticesOf(filled, measure);
  await listing(filled, measure);
  await reading(filled, measure);
  await settle();
  filled.city.at(startOf(addDays(dayOf(deps.clock.now()), 1)));
  await filled.city.daily();
  await settle();
  return found;
};
