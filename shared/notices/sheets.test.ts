import { describe, expect, test } from 'vitest';
import { cents } from '../kernel/cents.ts';
import { day } from '../kernel/day.ts';
import { missingInOrderList, orderListSheet } from './order-list.ts';
import { SAMPLE_ORDER_LIST, SAMPLE_STATEMENT } from './sample-documents.ts';
import { statementSheet } from './statement.ts';

const plain = (content: object): string => JSON.stringify(content).replaceAll('\u00A0', ' ');

describe('the yearly statement', () => {
  test('names the authorities that paid as its issuer, never the Land', () => {
    const payers = ['Bezirksamt Pankow von Berlin', 'Bezirksamt Mitte von Berlin'];
    expect(statementSheet({ ...SAMPLE_STATEMENT, payers }).issuer).toEqual([...payers, expect.any(String) as string]);
    expect(plain(statementSheet({ ...SAMPLE_STATEMENT, payers: [] }).issuer)).not.toContain('Land Berlin');
  });

  test('lists what was paid in the year, with dates, body, legal basis and sums', () => {
    const [paid] = statementSheet(SAMPLE_STATEMENT).sections;
    expect(paid!.blocks).toHaveLength(1);
    const text = plain(paid!);
    for (const word of ['12.02.2026', '27.02.2026', 'Landesbeirat für Partizipation', 'A26-7K3MP2', '104,00'])
      expect(text).toContain(word);
    expect(text).toContain('§ 1 Abs. 1 DepEntschGDV');
  });

  test('never promises that something is free of tax, and says who judges', () => {
    const text = plain(statementSheet(SAMPLE_STATEMENT));
    expect(text).not.toMatch(/steuerfrei|frei von Steuer/i);
    expect(text).toContain('von Ihnen selbst zu beurteilen');
  });

  test('an amount of the law that is not known is not printed, and its status is said', () => {
    const guessed = SAMPLE_STATEMENT.limits.map((limit) => ({ ...limit, cents: cents(1_500_00) }));
    const text = plain(statementSheet({ ...SAMPLE_STATEMENT, limits: guessed }).sections.at(-1)!);
    expect(text.match(/1\.500,00/g)).toHaveLength(1);
    expect(text.match(/nicht bekannt","derzeit nicht bekannt/g)).toHaveLength(2);
  });

  test('says that nothing was paid where nothing was', () => {
    const none = { ...SAMPLE_STATEMENT, lines: [], feesCents: cents(0), expensesCents: cents(0), totalCents: cents(0) };
    expect(plain(statementSheet({ ...none, limits: [] }))).toContain('nichts ausgezahlt');
  });
});

describe('the payment order list', () => {
  test('orders in figures and words, by budget place and day, and names who vouches for it', () => {
    const text = plain(orderListSheet(SAMPLE_ORDER_LIST));
    expect(text).toContain('140,00 Euro');
    expect(text).toContain('einhundertvierzig Euro');
    expect(text).toContain('Kapitel 1140, Titel 41201, Haushaltsjahr 2026');
    for (const { name } of SAMPLE_ORDER_LIST.steps) expect(text).toContain(name);
    expect(text).toContain('DE02 1203 0000 0000 2020 51');
  });

  test('before its release it is a draft by which nothing may be paid', () => {
    const steps = SAMPLE_ORDER_LIST.steps.filter(({ step }) => step !== 'released');
    const text = plain(orderListSheet({ ...SAMPLE_ORDER_LIST, steps }));
    expect(text).toContain('Entwurf einer Auszahlungsanordnung');
    expect(text).toContain('darf nicht ausgezahlt werden');
    expect(text).not.toContain('Die Kasse wird angewiesen');
  });

  test('names of each payment the budget place, the year, who certified and who ordered it (§ 70 LHO)', () => {
    const [first] = orderListSheet(SAMPLE_ORDER_LIST).sections;
    const grid = first!.blocks.find(({ kind }) => kind === 'grid');
    expect(grid).toMatchObject({
      rows: [
        ['1–2, 4–5', '1140 41201, 2026', 'Sabine Sitzungsreich', 'Bernd Anordnung'],
        ['3', '1140 41201, 2026', 'Renate Rechnerisch', 'Bernd Anordnung'],
      ].map(([numbers, ...typed]) => [numbers, ...typed.map((one) => ({ typed: one }))]),
    });
  });

  test('says where the certification of each payment stands, if the list does not name it', () => {
    expect(plain(orderListSheet(SAMPLE_ORDER_LIST))).not.toContain('in seinem Vorgang');
    const items = SAMPLE_ORDER_LIST.items.map(({ certifiedBy: _, ...item }) => item);
    const steps = SAMPLE_ORDER_LIST.steps.filter(({ step }) => step === 'closed' || step === 'released');
    expect(plain(orderListSheet({ ...SAMPLE_ORDER_LIST, items, steps }))).toContain('in seinem Vorgang');
  });

  test('one payment is one amount, ordered or listed', () => {
    const one = { ...SAMPLE_ORDER_LIST, items: SAMPLE_ORDER_LIST.items.slice(0, 1), count: 1, sumCents: cents(20_00) };
    const said = (facts: typeof one): string => plain(orderListSheet(facts).opening).replaceAll('","', '');
    expect(said(one)).toContain('angewiesen, den nachstehenden Betrag von ');
    expect(said({ ...one, steps: [] })).toContain('Sie führt einen Betrag von ');
    expect(said(one) + said({ ...one, steps: [] })).not.toContain('1 Beträge');
  });

  test('is not made where lines and totals differ', () => {
    expect(missingInOrderList(SAMPLE_ORDER_LIST)).toEqual([]);
    expect(missingInOrderList({ ...SAMPLE_ORDER_LIST, count: 6 })).toEqual([3]);
    expect(missingInOrderList({ ...SAMPLE_ORDER_LIST, sumCents: cents(140_01) })).toEqual([3]);
    expect(missingInOrderList({ ...SAMPLE_ORDER_LIST, items: [], count: 0, sumCents: cents(0) })).toEqual([3]);
  });

  test('several budget places and no payer are said as they are', () => {
    const { payer: _without, ...facts } = SAMPLE_ORDER_LIST;
    const budgets = [...facts.budgets, { chapter: '3306', title: '41201', year: 2027 }];
    const text = plain(orderListSheet({ ...facts, budgets, day: day('2027-01-04') }));
    expect(text).toContain('; Kapitel 3306');
    expect(text).not.toContain('Zahlstelle');
  });
});
