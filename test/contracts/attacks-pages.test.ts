import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtWeb } from '../../scripts/built-web.ts';
import { ledgerDeps } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { launch, personWith } from '../support/browser.ts';
import { testCity } from '../support/city.ts';
import { decideExample, EXAMPLE_PROPOSAL, submitExample, takeEffect } from '../support/example-case.ts';
import { serveSite } from '../support/site.ts';

/** Texts that would do something on a page which takes them for more than text. The forms refuse most of them; a page must not rely on that. */
const HOSTILE = [
  '<script>window.hit=1</script>',
  '<img src=x onerror="window.hit=1" data-hit>',
  '"><svg onload=window.hit=1 data-hit>',
  "' onmouseover='window.hit=1' data-hit='",
  'javascript:window.hit=1',
  '</title><iframe srcdoc="<script>parent.hit=1</script>">',
  '{{constructor.constructor("window.hit=1")()}}',
  '${window.hit=1}',
  '$t(kernel.fault) {{name}}',
  '<!--<img title="--><img src=x onerror=window.hit=1 data-hit>">',
  '<math><mi xlink:href="javascript:window.hit=1">x</mi></math>',
  '\u202Etxet\u2066 1.000 €',
  '&lt;b data-hit&gt;',
] as const;

/** Fields that hold what a person typed. */
const TYPED = new Set(
  (
    'title purpose goals label contact reasons examinationNote text by officer savedBy ' +
    'typed strong caption alt addressee specialClauses registerId place caseNumber'
  ).split(' '),
);
/** Where a name is typed and not a text in three languages. */
const NAMED = new Set(['organisation', 'funder', 'recipient', 'signature', 'me']);

let count = 0;
const hostile = (): string => HOSTILE[(count += 1) % HOSTILE.length]!;

const poisoned = (value: unknown, key: string, inside: string): unknown => {
  if (typeof value === 'string') return TYPED.has(key) || (key === 'name' && NAMED.has(inside)) ? hostile() : value;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, key, inside));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name, key)]));
};

/** What the real portal answers to this person, with every typed text made hostile. */
const answersFor = async (who: string) => {
  const city = await testCity('2026-11-23T11:00:00.000Z' as Instant);
  const { notice } = await decideExample(city, 'app-null');
  await takeEffect(city, notice);
  await submitExample(city, 'app-eins');
  await city.post('case-officer', '/api/funding/applications/app-eins/propose-approval', {
    ...EXAMPLE_PROPOSAL,
    specialClauses: ['Eine Auflage'],
    clauseReasons: 'Eine Begründung',
  });
  await sequence(ledgerDeps(city.deps.journal, city.deps.files));
  const { items } = (await (await city.get(undefined, '/api/public/entries')).json()) as { items: { id: string }[] };
  const asked = [
    '/api/me',
    '/api/programmes/calls',
    '/api/funding/applications',
    '/api/funding/work-list?queue=review',
    '/api/funding/work-list?queue=decision',
    '/api/funding/work-list?queue=closed',
    '/api/funding/applications/app-eins',
    '/api/funding/applications/app-null',
    '/api/notices',
    `/api/notices/${notice}`,
    '/api/public/entries?',
    `/api/public/entries/${items[0]!.id}`,
    '/api/public/report',
  ];
  const found = new Map<string, { status: number; body: unknown }>();
  for (const path of asked) {
    const answer = await city.get(who, path);
    const body = poisoned(await answer.json(), '', path === '/api/me' ? 'me' : '');
    found.set(`GET ${path}`, { status: answer.status, body });
  }
  const preview = await city.post(who, '/api/notices/previews/app-eins', {});
  found.set('POST /api/notices/previews/app-eins', {
    status: preview.status,
    body: poisoned(await preview.json(), '', ''),
  });
  return { found, notice, entry: items[0]!.id };
};

describe('I01: hostile texts on the pages', () => {
  let browser: Browser;
  beforeAll(async () => {
    await builtWeb();
    browser = await launch();
  });
  afterAll(async () => browser?.close());

  test.each([
    ['approver', 'de'],
    ['signatory', 'ar'],
  ] as const)(
    'stay text for the %s in %s: no script, no element, no complaint of the policy',
    async (who, language) => {
      const { found, notice, entry } = await answersFor(who);
      const site = await serveSite((method, path) => found.get(`${method} ${path}`));
      const context = await personWith(browser, { language, width: 1280 }, site.url);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('console', (message) => {
        if (/Content Security Policy|refused to/i.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      let shown = 0;
      for (const path of [
        '/',
        '/ledger',
        `/ledger/entries/${entry}`,
        '/reports',
        '/funding/cases',
        '/funding/work-list',
        '/funding/work-list?queue=decision',
        '/funding/cases/app-eins',
        '/funding/cases/app-null',
        '/funding/cases/app-eins/decide',
        '/notices',
        `/notices/${notice}`,
        '/ledger?q=%3Cscript%3Ewindow.hit%3D1%3C%2Fscript%3E',
        '/funding/cases/%3Cimg%20src%3Dx%20onerror%3Dwindow.hit%3D1%3E',
      ]) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        const text = await page.evaluate<string>('document.body.innerText');
        shown += HOSTILE.filter((one) => text.includes(one)).length;
        expect(await page.evaluate('window.hit'), path).toBeUndefined();
        const alien = '[data-hit],iframe,math,img[src="x"],[onerror],[onload],[onmouseover],a[href^="javascript"]';
        expect(await page.locator(alien).count(), path).toBe(0);
        expect(await page.locator('script:not([src])').count(), path).toBe(0);
      }
      expect(complaints).toEqual([]);
      expect(shown, 'hostile texts that were shown as typed').toBeGreaterThan(20);
      await context.close();
      await site.close();
    },
  );
});
