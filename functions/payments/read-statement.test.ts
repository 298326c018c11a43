import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStatement } from './read-statement.ts';
import { statementXml } from './statement.fixture.ts';

const IBAN = 'DE89370400440532013000';
const SAMPLE = '../shared/data/iso20022/samples/camt053-ok.xml';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) => readStatement(typeof text === 'string' ? bytesOf(text) : text, IBAN);
const entriesIn = (text: string | Uint8Array) => {
  const result = read(text);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.entries;
};
const MOVEMENT = { endToEndId: 'A26-000001', amount: '20.00' };
const good = statementXml(IBAN, [MOVEMENT]);

test.skipIf(!existsSync(SAMPLE) && process.env['CI'] === undefined)(
  'booked and returned are told apart, also in a batch (skipped without ../shared/data)',
  () => {
    const entries = entriesIn(readFileSync(SAMPLE));
    expect(
      entries.map(({ endToEndId, cents, direction, returned, on }) => [endToEndId, cents, direction, returned, on]),
    ).toEqual([
      ['AE-2026-000001', 6000, 'debit', undefined, '2026-12-01'],
      ['AE-2026-000002', 1234, 'debit', undefined, '2026-12-01'],
      ['AE-2026-000002', 1234, 'credit', 'AC04', '2026-12-01'],
    ]);
  },
);

test('what is pending or for information is no money', () => {
  const xml = statementXml(IBAN, [
    { ...MOVEMENT, status: 'PDNG' },
    { ...MOVEMENT, status: 'INFO' },
  ]);
  expect(read(xml)).toMatchObject({ value: { entries: [], pending: 2 } });
});

test('a batch whose transfers do not add up, or are not told, is not read as transfers', () => {
  const detail = /<TxDtls>.*<\/TxDtls>/.exec(good)![0];
  const other = detail.replace('A26-000001', 'A26-000002');
  expect(entriesIn(good.replace(detail, detail + other))).toMatchObject([
    { unreadable: 'amounts-differ' },
    { unreadable: 'amounts-differ' },
  ]);
  expect(entriesIn(good.replace(detail, '<Btch><NbOfTxs>2</NbOfTxs></Btch>'))).toMatchObject([
    { unreadable: 'batch-without-details', cents: 2000 },
  ]);
});

describe('odd entries go to a person, and the rest of the file is taken', () => {
  const second = statementXml(IBAN, [MOVEMENT, { endToEndId: 'A26-000002', amount: '7.00' }]);
  const first = (from: string, to: string) => entriesIn(second.replaceAll(from, to));

  test.each([
    ['an amount that is none', '20.00', '2e3', 'amount-unreadable', '2e3 EUR'],
    ['a part of a cent', '20.00', '20.005', 'amount-unreadable', '20.005 EUR'],
    ['a negative amount', '20.00', '-20.00', 'amount-unreadable', '-20.00 EUR'],
    ['more than is ever paid here', '20.00', '1000000000.00', 'amount-too-large', '1000000000.00 EUR'],
    ['more digits than a number holds', '20.00', '9'.repeat(30), 'amount-too-large', `${'9'.repeat(30)} EUR`],
    ['another currency', 'Ccy="EUR">20.00', 'Ccy="CHF">20.00', 'other-currency', '20.00 CHF'],
  ])('%s', (_, from, to, unreadable, amountText) => {
    expect(first(from, to)).toMatchObject([
      { cents: 0, unreadable, amountText, endToEndId: 'A26-000001' },
      { cents: 700, endToEndId: 'A26-000002' },
    ]);
  });

  test('a day that is none, and neither credit nor debit', () => {
    const [head, tail] = [second.slice(0, second.indexOf('</Ntry>')), second.slice(second.indexOf('</Ntry>'))];
    expect(
      entriesIn(
        head
          .replaceAll('<Ntry>', '<Ntry>')
          .replaceAll('2026-11-25</Dt></BookgDt>', '2026-02-30</Dt></BookgDt>')
          .replaceAll('2026-11-25</Dt></ValDt>', '2026-02-30</Dt></ValDt>') + tail,
      ),
    ).toMatchObject([
      { unreadable: 'day-missing', on: '2026-11-26' },
      { cents: 700, on: '2026-11-25' },
    ]);
    expect(entriesIn(head.replaceAll('DBIT', 'BOTH') + tail)).toMatchObject([
      { unreadable: 'direction-unknown' },
      { direction: 'debit' },
    ]);
  });
});

