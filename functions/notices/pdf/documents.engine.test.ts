import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cents } from '../../../shared/kernel/cents.ts';
import type { Document } from '../../../shared/notices/document.ts';
import { SAMPLE_GRANT } from '../../../shared/notices/sample-decisions.ts';
import {
  SAMPLE_CLAIM_DECISION,
  SAMPLE_ORDER_LIST,
  SAMPLE_STATEMENT,
} from '../../../shared/notices/sample-documents.ts';
import { partsOf } from './reader/parts.ts';
import { spokenText } from './reader/spoken-text.ts';
import { IncompleteFacts, UnprintableText } from './problems.ts';
import { renderDocument, setPages } from './render.ts';

const SHELF = fileURLToPath(new URL('../../../test/.artifacts/notices/', import.meta.url));
mkdirSync(SHELF, { recursive: true });

const rendered = async (name: string, document: Document): Promise<Uint8Array> => {
  const { pdf } = await renderDocument(document);
  writeFileSync(`${SHELF}${name}.pdf`, pdf);
  return pdf;
};

const readOut = async (pdf: Uint8Array): Promise<string[]> =>
  (await spokenText(pdf)).map(({ text }) => text.replace(/[\u00AD\u200B\u2066-\u2069]/g, '').replaceAll('\u00A0', ' '));

const { authority, remedy } = SAMPLE_GRANT;
const DOCUMENTS: [string, Document, attached: string][] = [
  ['claim-district', { kind: 'claimDecision', facts: SAMPLE_CLAIM_DECISION }, 'decision.json'],
  ['claim-senate', { kind: 'claimDecision', facts: { ...SAMPLE_CLAIM_DECISION, authority, remedy } }, 'decision.json'],
  ['statement', { kind: 'statement', facts: SAMPLE_STATEMENT }, 'statement.json'],
  ['order-list', { kind: 'orderList', facts: SAMPLE_ORDER_LIST }, 'order-list.json'],
];

describe.each(DOCUMENTS)('%s', (name, document, attached) => {
  test('is a tagged, archival, accessible document with its facts in it, and does nothing when opened', async () => {
    const parts = await partsOf(await rendered(name, document));
    expect(parts).toMatchObject({ language: 'de-DE', isTagged: true, showsTitle: true, addresses: [] });
    expect(parts.metadata).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(parts.metadata).toContain('http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>');
    expect([...parts.attachments.keys()]).toEqual([attached]);
    expect(JSON.parse(parts.attachments.get(attached)!)).toEqual(document.facts);
    for (const key of ['JS', 'JavaScript', 'Launch', 'OpenAction', 'AA', 'AcroForm'])
      expect(parts.keys).not.toContain(key);
    expect(setPages(document, 'ua-1').length).toBeGreaterThan(0);
  });

  test('same facts, same bytes, and the title names nobody', async () => {
    const first = await renderDocument(document);
    expect((await renderDocument(structuredClone(document))).sha256).toBe(first.sha256);
    expect((await partsOf(first.pdf)).title).not.toContain('Probemann');
  });
});

test('a notice on a claim is read out in the order of a letter, its amounts with their columns', async () => {
  const lines = await readOut(await rendered('claim-district', DOCUMENTS[0]![1]));
  const at = (line: string): number => lines.indexOf(line);
  const order = [
    'Fatima Probemann',
    'Geschäftszeichen: A26-7K3MPQ',
    'Guten Tag Fatima Probemann,',
    'Beantragt (Euro)',
    '51,40',
  ];
  const places = [...order, 'V. Rechtsbehelfsbelehrung', SAMPLE_CLAIM_DECISION.remedy.text, 'Petra Kiezowski'].map(at);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('a long order list runs over pages with every payment on it once', async () => {
  const items = Array.from({ length: 120 }, (_, index) => ({
    ...SAMPLE_ORDER_LIST.items[0]!,
    caseNumber: `A26-${String(index).padStart(6, '0')}`,
    cents: cents(20_00),
  }));
  const facts = { ...SAMPLE_ORDER_LIST, items, count: 120, sumCents: cents(2_400_00) };
  const pdf = await rendered('order-list-long', { kind: 'orderList', facts });
  expect((await partsOf(pdf)).pages).toBeGreaterThan(3);
  const lines = await readOut(pdf);
  for (const { caseNumber } of items) expect(lines.filter((line) => line === caseNumber)).toHaveLength(1);
});

test('no list is set whose lines and totals differ, and no name that cannot be printed', async () => {
  const wrong = { ...SAMPLE_ORDER_LIST, sumCents: cents(1) };
  await expect(renderDocument({ kind: 'orderList', facts: wrong })).rejects.toThrow(IncompleteFacts);
  const facts = { ...SAMPLE_STATEMENT, name: 'Fatima 🎉' };
  await expect(renderDocument({ kind: 'statement', facts })).rejects.toThrow(UnprintableText);
});
