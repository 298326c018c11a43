import { beforeEach, describe, expect, test } from 'vitest';
import { wholeApi } from '../../functions/whole-api.ts';
import { dispositionOf } from '../../functions/kernel/disposition.ts';
import type { Journal } from '../../functions/kernel/journal.ts';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import { ledgerDeps } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { testCity, type TestCity } from '../support/city.ts';
import { EXAMPLE_ANSWERS, EXAMPLE_PROPOSAL, seeNotice, submitExample, takeEffect } from '../support/example-case.ts';

const NOON = '2026-11-23T11:00:00.000Z' as Instant;
const CASE = '/api/funding/applications/app-eins';

let city: TestCity;
beforeEach(async () => {
  city = await testCity(NOON);
});

/** Words that must not be found anywhere in public, by the field in which they were typed. */
const CANARIES = {
  contact: 'Kanaria Kontaktfeld +49 30 5550199',
  goals: 'Kanaria-Ziele',
  costs: 'Kanaria-Kosten DE89370400440532013000',
  examinationNote: 'Kanaria-Vermerk',
  comment: 'Kanaria-Kommentar',
  reasons: 'Kanaria-Begruendung',
  clause: 'Kanaria-Auflage',
};

/** A case that ends in the public ledger, with a canary in every field that is not public. */
const decided = async (): Promise<void> => {
  await submitExample(city, 'app-eins').catch(() => undefined);
  const proposal = {
    ...EXAMPLE_PROPOSAL,
    reasons: CANARIES.reasons,
    examinationNote: CANARIES.examinationNote,
    specialClauses: [CANARIES.clause],
    clauseReasons: 'Damit das Angebot erreichbar ist.',
  };
  await city.post('case-officer', `${CASE}/propose-approval`, proposal);
  await city.post('approver', `${CASE}/return`, { comment: CANARIES.comment });
  await city.post('case-officer', `${CASE}/propose-approval`, proposal);
  const { sha256 } = await seeNotice(city, 'app-eins');
  expect((await city.post('approver', `${CASE}/approve`, { noticeSha256: sha256 })).status).toBe(200);
  await city.settle();
  const view = (await (await city.get('signatory', CASE)).json()) as { decision: { notice: string } };
  await takeEffect(city, view.decision.notice);
  await sequence(ledgerDeps(city.deps.journal, city.deps.files));
};

const withCanaries = async (): Promise<void> => {
  const { project, plan, declarations } = EXAMPLE_ANSWERS as Record<string, Record<string, unknown>>;
  await city.put('editor', CASE, { call: 'struktur-2027', organisation: 'org-brueckenhaus' });
  const sections = {
    eligibility: EXAMPLE_ANSWERS['eligibility']!,
    project: { ...project, goals: CANARIES.goals },
    plan: { ...plan, costs: [{ category: 'staff', label: CANARIES.costs, cents: 5_000_000 }] },
    declarations: { ...declarations, contact: CANARIES.contact },
  };
  let version = 1;
  for (const [section, answers] of Object.entries(sections)) {
    const path = `${CASE}/sections/${section}`;
    expect((await city.put('editor', path, { answers }, { 'if-match': `"${version}"` })).status, section).toBe(200);
    version += 1;
  }
  expect((await city.post('signatory', `${CASE}/submit`, { version })).status).toBe(200);
};

const PERSONAL = [
  ...Object.values(CANARIES).flatMap((words) => words.split(' ').filter((word) => word.length > 6)),
  'Kanaria',
  'Beispielallee',
  '@anteil',
  '@brueckenhaus',
  'Amina',
  'Musterbrück',
  'Aktenfeld',
  'Vieraugen',
  'Bankverbindung',
  'app-eins',
];

