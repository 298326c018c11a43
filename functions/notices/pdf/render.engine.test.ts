import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cents } from '../../../shared/kernel/cents.ts';
import type { DecisionFacts } from '../../../shared/notices/decision.ts';
import type { Document } from '../../../shared/notices/document.ts';
import { SAMPLE_GRANT, SAMPLE_REFUSAL } from '../../../shared/notices/sample-decisions.ts';
import { placeholderAnnex } from '../../local/demo/placeholder-annex.ts';
import { partsOf } from './reader/parts.ts';
import { spokenText } from './reader/spoken-text.ts';
import { IncompleteFacts } from './problems.ts';
import { renderDocument, setPages } from './render.ts';

const SHELF = fileURLToPath(new URL('../../../test/.artifacts/notices/', import.meta.url));
mkdirSync(SHELF, { recursive: true });

/** Stands for the text of the general clauses. */
const ANNEX = placeholderAnnex('ANBest-P');
const annex = { file: 'ANBest-P.pdf', sha256: createHash('sha256').update(ANNEX).digest('hex') };

const decision = (facts: DecisionFacts): Document =>
  facts.kind === 'refusal'
    ? { kind: 'decision', facts }
    : { kind: 'decision', facts: { ...facts, annex }, annex: ANNEX };

const rendered = async (name: string, facts: DecisionFacts): Promise<Uint8Array> => {
  const { pdf } = await renderDocument(decision(facts));
  writeFileSync(`${SHELF}${name}.pdf`, pdf);
  return pdf;
};

/** What is read out, line by line; hyphens that only the setting added are left out. */
const readOut = async (pdf: Uint8Array): Promise<string[]> =>
  (await spokenText(pdf)).map(({ text }) => text.replace(/[\u00AD\u200B\u2066-\u2069]/g, '').replaceAll('\u00A0', ' '));

const DISTRICT_GRANT: DecisionFacts = {
  ...SAMPLE_GRANT,
  authority: SAMPLE_REFUSAL.authority,
  remedy: SAMPLE_REFUSAL.remedy,
  requestedCents: cents(4_500_000),
  reasons: ['Die Honorare wurden auf den Satz der Fördergrundsätze gekürzt.'],
};
const SENATE_REFUSAL: DecisionFacts = {
  ...SAMPLE_REFUSAL,
  authority: SAMPLE_GRANT.authority,
  remedy: SAMPLE_GRANT.remedy,
};
const NOTICES: [string, DecisionFacts][] = [
  ['grant-senate', SAMPLE_GRANT],
  ['grant-district', DISTRICT_GRANT],
  ['refusal-senate', SENATE_REFUSAL],
  ['refusal-district', SAMPLE_REFUSAL],
];

describe.each(NOTICES)('%s', (name, facts) => {
  test('is a tagged, archival, accessible document that says what it is', async () => {
    const parts = await partsOf(await rendered(name, facts));
    expect(parts).toMatchObject({ language: 'de-DE', isTagged: true, showsTitle: true });
    expect(parts.title).toContain(facts.caseNumber);
    expect(parts.title).not.toContain(facts.addressee.name);
    expect(parts.metadata).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(parts.metadata).toContain('http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>');
  });

  test('also passes what the typesetter checks for PDF/UA-1 only', () => {
    expect(setPages(decision(facts), 'ua-1').length).toBeGreaterThan(0);
  });

  test('carries its facts as decision.json', async () => {
    const { attachments } = await partsOf(await rendered(name, facts));
    expect([...attachments.keys()].sort()).toEqual(
      facts.kind === 'grant' ? ['ANBest-P.pdf', 'decision.json'] : ['decision.json'],
    );
    expect(JSON.parse(attachments.get('decision.json')!)).toEqual(decision(facts).facts);
  });

  test('does nothing when opened and leads only to our own entry', async () => {
    const { keys, addresses } = await partsOf(await rendered(name, facts));
    for (const key of ['JS', 'JavaScript', 'Launch', 'OpenAction', 'AA', 'AcroForm', 'RichMedia']) {
      expect(keys).not.toContain(key);
    }
    expect([...new Set(addresses)]).toEqual(facts.publication === undefined ? [] : [facts.publication.address]);
  });

  test('weighs at most 80 kB', async () => {
    expect((await rendered(name, facts)).length).toBeLessThanOrEqual(80_000);
  });

  test('is read out in the order of a letter, the remedy instruction whole and alone', async () => {
    const lines = await readOut(await rendered(name, facts));
    const at = (line: string): number => lines.indexOf(line);
    const order = [
      facts.authority.name,
      facts.addressee.name,
      `Geschäftszeichen: ${facts.caseNumber}`,
      'Sehr geehrte Damen und Herren,',
      'V. Rechtsbehelfsbelehrung',
      facts.remedy.text,
      facts.signer.name,
      'Anlagen',
    ].map(at);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(at(facts.remedy.text)).toBe(at('V. Rechtsbehelfsbelehrung') + 1);
  });

  test('bears no mark of a draft: the approver sees the very bytes', async () => {
    expect((await readOut(await rendered(name, facts))).join('\n')).not.toMatch(/Entwurf|nicht bekannt gegeben/i);
  });
});

