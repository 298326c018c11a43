import { describe, expect, test } from 'vitest';
import { cents } from '../kernel/cents.ts';
import { day } from '../kernel/day.ts';
import { ruleSet } from '../law/rule-sets.ts';
import { composeNotice } from './compose.ts';
import { words, type Block, type NoticeContent, type Section } from './content.ts';
import type { DecisionFacts } from './decision.ts';
import { grantNotice } from './grant.ts';
import { SAMPLE_GRANT, SAMPLE_REFUSAL } from './sample-decisions.ts';

const composed = (change: Partial<DecisionFacts> = {}, facts = SAMPLE_GRANT): NoticeContent => {
  const result = composeNotice({ ...facts, ...change });
  if (!result.ok) throw new Error(`incomplete: ${result.missing.join()}`);
  return result.value;
};

const textOf = (block: Block): string => {
  if (block.kind === 'paragraph' || block.kind === 'remedy') return words(block.text);
  if (block.kind === 'qr') return `${words(block.caption)} ${block.address}`;
  if (block.kind === 'grid') return block.rows.map((row) => words(row)).join('\n');
  if (block.kind === 'table')
    return [...block.rows, block.sum].map((r) => `${words([r.label])} ${r.amount}`).join('\n');
  return block.items
    .map(({ name, text, more = [] }) => [`${name}. ${words(text)}`, ...more.map(textOf)].join('\n'))
    .join('\n');
};

const section = ({ sections }: NoticeContent, name: string): Section =>
  sections.find(({ heading }) => heading.includes(name))!;

const textIn = (content: NoticeContent, name: string): string =>
  section(content, name).blocks.map(textOf).join('\n').replaceAll('\u00A0', ' ');

const CUT: Partial<DecisionFacts> = {
  requestedCents: cents(4_500_000),
  reasons: ['Die Honorare wurden auf den Satz der Fördergrundsätze gekürzt.'],
};

