import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { cents } from '../../shared/kernel/cents.ts';
import { day, instant } from '../../shared/kernel/day.ts';
import { paymentFile } from '../../shared/payments/file/payment-file.ts';
import { statementXml } from './statement.fixture.ts';

const IBAN = 'DE89370400440532013000';

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
