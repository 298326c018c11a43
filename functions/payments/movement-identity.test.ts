import { expect, test } from 'vitest';
import { readStatement } from './read-statement.ts';
import { statementXml, type Around, type Movement } from './statement.fixture.ts';

const IBAN = 'DE89370400440532013000';
const ONE: Movement = { amount: '20.00', credit: true, iban: 'AT611904300234573201' };
const idsOf = (xml: string) => {
  const result = readStatement(new TextEncoder().encode(xml), IBAN);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.entries.map(({ id }) => id);
};
const ids = (movements: readonly Movement[], id = 'S-1', around: Around = {}) =>
  idsOf(statementXml(IBAN, movements, id, around));
const different = (...all: readonly string[][]) => new Set(all.flat()).size;

test('movements that say the same count as often as the file tells of them', () => {
  expect(different(ids([ONE, ONE, ONE]))).toBe(3);
});

test('also across the statements of one file', () => {
  const xml = statementXml(IBAN, [ONE]);
  const stmt = /<Stmt>.*<\/Stmt>/.exec(xml)![0];
  expect(different(idsOf(xml.replace('</Stmt>', `</Stmt>${stmt}`)))).toBe(2);
});

test('a transfer that was debited twice is two movements', () => {
  const debit = { amount: '20.00', endToEndId: 'A26-000001' };
  expect(different(ids([debit, debit]))).toBe(2);
});

test('each transfer of a batch counts, whether it has a reference of its own or not', () => {
  const xml = statementXml(IBAN, [{ ...ONE, amount: '20.00' }]);
  const detail = /<TxDtls>.*<\/TxDtls>/.exec(xml)![0];
  const named = (name: string) => detail.replace('<Refs>', `<Refs><AcctSvcrRef>${name}</AcctSvcrRef>`);
  expect(different(idsOf(xml.replace(detail, named('T-1') + named('T-2'))))).toBe(2);
  expect(different(idsOf(xml.replace(detail, detail + detail)))).toBe(2);
});

test('a movement that two overlapping files tell of is one, whatever stands beside it', () => {
  const other = { ...ONE, amount: '5.00' };
  for (const first of [ONE, { ...ONE, bankReference: 'B-1' }, { ...ONE, bankReference: 'NONREF' }])
    expect(different(ids([first, first], 'S-1'), ids([other, first, first], 'S-2'))).toBe(3);
});

test.each([
  ['the bank’s own reference', { bankReference: 'B-1' }, { bankReference: 'B-2' }],
  [
    'the entry’s number beside a reference that is none',
    { bankReference: 'NONREF', reference: '1' },
    { bankReference: 'NONREF', reference: '2' },
  ],
  [
    'the entry’s number beside a reference',
    { bankReference: 'B', reference: '1' },
    { bankReference: 'B', reference: '2' },
  ],
])('%s keeps movements of two files apart', (_, one, two) => {
  expect(different(ids([{ ...ONE, ...one }]), ids([{ ...ONE, ...two }]))).toBe(2);
});

test('without a reference, the number of the statement keeps them apart', () => {
  expect(different(ids([ONE], 'S', { number: '1' }), ids([ONE], 'S', { number: '2' }))).toBe(2);
  const named = { ...ONE, bankReference: 'B-1' };
  expect(different(ids([named], 'S', { number: '1' }), ids([named], 'S', { number: '2' }))).toBe(1);
});