describe('the same facts', () => {
  const other = (facts: string, zone: string): string =>
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { renderDocument } from '${new URL('render.ts', import.meta.url).href}';
         import * as samples from '${new URL('../../../shared/notices/sample-decisions.ts', import.meta.url).href}';
         const annex = Buffer.from('${Buffer.from(ANNEX).toString('base64')}', 'base64');
         const facts = { ...samples.${facts}, annex: ${JSON.stringify(annex)} };
         const document = facts.kind === 'refusal' ? { kind: 'decision', facts: samples.${facts} } : { kind: 'decision', facts, annex };
         process.stdout.write((await renderDocument(document)).sha256);`,
      ],
      { encoding: 'utf8', env: { ...process.env, TZ: zone, LANG: 'C' } },
    );

  test.each([
    ['SAMPLE_GRANT', SAMPLE_GRANT],
    ['SAMPLE_REFUSAL', SAMPLE_REFUSAL],
  ])('give the same bytes, here and in another process, whatever was set before: %s', async (name, facts) => {
    const first = await renderDocument(decision(facts));
    await renderDocument(decision(SENATE_REFUSAL));
    expect((await renderDocument(decision(facts))).sha256).toBe(first.sha256);
    expect(other(name, 'Asia/Kolkata')).toBe(first.sha256);
  });

  test('and another amount give other bytes', async () => {
    const changed = await renderDocument(decision({ ...SAMPLE_REFUSAL, requestedCents: cents(1_250_001) }));
    expect(changed.sha256).not.toBe((await renderDocument(decision(SAMPLE_REFUSAL))).sha256);
  });
});

describe('what people typed', () => {
  test.each([
    [
      'markup of the typesetter',
      '#panic("x") $x^2$ [*fett*] _k_ `raw` @ref <label> = Titel // Rest /* x */ \\u{41} ~ --',
    ],
    ['syntax of PDF', '(nicht) >> endobj stream /JS (app.alert(1)) \\) \\( %PDF'],
    ['quotes and spaces', `"a" 'b'  zwei Leerzeichen`],
    ['names', 'Şahin, Nguyễn Thị, Łódź, Общество «Дружба»'],
  ])('comes out as typed: %s', async (name, typed) => {
    const facts = { ...SAMPLE_GRANT, title: typed, specialClauses: [typed], reasons: [typed] };
    const lines = await readOut(await rendered(`typed-${name.replaceAll(' ', '-')}`, facts));
    expect(lines).toContain(typed);
    expect(lines).toContain(`Besondere Auflage. ${typed}`);
    expect(setPages(decision(facts), 'ua-1').length).toBeGreaterThan(0);
  });

  test('keeps every Arabic word whole and the last dot of e.V. behind it', async () => {
    const facts = { ...SAMPLE_GRANT, reasons: ['جمعية الصداقة e.V.'] };
    const line = (await readOut(await rendered('typed-arabic', facts))).find((read) =>
      /^\p{Script=Arabic}/u.test(read),
    )!;
    expect(line.split(' ').toSorted()).toEqual(['e.V.', 'الصداقة', 'جمعية']);
    expect(line).toMatch(/ e\.V\.$/);
  });

  test('turns nothing round beside it, even with marks of direction', async () => {
    const facts = { ...SAMPLE_GRANT, specialClauses: ['\u2069\u202E001 Euro'], reasons: ['\u202E jetzt'] };
    const lines = await readOut(await rendered('typed-direction', facts));
    expect(lines.some((line) => line.includes('bis zur Höhe von 40.000,00 Euro'))).toBe(true);
    expect(lines).toContain(facts.remedy.text);
  });

  test('keeps its lines', async () => {
    const lines = await readOut(await rendered('typed-lines', { ...SAMPLE_GRANT, reasons: ['Erstens.\nZweitens.'] }));
    expect(lines).toContain('Erstens. Zweitens.');
  });

  test('is said otherwise or named where no font shows it, and never printed as a blank', async () => {
    const facts = { ...SAMPLE_GRANT, title: 'Ankommen → Fest ✓ der 友好' };
    const said = (await readOut(await rendered('typed-unprintable', facts))).join(' ');
    expect(said).toContain('Ankommen -> Fest [x] der [U+53CB][U+597D]');
  });
});

test('nothing is rendered without its mandatory content', async () => {
  await expect(renderDocument(decision({ ...SAMPLE_REFUSAL, reasons: [] }))).rejects.toThrow(IncompleteFacts);
});

test('no grant is set whose annex is missing or another one than its hash says', async () => {
  const facts = { ...SAMPLE_GRANT, annex };
  await expect(renderDocument({ kind: 'decision', facts })).rejects.toThrow(IncompleteFacts);
  const other = placeholderAnnex('ein anderer Text');
  await expect(renderDocument({ kind: 'decision', facts, annex: other })).rejects.toThrow(IncompleteFacts);
});

test('the text of the general clauses lies in the file of the notice, byte for byte', async () => {
  const { attachments } = await partsOf(await rendered('grant-annex', SAMPLE_GRANT));
  expect([...attachments.keys()].sort()).toEqual(['ANBest-P.pdf', 'decision.json']);
  expect(attachments.get('ANBest-P.pdf')).toBe(Buffer.from(ANNEX).toString());
});

test('a long plan runs over the page with its header repeated and every line there', async () => {
  const costs = Array.from({ length: 60 }, (_, i) => ({ label: `Posten ${i + 1}`, cents: cents(100_000) }));
  const plan = { costs, cover: [{ label: 'Eigenmittel', cents: cents(2_000_000) }] };
  const facts = {
    ...SAMPLE_GRANT,
    plan,
    eligibleCents: cents(6_000_000),
    rate: { grantCents: cents(4_000_000), eligibleCents: cents(6_000_000) },
  };
  const lines = await readOut(await rendered('long-plan', facts));
  expect(lines.filter((line) => line.startsWith('Posten '))).toHaveLength(60);
});