describe('the grant notice', () => {
  test('has its sections in the order that courts and recipients know', () => {
    expect(composed().sections.map(({ heading }) => heading)).toEqual([
      'I. Bewilligung',
      'II. Nebenbestimmungen',
      'III. Hinweise',
      'IV. Begründung',
      'V. Rechtsbehelfsbelehrung',
    ]);
  });

  test('decides definitely: amount in figures and words, purpose, form, rate, plan, period', () => {
    const text = textIn(composed(), 'Bewilligung');
    expect(text).toContain('bis zur Höhe von 40.000,00 Euro (in Worten: vierzigtausend Euro)');
    expect(text).toContain(SAMPLE_GRANT.purpose);
    expect(text).toContain('Projektförderung im Wege der Anteilfinanzierung');
    expect(text).toContain('80 Prozent der zuwendungsfähigen Ausgaben');
    expect(text).toContain('auf höchstens 50.000,00 Euro');
    expect(text).toContain('beginnt am 1. Januar 2027 und endet am 31. Dezember 2027');
    expect(text).toContain('1. Juli 2027 20.000,00');
  });

  test('both sides of the plan add up to the same sum, the grant among the cover', () => {
    const text = textIn(composed(), 'Bewilligung');
    expect(text).toContain('Summe der Ausgaben 50.000,00');
    expect(text).toContain('Zuwendung nach diesem Bescheid 40.000,00\nSumme der Deckungsmittel 50.000,00');
  });

  test.each([
    ['share', 'Anteilfinanzierung', 'anteilig einzusetzen'],
    ['shortfall', 'Fehlbedarfsfinanzierung', 'zuerst einzusetzen'],
    ['fixed', 'als Festbetrag von 40.000,00 Euro', 'Festbetragsfinanzierung'],
    ['full', 'Vollfinanzierung', 'nach Abzug aller Einnahmen'],
  ] as const)('says what %s financing means', (financingType, ...expected) => {
    for (const part of expected) expect(textIn(composed({ financingType }), 'Bewilligung')).toContain(part);
  });

  test('shows a cut line by line, with what was applied for and what is recognised', () => {
    const { costs } = SAMPLE_GRANT.plan;
    const cut = costs.map((line, index) =>
      index === 1 ? { ...line, appliedCents: cents(line.cents + 100_000) } : line,
    );
    const text = textIn(composed({ ...CUT, plan: { ...SAMPLE_GRANT.plan, costs: cut } }), 'Bewilligung');
    expect(text).toContain('Honorare5.800,004.800,00');
    expect(text).toContain('Zuwendung nach diesem Bescheid45.000,0040.000,00');
  });

  test('says what the applicant has to bring up besides, where less is granted at equal cost', () => {
    const cover = [
      ...SAMPLE_GRANT.plan.cover.slice(0, 1),
      { label: 'Weitere Eigenmittel oder Mittel Dritter', cents: cents(500_000), appliedCents: cents(0) },
    ];
    const text = textIn(composed({ ...CUT, plan: { ...SAMPLE_GRANT.plan, cover } }), 'Bewilligung');
    expect(text).toContain('Weitere 5.000,00 Euro haben Sie selbst aufzubringen');
  });

  test('a shorter period is refused in the operative part, reasoned, and never called granted in full', () => {
    const requestedPeriod = { from: day('2027-01-01'), to: day('2028-06-30') };
    const shorter = composed({ requestedPeriod, reasons: ['Die Mittel stehen nur für 2027 bereit.'] });
    expect(textIn(shorter, 'Bewilligung')).toContain('vom 1. Januar 2027 bis zum 30. Juni 2028 beantragt haben');
    expect(textIn(shorter, 'Begründung')).not.toContain('in vollem Umfang');
  });

  test('states the rate so that it never gives less than the grant', () => {
    const change = {
      grantedCents: cents(2_000_000),
      requestedCents: cents(2_000_000),
      eligibleCents: cents(2_400_000),
      rate: { grantCents: cents(2_000_000), eligibleCents: cents(2_400_000) },
      plan: {
        costs: [{ label: 'Honorare', cents: cents(2_400_000) }],
        cover: [{ label: 'Eigenmittel', cents: cents(400_000) }],
      },
      payoutInstalments: [],
    };
    expect(textIn(composed(change), 'Bewilligung')).toContain('83,33334 Prozent');
  });

  test('writes clauses and periods from the rule set that it names', () => {
    const known = { norm: 'x', source: 'x', status: 'verified' } as const;
    const rules = ruleSet('BE-2025-07');
    const other = {
      ...rules,
      rules: {
        ...rules.rules,
        spendWithin: { ...known, value: 3 },
        finalProofDue: { ...known, value: 4 },
        lastDrawdownOfYear: { ...known, value: '12-15' },
        vouchersKept: { ...known, value: 120 },
      },
    };
    const content = grantNotice(SAMPLE_GRANT, other);
    const text = `${textIn(content, 'Bewilligung')}\n${textIn(content, 'Nebenbestimmungen')}`;
    for (const said of [
      'innerhalb von drei Monaten',
      'bis zum 15. Dezember',
      'bis zum 30. April 2028',
      'mindestens zehn Jahre',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('zwei Monaten');
  });

  test('refuses the rest in the operative part and gives the reasons for it', () => {
    const cut = composed(CUT);
    expect(textIn(cut, 'Bewilligung')).toContain('weitere 5.000,00 Euro), wird der Antrag abgelehnt');
    expect(textIn(cut, 'Begründung')).toContain(CUT.reasons![0]);
    expect(textIn(cut, 'Begründung')).not.toContain('in vollem Umfang');
    expect(textIn(composed(), 'Bewilligung')).not.toContain('abgelehnt');
    expect(textIn(composed(), 'Begründung')).toContain('§ 39 Abs. 2 Nr. 1 VwVfG');
  });

  test('names and attaches the general clauses of its own rule set, not of the day', () => {
    const old = composed({ ruleSetId: 'BE-PRE-2025' });
    expect(textIn(old, 'Nebenbestimmungen')).toContain('vor dem 25. Juli 2025 geltenden Fassung');
    for (const part of ['ANBest-P', SAMPLE_GRANT.annex!.sha256, 'bei Postversand gedruckt beigelegt'])
      expect(words(old.attachments[0]!)).toContain(part);
    expect(words(composed({ fundingMode: 'institutional' }).attachments[0]!)).toContain('ANBest-I');
  });

  test('asks for the proof of use by the end of the sixth month after the period, or by the day that was fixed', () => {
    const ends = (to: string): string =>
      textIn(composed({ approvalPeriod: { from: day('2027-01-01'), to: day(to) } }), 'Nebenbestimmungen');
    expect(ends('2027-12-31')).toContain('bis zum 30. Juni 2028 nachzuweisen');
    expect(ends('2027-02-28')).toContain('bis zum 31. August 2027 nachzuweisen');
    expect(textIn(composed({ proofDue: day('2028-03-31') }), 'Nebenbestimmungen')).toContain('31. März 2028');
  });

  test('asks for interim proofs only where the period passes the end of a year', () => {
    const long = { approvalPeriod: { from: day('2027-01-01'), to: day('2028-12-31') } };
    expect(textIn(composed(long), 'Nebenbestimmungen')).toContain('Zwischennachweis');
    expect(textIn(composed(), 'Nebenbestimmungen')).not.toContain('Zwischennachweis');
  });

  test('names the minimum wage of the day and the next one, and no figure where none is known', () => {
    const known = textIn(composed(), 'Nebenbestimmungen');
    expect(known).toContain('am Tag dieses Bescheids 14,84 Euro, ab dem 1. Januar 2027 15,59 Euro');
    const unknown = textIn(composed({ stateMinimumWage: [] }), 'Nebenbestimmungen');
    expect(unknown).toContain('Landesmindestlohngesetz');
    expect(unknown).not.toContain('je Zeitstunde');
  });

  test('prints the line that will be published, and withholds the name where it will be withheld', () => {
    const { publication } = SAMPLE_GRANT;
    const line = { ...publication!.line, recipient: { shown: false as const, ground: 'nicht rechtsfähiger Verein' } };
    const withheld = textIn(composed({ publication: { ...publication!, line } }), 'Hinweise');
    expect(withheld).toContain('Empfänger ohne Namensnennung (nicht rechtsfähiger Verein)');
    expect(withheld).toContain(publication!.address);
    expect(withheld).not.toContain(SAMPLE_GRANT.addressee.name);
    expect(textIn(composed(), 'Hinweise')).toContain('Empfänger: Nachbarschaft Beispielkiez e.V.');
  });
});

describe('the refusal notice', () => {
  test('decides, tells the facts, reasons with discretion, and instructs', () => {
    const refusal = composed({}, SAMPLE_REFUSAL);
    expect(refusal.sections.map(({ heading }) => heading)).toEqual([
      'I. Entscheidung',
      'II. Sachverhalt',
      'III. Gründe',
      'IV. Hinweise',
      'V. Rechtsbehelfsbelehrung',
    ]);
    expect(textIn(refusal, 'Entscheidung')).toContain('in Höhe von 12.500,00 Euro');
    expect(textIn(refusal, 'Entscheidung')).toContain('abgelehnt');
    expect(textIn(refusal, 'Gründe')).toContain('nach pflichtgemäßem Ermessen');
    for (const reason of SAMPLE_REFUSAL.reasons) expect(textIn(refusal, 'Gründe')).toContain(reason);
  });

  test('is not published and promises nothing', () => {
    const refusal = composed({}, SAMPLE_REFUSAL);
    expect(textIn(refusal, 'Hinweise')).toContain('wird nicht veröffentlicht');
    expect(JSON.stringify(refusal)).not.toContain('"qr"');
  });
});

describe('every notice', () => {
  test.each([
    ['grant', SAMPLE_GRANT],
    ['refusal', SAMPLE_REFUSAL],
  ])('%s: the remedy instruction stands alone and exact; what it says of form stands elsewhere', (_kind, facts) => {
    const content = composed({}, facts);
    expect(section(content, 'Rechtsbehelfsbelehrung').blocks).toEqual([{ kind: 'remedy', text: [facts.remedy.text] }]);
    expect(textIn(content, 'Hinweise')).toContain(facts.remedy.form);
  });

  test('names who decides and the legal bases; a grant its budget place and year, a refusal none', () => {
    for (const facts of [SAMPLE_GRANT, SAMPLE_REFUSAL]) {
      const content = composed({}, facts);
      const all = content.sections.map(({ heading }) => textIn(content, heading)).join('\n');
      expect(all).toContain('§§ 23 und 44 der Landeshaushaltsordnung (LHO)');
      const place = `Haushaltsjahr 2027 aus Kapitel ${facts.programme.budgetChapter} Titel ${facts.programme.budgetTitle}`;
      expect(all.includes(place)).toBe(facts.kind === 'grant');
      expect(content.signature).toMatchObject({ name: facts.signer.name, role: facts.signer.function });
    }
  });

  test('quotation marks inside a quoted name are single', () =>
    expect(words(composed({ title: 'Treff „Offen“' }).reference[0]!)).toContain('„Treff ‚Offen‘“'));

  test('the document title tells the case and nobody’s name', () => {
    expect(composed().title).toBe('Zuwendungsbescheid II B 4 – 2026/000123 vom 23.\u00A0November\u00A02026');
  });

  test('what people typed is marked as such', () => {
    const hostile = '#panic() $x$ [link](javascript:) \u202E';
    const content = composed({ title: hostile, purpose: hostile, specialClauses: [hostile + 'x'] });
    const untyped = JSON.stringify(content, (key, value: unknown) => (key === 'typed' ? undefined : value));
    expect(untyped).not.toContain('#panic');
    expect(JSON.stringify(content).split('"typed":"#panic').length).toBeGreaterThan(3);
  });
});
