import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { cents } from '../../shared/kernel/cents.ts';
import { day, instant } from '../../shared/kernel/day.ts';
import { paymentFile } from '../../shared/payments/file/payment-file.ts';
import { readStatement } from './read-statement.ts';
import { statementXml } from './statement.fixture.ts';

const IBAN = 'DE89370400440532013000';
const SAMPLE = '../shared/data/iso20022/samples/camt053-ok.xml';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusalOf = (text: string): string | undefined => {
  const result = readStatement(bytesOf(text), IBAN);
  return result.ok ? undefined : result.refusal;
};

const problemsOf = async (schema: string, contents: string): Promise<readonly unknown[]> => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'file.xml', contents }],
    schema: [readFileSync(`test/support/iso20022/${schema}.xsd`, 'utf8')],
  });
  return errors;
};

beforeAll(() => mkdirSync('test/.artifacts/payments', { recursive: true }));

describe('the schema of ISO 20022', () => {
  test('holds for our payment file, with the names that people bear', async () => {
    const holders = [
      'Şükrü Yılmaz',
      'Nguyễn Thị Ước',
      'Łukasz Żółć',
      "D'Àngelo",
      'Müller & Söhne e.V.',
      'x'.repeat(100),
    ];
    const result = paymentFile({
      messageId: 'R0123456789ABCDEF01234567-1',
      createdAt: instant('2026-11-23T09:00:00Z'),
      executionDay: day('2026-11-25'),
      payer: { name: 'Bezirkskasse Musterstadt', iban: IBAN, bic: 'MARKDEF1100' },
      transfers: holders.map((holder, index) => ({
        endToEndId: `A26-00000${index}`,
        cents: cents(1 + 3333 * index),
        holder,
        iban: 'AT611904300234573201',
        remittance: 'Sitzungsgeld 16.11.2026, Bezirksbeirat '.repeat(6),
      })),
    });
    const xml = result.ok ? result.value : '';
    writeFileSync('test/.artifacts/payments/six-holders.xml', xml);
    expect(await problemsOf('pain.001.001.09', xml)).toEqual([]);
  });

  test('holds for the statements that the tests make up', async () => {
    const xml = statementXml(IBAN, [
      { endToEndId: 'A26-000001', amount: '20.00', iban: 'AT611904300234573201' },
      { endToEndId: 'A26-000001', amount: '20.00', returned: 'AC04', reference: '2' },
    ]);
    expect(await problemsOf('camt.053.001.08', xml)).toEqual([]);
  });
});

describe('reading a statement', () => {
  test.skipIf(!existsSync(SAMPLE) && process.env['CI'] === undefined)(
    'tells booked and returned apart, also in a batch',
    () => {
      const result = readStatement(readFileSync(SAMPLE), IBAN);
      const entries = result.ok ? result.value.entries : [];
      expect(
        entries.map(({ endToEndId, cents: amount, direction, returned, on }) => [
          endToEndId,
          amount,
          direction,
          returned,
          on,
        ]),
      ).toEqual([
        ['AE-2026-000001', 6000, 'debit', undefined, '2026-12-01'],
        ['AE-2026-000002', 1234, 'debit', undefined, '2026-12-01'],
        ['AE-2026-000002', 1234, 'credit', 'AC04', '2026-12-01'],
      ]);
    },
  );

  const MOVEMENT = { endToEndId: 'A26-000001', amount: '20.00' };

  test('a movement is the same in every file and counts once where a file doubles it', () => {
    const once = readStatement(bytesOf(statementXml(IBAN, [MOVEMENT])), IBAN);
    const thrice = readStatement(bytesOf(statementXml(IBAN, [MOVEMENT, MOVEMENT, MOVEMENT], 'S-2')), IBAN);
    expect(thrice).toEqual(once);
  });

  test('what the bank numbers apart stays apart', () => {
    const two = [1, 2].map((number) => ({ ...MOVEMENT, reference: String(number) }));
    expect(readStatement(bytesOf(statementXml(IBAN, two)), IBAN)).toMatchObject({ value: { entries: { length: 2 } } });
  });

  test('what is pending or for information is no money', () => {
    const xml = statementXml(IBAN, [
      { ...MOVEMENT, status: 'PDNG' },
      { ...MOVEMENT, status: 'INFO' },
    ]);
    expect(readStatement(bytesOf(xml), IBAN)).toMatchObject({ value: { entries: [], pending: 2 } });
  });

  test('a batch whose transfers do not add up, or are not told, is not read as transfers', () => {
    const batch = statementXml(IBAN, [MOVEMENT]);
    const detail = /<TxDtls>.*<\/TxDtls>/.exec(batch)![0];
    const other = detail.replace('A26-000001', 'A26-000002');
    const differing = batch.replace(detail, detail + other);
    const bare = batch.replace(detail, '<Btch><NbOfTxs>2</NbOfTxs></Btch>');
    expect(readStatement(bytesOf(differing), IBAN)).toMatchObject({
      value: { entries: [{ unreadable: 'amounts-differ' }, { unreadable: 'amounts-differ' }] },
    });
    expect(readStatement(bytesOf(bare), IBAN)).toMatchObject({
      value: { entries: [{ unreadable: 'batch-without-details', cents: 2000 }] },
    });
  });

  const good = statementXml(IBAN, [MOVEMENT]);
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  test.each([
    [
      'a document type',
      good.replace('<Document', '<!DOCTYPE Document SYSTEM "http://evil.example/x.dtd"><Document'),
      'statement-dtd',
    ],
    [
      'an external entity',
      good.replace('<Document', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document'),
      'statement-dtd',
    ],
    [
      'billion laughs',
      good.replace('<Document', `<!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]><Document`),
      'statement-dtd',
    ],
    ['ten thousand levels', good.replace('<Stmt>', '<a>'.repeat(10_000)), 'statement-form'],
    ['another document', '<?xml version="1.0"?><html xmlns="x"></html>', 'statement-form'],
    ['a payment file', good.replace('camt.053.001.08', 'pain.001.001.09'), 'statement-form'],
    ['an older version', good.replace('camt.053.001.08', 'camt.053.001.02'), 'statement-form'],
    ['half a document', good.slice(0, good.length / 2), 'statement-form'],
    ['nothing', '', 'statement-form'],
    ['another account', good.replace(IBAN, 'DE38469138101051802512'), 'other-account'],
    ['another currency', good.replaceAll('EUR', 'CHF'), 'other-currency'],
    ['an amount that is none', good.replaceAll('20.00', '2e3'), 'statement-form'],
    ['a day that is none', good.replaceAll('2026-11-25', '2026-02-30'), 'statement-form'],
    ['neither credit nor debit', good.replaceAll('DBIT', 'BOTH'), 'statement-form'],
  ])('%s is refused', (_, xml, refusal) => expect(refusalOf(xml)).toBe(refusal));

  test('bytes in another encoding are refused', () => {
    const utf16 = Buffer.from(`\uFEFF${good}`, 'utf16le');
    expect(readStatement(utf16, IBAN)).toMatchObject({ ok: false, refusal: 'statement-form' });
  });

  test('a thousand movements are read, each once', () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({ endToEndId: `A26-${i}`, amount: '20.00' }));
    expect(readStatement(bytesOf(statementXml(IBAN, many)), IBAN)).toMatchObject({
      value: { entries: { length: 1000 } },
    });
  });
});