describe('A07, L01: personal words in public', () => {
  test('are in no public file, answer or page of data', async () => {
    await withCanaries();
    await decided();
    const files = city.deps.files.all;
    const open = [...files].filter(([path]) => path.startsWith('ledger/') || path.startsWith('open-data/'));
    const texts = new Map(open.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
    const entries = await (await city.get(undefined, '/api/public/entries')).text();
    const [entry] = (JSON.parse(entries) as { items: { id: string }[] }).items;
    expect(entries).toContain('Brückenhaus');
    for (const path of [
      `/api/public/entries/${entry!.id}`,
      '/api/public/report',
      `/ledger/log/proof/${entry!.id}`,
      '/api/programmes/calls',
    ])
      texts.set(path, await (await city.get(undefined, path)).text());
    texts.set('/api/public/entries', entries);
    expect([...texts.keys()]).toEqual(expect.arrayContaining(['open-data/zuwendungen.csv', 'ledger/log/checkpoint']));
    for (const [where, text] of texts)
      for (const word of PERSONAL) expect(text.includes(word), `${word} in ${where}`).toBe(false);
    // What others may fetch without a link is the ledger and the open data, and the drafts and notices are not among it.
    expect([...files.keys()].map((path) => path.split('/')[0]).filter((top) => top !== 'ledger')).toEqual(
      expect.arrayContaining(['notices']),
    );
  });

  test('a public line with an account number, mail address or phone number is refused at its field', async () => {
    await submitExample(city, 'app-eins');
    for (const words of ['an amina@verein.example', 'Konto DE89 3704 0044 0532 0130 00', 'Tel. 030 12345678'])
      for (const field of ['purpose', 'place']) {
        const publicLine = { ...EXAMPLE_PROPOSAL.publicLine, [field]: words };
        const answer = await city.post('case-officer', `${CASE}/propose-approval`, { ...EXAMPLE_PROPOSAL, publicLine });
        expect(await answer.json()).toMatchObject({
          status: 400,
          issues: [{ path: `publicLine.${field}`, code: 'personal' }],
        });
      }
  });

  test('mails name neither persons nor what was decided', async () => {
    await withCanaries();
    await decided();
    expect(city.mails).toHaveLength(2);
    for (const { subject, text } of city.mails)
      expect(`${subject} ${text}`).not.toMatch(/Kanaria|bewilligt|abgelehnt|Amina|Aktenfeld|45\.000/);
  });
});

/** The portal on a table that breaks at the n-th call, and what it logs. */
const broken = (at: number) => {
  let calls = 0;
  const breaks = <T>(answer: () => Promise<T>): Promise<T> =>
    (calls += 1) === at ? Promise.reject(new Error('Table anteil-geheim: ValidationException')) : answer();
  const { journal } = city.deps;
  const logged: { reference: string; route: string; error: Error }[] = [];
  const failing: Journal = {
    read: (asks) => breaks(() => journal.read(asks)),
    page: (ask) => breaks(() => journal.page(ask)),
    commit: (commit) => breaks(() => journal.commit(commit)),
  };
  return { logged, app: wholeApi({ ...city.deps, journal: failing, log: (fault) => logged.push(fault) }) };
};

describe('L03: faults', () => {
  test('of every route tell a reference and nothing of the inside, and are logged once without the body', async () => {
    let faults = 0;
    for (const route of city.routes()) {
      const [method = '', pattern = ''] = route.split(' ');
      const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'section' ? 'project' : 'app-eins'));
      for (const at of [1, 2, 3]) {
        const { app, logged } = broken(at);
        const answer = await app.request(path, {
          method,
          headers: {
            authorization: 'Bearer editor',
            'idempotency-key': `fault-${at}-number`,
            'if-match': '"1"',
            ...(method !== 'GET' && { 'content-type': 'application/json' }),
          },
          ...(method !== 'GET' && { body: JSON.stringify({ geheim: 'Kanaria' }) }),
        });
        const text = await answer.text();
        expect(text).not.toMatch(/geheim:|ValidationException|Error|\.ts|at async|node_modules/);
        expect(JSON.stringify(logged)).not.toContain('Kanaria');
        if (answer.status < 500) continue;
        faults += 1;
        expect(JSON.parse(text)).toMatchObject({ status: 500, reference: answer.headers.get('x-request-id') });
        expect(logged.map(({ reference }) => reference)).toEqual([answer.headers.get('x-request-id')]);
      }
    }
    expect(faults).toBeGreaterThan(20);
  });
});

describe('F02: names of downloads', () => {
  test.each(['a\r\nSet-Cookie: x=1', '"; filename="x.html', '../../x', "x'y(z)*", 'ä€😀.pdf', '\u0000'])(
    '%j adds no header and leaves no quotes',
    (name) => {
      const header = dispositionOf(name);
      expect(header).toMatch(/^attachment; filename="[A-Za-z0-9._-]*"; filename\*=UTF-8''[!-:<-~]*$/);
      expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
    },
  );
});

test('a table that is empty answers nobody', async () => {
  const app = wholeApi({ ...city.deps, journal: memoryJournal() });
  expect((await app.request('/api/me', { headers: { authorization: 'Bearer admin' } })).status).toBe(401);
});
