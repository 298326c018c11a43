import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cents } from '../../kernel/cents.ts';
import { addDays, day, instant, yearOf } from '../../kernel/day.ts';
import { findingsInPaymentFile } from './check-payment-file.ts';
import { paymentFile, type PaymentFile } from './payment-file.ts';
import { isReference, sepaText } from '../../accounts/sepa-text.ts';
import { isTargetDay, nextTargetDay } from './target-day.ts';

const SHARED = '../shared/data';
const isThere = existsSync(SHARED);
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'allowed' : result.refusal);

const FILE: PaymentFile = {
  messageId: 'R0123456789ABCDEF-1',
  createdAt: instant('2026-11-23T09:00:00Z'),
  executionDay: day('2026-11-25'),
  payer: { name: 'Bezirkskasse Musterstadt', iban: 'DE89370400440532013000' },
  transfers: [
    {
      endToEndId: 'A26-000001',
      cents: cents(2000),
      holder: 'Şükrü Yılmaz',
      iban: 'AT611904300234573201',
      remittance: 'Sitzungsgeld',
    },
    {
      endToEndId: 'A26-000002',
      cents: cents(1),
      holder: 'Nguyễn Thị Ước',
      iban: 'DE89370400440532013000',
      remittance: 'Fahrt & Taxi',
    },
  ],
};

const written = (change: Partial<PaymentFile> = {}): string => {
  const result = paymentFile({ ...FILE, ...change });
  return result.ok ? result.value : '';
};

describe('names in the alphabet of the banks', () => {
  test.each([
    ['Şükrü Yılmaz', 'Suekrue Yilmaz'],
    ['Łukasz Żółć', 'Lukasz Zolc'],
    ['Nguyễn Thị Ước', 'Nguyen Thi Uoc'],
    ['Đặng Văn Đức', 'Dang Van Duc'],
    ['Françoise Çağlar', 'Francoise Caglar'],
    ['Straße & Weiß GmbH', 'Strasse + Weiss GmbH'],
    ['Søren Åkesson', 'Soren Akesson'],
    ['Æther Œuvre', 'AEther OEuvre'],
    ['Goran Erfundenić', 'Goran Erfundenic'],
    ['O’Brien – “Kultur”', "O'Brien - 'Kultur'"],
    ['Şükrü', 'Suekrue'],
    ['Ａnna', 'Anna'],
    ['50 € #1', '50 EUR 1'],
  ])('%s is written %s', (name, expected) => {
    expect(sepaText(name)).toEqual({ ok: true, value: expected });
  });

  test.each(['Олена', 'محمد', 'Νίκος', '王芳', 'Anna Ολγα', '', '   ', '🎉'])(
    '%s is refused, not transliterated',
    (name) => expect(refusalOf(sepaText(name))).toBe('holder-not-latin'),
  );

  test('a reference has 35 letters at most, no space, no slash at its ends or doubled', () => {
    expect(['A26-1F3K9Q', 'a', 'A/B', 'x'.repeat(35)].map(isReference)).toEqual([true, true, true, true]);
    expect(['', 'a b', '/a', 'a/', 'a//b', 'ä', 'x'.repeat(36)].map(isReference)).toEqual(Array(7).fill(false));
  });
});

describe('days on which banks settle', () => {
  test.each([
    '2026-11-22',
    '2026-11-28',
    '2027-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2025-12-25',
    '2025-12-26',
  ])('not on %s', (on) => expect(isTargetDay(day(on))).toBe(false));
  test.each(['2026-11-23', '2026-05-14', '2026-03-09', '2025-10-03', '2026-12-24', '2026-12-31'])('on %s', (on) =>
    expect(isTargetDay(day(on))).toBe(true),
  );
  test('a year has six more closed days than weekends, less those that fall on one', () => {
    for (let on = day('2026-01-01'), open = 0; ; on = addDays(on, 1)) {
      if (yearOf(on) !== 2026) return expect(open).toBe(261 - 5);
      open += isTargetDay(on) ? 1 : 0;
    }
  });
  test('the next one after Maundy Thursday is Tuesday', () => {
    expect(nextTargetDay(day('2026-04-03'))).toBe('2026-04-07');
  });
});

describe('the payment file', () => {
  test('ours has no finding, begins without a byte order mark and is the same each time', () => {
    expect(findingsInPaymentFile(written())).toEqual([]);
    expect(written().charCodeAt(0)).toBe('<'.charCodeAt(0));
    expect(written()).toBe(written());
  });

  test('counts and sums stand at both levels', () => {
    expect(written().match(/<NbOfTxs>2<\/NbOfTxs><CtrlSum>20\.01<\/CtrlSum>/g)).toHaveLength(2);
  });

  test('no address, no purpose code, names up to 70 and purposes up to 140 letters', () => {
    const long = written({
      transfers: [{ ...FILE.transfers[0]!, holder: 'x'.repeat(90), remittance: 'y'.repeat(200) }],
    });
    expect(long).not.toMatch(/PstlAdr|Purp/);
    expect(long).toContain(`<Nm>${'x'.repeat(70)}</Nm>`);
    expect(long).toContain(`<Ustrd>${'y'.repeat(140)}</Ustrd>`);
  });

  test('a name in another script stands against the whole file', () => {
    expect(refusalOf(paymentFile({ ...FILE, transfers: [{ ...FILE.transfers[0]!, holder: 'Олена' }] }))).toBe(
      'holder-not-latin',
    );
  });

  test.each([
    ['count', (xml: string) => xml.replace('<NbOfTxs>2', '<NbOfTxs>3')],
    ['sum', (xml: string) => xml.replace('<CtrlSum>20.01', '<CtrlSum>20.02')],
    ['twice', (xml: string) => xml.replace('A26-000002', 'A26-000001')],
    ['reference', (xml: string) => xml.replace('A26-000002', 'A26 000002')],
    ['iban', (xml: string) => xml.replace('AT611904300234573201', 'AT611904300234573202')],
    ['fixed', (xml: string) => xml.replace('SLEV', 'SHAR')],
    ['fixed', (xml: string) => xml.replace('Ccy="EUR"', 'Ccy="CHF"')],
    ['amount', (xml: string) => xml.replace('>0.01<', '>0.00<')],
    ['text', (xml: string) => xml.replace('Suekrue', 'Шукрю')],
    ['address', (xml: string) => xml.replace('<Cdtr><Nm>', '<Cdtr><PstlAdr><AdrLine>x</AdrLine></PstlAdr><Nm>')],
    ['day', (xml: string) => xml.replace('2026-11-25', '2026-11-29')],
    ['form', (xml: string) => `\uFEFF${xml}`],
    ['form', () => '<html></html>'],
  ])('a wrong %s is found', (rule, change) => {
    expect(findingsInPaymentFile(change(written())).map((one) => one.rule)).toContain(rule);
  });

  test.skipIf(!isThere && process.env['CI'] === undefined).each([
    ['ok-two', []],
    ['bad-dup-endtoend', ['twice']],
    ['bad-iban', ['iban']],
    ['bad-sum', ['sum', 'sum']],
    ['bad-weekend', ['day']],
  ])('the sample %s', (name, rules) => {
    const xml = readFileSync(`${SHARED}/iso20022/samples/${name}.xml`, 'utf8');
    expect(findingsInPaymentFile(xml).map(({ rule }) => rule)).toEqual(rules);
  });
});
