import { expect, test } from 'vitest';
import { cents } from '../kernel/cents.ts';
import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import { sealEntry } from './entry.ts';
import { differences, publicEntryOf } from './public-entry.ts';
import type { PublicEntry } from './wire.ts';

let salts = 0;
const { entry, disclosures } = sealEntry(
  {
    id: asId('entry-1'),
    kind: 'allocated',
    year: 2026,
    day: day('2026-03-01'),
    cents: cents(100_000),
    funder: 'senatsverwaltung',
    policyField: 'Integration',
    legalMode: 'projectFunding',
    caseNumber: 'SenASGIVA 2026/000001',
  },
  {
    recipient: 'Verein Aurora e. V.',
    registerId: 'VR_1',
    purpose: 'Sprachcafé',
    place: '10999 Berlin',
    funder: 'Senat',
  },
  () => new Uint8Array(32).fill((salts += 1)),
);
const SIGNED = publicEntryOf(entry, disclosures, 858);

/** Another value for each field that a page shows of an entry; written down by hand. */
const FORGED: readonly Partial<Record<keyof PublicEntry, unknown>>[] = [
  { index: 857 },
  { kind: 'historic' },
  { year: 2025 },
  { day: '2026-03-02' },
  { amountCents: 999_999_900 },
  { currency: 'USD' },
  { funder: { id: 'senatsverwaltung', name: 'Bezirksamt' } },
  { funder: { id: 'bezirksamt', name: 'Senat' } },
  { recipient: { id: SIGNED.recipient!.id, name: 'Erfunden e. V.' } },
  { recipient: undefined },
  { nameWithheld: 'business-secret' },
  { registerId: 'VR_2' },
  { purpose: 'Etwas anderes' },
  { purpose: undefined },
  { place: '10115 Berlin' },
  { policyField: 'Sport' },
  { district: 'be-03' },
  { legalMode: 'institutionalFunding' },
  { caseNumber: 'SenASGIVA 2026/000002' },
  { corrects: 'entry-0' },
  { quarter: '2026-Q1' },
  { persons: 7 },
  { sittings: 7 },
  { body: 'body-bezirk-03' },
  { programme: 'struktur' },
];

test.each(FORGED)('a page that shows something else than the signed entry is told: %j', (forged) => {
  const shown = JSON.parse(JSON.stringify({ ...SIGNED, ...forged })) as PublicEntry;
  expect(differences(shown, SIGNED)).toEqual(Object.keys(forged));
});

test('what the city adds later and the order of fields are no difference', () => {
  const { id, funder, ...others } = SIGNED;
  const shown = { ...others, funder: { name: funder.name, id: funder.id }, supersededBy: asId<'entry'>('entry-9'), id };
  expect(differences(shown, SIGNED)).toEqual([]);
});
