import type { Journal } from '../../functions/kernel/journal.ts';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { browserOf, type Browser } from './browser-requests.ts';
import { testCity, type TestCity } from './city.ts';
import { SAMPLE_ANSWERS } from './sample-application.ts';

const NOON = '2026-11-23T11:00:00.000Z' as Instant;

export const DEMO = { call: 'struktur-2027', organisation: 'org-brueckenhaus' } as const;

/** The demo city at work: browsers of the people who take part in a case. */
export interface FilledCity {
  readonly city: TestCity;
  readonly editor: Browser;
  readonly signatory: Browser;
  readonly officer: Browser;
  readonly approver: Browser;
}

/** @throws Error unless the portal did what was asked. */
export const done = async (answer: Promise<Response>): Promise<Response> => {
  const response = await answer;
  if (response.ok) return response;
  throw new Error(`The portal answered ${response.status}: ${await response.text()}`);
};

export const caseAt = (id: string, rest = ''): string => `/api/funding/applications/${id}${rest}`;

export const filledCity = async (journal: Journal = memoryJournal()): Promise<FilledCity> => {
  const city = await testCity(NOON, journal);
  return {
    city,
    editor: await browserOf(city, 'editor'),
    signatory: await browserOf(city, 'signatory'),
    officer: await browserOf(city, 'case-officer'),
    approver: await browserOf(city, 'approver'),
  };
};

/** A complete draft; answers with its version. */
export const draftIn = async ({ editor }: FilledCity, id: string): Promise<number> => {
  await done(editor('PUT', caseAt(id), DEMO));
  let version = 1;
  for (const [section, answers] of Object.entries(SAMPLE_ANSWERS)) {
    const ifMatch = { 'if-match': `"${version}"` };
    await done(editor('PUT', caseAt(id, `/sections/${section}`), { answers }, ifMatch));
    version += 1;
  }
  return version;
};

export const submittedIn = async (filled: FilledCity, id: string): Promise<void> => {
  const version = await draftIn(filled, id);
  await done(filled.signatory('POST', caseAt(id, '/submit'), { version }));
};

/** Renders the notice for the approver; answers with the hash that a decision names. */
export const seenBy = async (approver: Browser, id: string): Promise<{ noticeSha256: string }> => {
  const preview = await done(approver('POST', `/api/notices/previews/${id}`, {}));
  return { noticeSha256: ((await preview.json()) as { sha256: string }).sha256 };
};