describe('amounts are xs:decimal', () => {
  test.each([
    ['000000000000149.87', 14_987],
    ['20.', 2000],
    ['.50', 50],
    ['+20.00', 2000],
    ['20.10000', 2010],
    ['999999999.99', 99_999_999_999],
  ])('%s', (written, cents) => expect(entriesIn(good.replaceAll('20.00', written))).toMatchObject([{ cents }]));
});

describe('what came back', () => {
  test.each(['true', '1'])('a reversal is an xs:boolean: %s', (flag) => {
    const xml = statementXml(IBAN, [{ ...MOVEMENT, credit: true }]).replace('<Sts>', `<RvslInd>${flag}</RvslInd><Sts>`);
    expect(entriesIn(xml)).toMatchObject([{ direction: 'credit', returned: 'MS03' }]);
    expect(
      entriesIn(
        xml
          .replaceAll('CRDT</CdtDbtInd><RvslInd', 'DBIT</CdtDbtInd><RvslInd')
          .replace('<CdtDbtInd>CRDT</CdtDbtInd></TxDtls>', '<CdtDbtInd>DBIT</CdtDbtInd></TxDtls>'),
      ),
    ).toMatchObject([{ direction: 'debit', returned: 'MS03' }]);
  });
  test('the code of a return may stand at the transfer alone', () => {
    const code = '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RRCT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>';
    const xml = statementXml(IBAN, [{ ...MOVEMENT, credit: true }]).replace('</TxDtls>', `${code}</TxDtls>`);
    expect(entriesIn(xml)).toMatchObject([{ returned: 'MS03' }]);
  });
});

test('a time with its zone is the day in Berlin', () => {
  const at = (time: string) => good.replaceAll(/<ValDt>.*?<\/ValDt>/g, `<ValDt><DtTm>${time}</DtTm></ValDt>`);
  expect(
    ['2026-11-25T23:30:00Z', '2026-11-25T23:30:00+01:00', '2026-11-25T23:30:00', '2026-06-30T22:00:00.000Z'].map(
      (time) => entriesIn(at(time))[0]?.on,
    ),
  ).toEqual(['2026-11-26', '2026-11-25', '2026-11-25', '2026-07-01']);
});

describe('several accounts in a file', () => {
  const other = statementXml('DE02120300000000202051', []);
  const stmt = /<Stmt>.*<\/Stmt>/.exec(other)![0];

  test('the own statement is taken, the others are passed over and counted', () => {
    expect(read(good.replace('</Stmt>', `</Stmt>${stmt}${stmt}`))).toMatchObject({
      value: { others: 2, entries: { length: 1 } },
    });
  });
  test('the number may be written with spaces and small letters', () => {
    expect(entriesIn(good.replace(IBAN, 'de89 3704 0044 0532 0130 00'))).toHaveLength(1);
  });
});

describe('opening balance, movements and closing balance', () => {
  const statement = (closing: string) =>
    statementXml(IBAN, [MOVEMENT, { endToEndId: 'A26-000002', amount: '7.00', returned: 'AC04' }], 'S-1', { closing });

  test('that fit are known to fit', () => {
    expect(read(statement('987.00'))).toMatchObject({
      value: { isBalanced: true, opening: { cents: 100_000 }, closing: { cents: 98_700, on: '2026-11-25' } },
    });
  });
  test('that do not fit refuse the file, with the difference', () => {
    expect(read(statement('2987.5'))).toMatchObject({
      refusal: 'statement-balance',
      values: { difference: '2.000,50 EUR', opening: '1.000,00 EUR', moved: '-13,00 EUR', closing: '2.987,50 EUR' },
    });
  });
  test('billions are added exactly', () => {
    const xml = statementXml(IBAN, [{ amount: '98765432109876.01' }], 'S-1', {
      opening: '98765432109877.02',
      closing: '1.01',
    });
    expect(read(xml)).toMatchObject({ value: { isBalanced: true, entries: [{ unreadable: 'amount-too-large' }] } });
  });
  test('that are not both there say nothing', () => expect(read(good)).toMatchObject({ value: { isBalanced: false } }));
});
