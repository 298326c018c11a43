import { describe, expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { cents } from '../kernel/cents.ts';
import { missingInClaimDecision, type ClaimDecisionFacts } from './claim-decision.ts';
import { composeClaimNotice } from './compose.ts';
import { words, type Block, type NoticeContent } from './content.ts';
import { SAMPLE_GRANT } from './sample-decisions.ts';
import { SAMPLE_CLAIM_DECISION } from './sample-documents.ts';

const { authority, addressee, signer, body, lines, remedy } = SAMPLE_CLAIM_DECISION;

const facts = (change: Partial<ClaimDecisionFacts>): ClaimDecisionFacts => ({ ...SAMPLE_CLAIM_DECISION, ...change });

const composed = (change: Partial<ClaimDecisionFacts> = {}): NoticeContent => {
  const content = composeClaimNotice(facts(change));
  if (!content.ok) throw new Error(`Missing ${content.missing.join(', ')}`);
  return content.value;
};

const said = (block: Block): string => {
  if (block.kind === 'paragraph' || block.kind === 'remedy') return words(block.text);
  if (block.kind === 'list')
    return block.items.flatMap((item) => [item.name, words(item.text), ...(item.more ?? []).map(said)]).join('\n');
  return block.kind === 'grid' ? [...block.rows, block.sum ?? []].map((row) => words(row)).join('\n') : '';
};

const textIn = (content: NoticeContent, name: string): string =>
  content.sections
    .filter(({ heading }) => heading.endsWith(name))
    .flatMap(({ blocks }) => blocks.map(said))
    .join('\n')
    .replaceAll('\u00A0', ' ');

describe('a notice on a claim is composed only if its mandatory content is there', () => {
  test('a complete decision misses nothing, also without an address: the portal needs none', () => {
    expect(missingInClaimDecision(SAMPLE_CLAIM_DECISION)).toEqual([]);
    const portal = { ...addressee, street: '', postcode: '', town: '' };
    expect(composed({ addressee: portal }).head.addressee).toEqual([addressee.name]);
  });

  test.each<[number, string, Partial<ClaimDecisionFacts>]>([
    [1, 'no authority', { authority: { ...authority, name: '' } }],
    [2, 'no addressee', { addressee: { ...addressee, name: '\u200B' } }],
    [2, 'no case number', { caseNumber: ' ' }],
    [3, 'no amounts', { lines: [] }],
    [3, 'everything recognised', { lines: lines.map((line) => ({ ...line, recognisedCents: line.claimedCents })) }],
    [3, 'more recognised than claimed', { lines: [...lines, { ...lines[0]!, recognisedCents: cents(21_00) }] }],
    [3, 'less than nothing', { lines: [{ ...lines[0]!, recognisedCents: cents(-1) }] }],
    [4, 'nobody who decides', { signer: { ...signer, name: '' } }],
    [6, 'no reasons', { reasons: [] }],
    [6, 'an empty paragraph', { reasons: ['Grund.', ' '] }],
    [7, 'a body without legal basis', { body: { ...body, legalBasis: '' } }],
    [7, 'an amount without norm', { lines: [{ ...lines[2]!, norm: '' }] }],
    [8, 'court action where the objection comes first', { remedy: SAMPLE_GRANT.remedy }],
  ])('no. %i: %s', (number, _why, change) => {
    expect(missingInClaimDecision(facts(change))).toContain(number);
    expect(composeClaimNotice(facts(change))).toMatchObject({ ok: false, refusal: 'notice-incomplete' });
  });
});

describe('the notice on a claim', () => {
  test('says what is recognised and what is not, in all and by amount', () => {
    const decision = textIn(composed(), 'Entscheidung');
    expect(decision).toContain('eine Entschädigung von 24,00 Euro (in Worten: vierundzwanzig Euro) gewährt');
    expect(decision).toContain('in Höhe von 27,40 Euro, wird Ihr Antrag abgelehnt');
    expect(decision).toContain('Taxi§ 4 Abs. 4 BRKG27,400,0027,40');
    expect(decision).toContain('Summe51,4024,0027,40');
  });

  test('that recognises nothing grants nothing and promises no payment', () => {
    const content = composed({ lines: lines.map((line) => ({ ...line, recognisedCents: cents(0) })) });
    expect(words(content.subject)).toBe('Ablehnung Ihres Antrags auf Aufwandsentschädigung');
    expect(textIn(content, 'Entscheidung')).not.toContain('gewährt');
    expect(textIn(content, 'Hinweise')).not.toContain('überwiesen');
  });

  test('names the standing decision where the ordinance says that paying twice is allowed', () => {
    const since = day('2026-03-02');
    const once = textIn(composed({ halfDays: { isPaidTwice: false, since } }), 'Gründe');
    expect(once).toContain('am 2. März 2026 für alle Mitglieder des Gremiums gleichmäßig festgelegt');
    expect(once).toContain('einmal gezahlt');
    expect(textIn(composed({ halfDays: {} }), 'Gründe')).toContain(
      'Eine allgemeine Festlegung für das Gremium besteht nicht',
    );
  });

  test('rests on the entitlement and never speaks of discretion as a grant does', () => {
    const reasons = textIn(composed(), 'Gründe');
    expect(reasons).toContain('§ 1 Abs. 1 der Verordnung zur Durchführung');
    expect(reasons).toContain('BRKG');
    expect(reasons).not.toContain('ein Ermessen ist nicht eröffnet');
    expect(reasons).not.toContain('steht im Ermessen');
    for (const reason of SAMPLE_CLAIM_DECISION.reasons) expect(reasons).toContain(reason);
  });

  test('instructs on the remedy of its authority, alone and exact', () => {
    expect(composed().sections.at(-1)!.blocks).toEqual([{ kind: 'remedy', text: [remedy.text] }]);
    const senate = composed({ authority: SAMPLE_GRANT.authority, remedy: SAMPLE_GRANT.remedy });
    expect(textIn(senate, 'Rechtsbehelfsbelehrung')).toContain('Klage beim Verwaltungsgericht Berlin');
  });

  test('says that it is not published, and its title names nobody', () => {
    expect(textIn(composed(), 'Hinweise')).toContain('wird nicht veröffentlicht');
    expect(composed().title).not.toContain('Probemann');
  });

  test('what people typed is marked as such', () => {
    const hostile = '#panic() $x$ \u202E';
    const content = composed({ reasons: [hostile], addressee: { ...addressee, name: hostile } });
    const untyped = JSON.stringify({ ...content, head: undefined, signature: undefined }, (key, value: unknown) =>
      key === 'typed' ? undefined : value,
    );
    expect(untyped).not.toContain('#panic');
  });
});
