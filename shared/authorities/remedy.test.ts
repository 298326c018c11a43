import { describe, expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import { AUTHORITY_KINDS, type AuthorityKind, type AuthorityOnDay } from './authority.ts';
import { authoritiesOn, authorityOn } from './directory.ts';
import { REMEDIES, remedyInstruction } from './remedy.ts';

const TODAY = day('2026-11-22');

const ANY_OFFICE: AuthorityOnDay = {
  id: asId('be-laf'),
  kind: 'agency',
  name: 'Landesamt für Flüchtlingsangelegenheiten',
  nameInDative: 'dem Landesamt für Flüchtlingsangelegenheiten',
  street: 'Musterstraße 1',
  postcode: '10115',
  town: 'Berlin',
  mail: 'post@laf.berlin.example',
  website: 'https://laf.berlin.example/',
};

const textFor = (authority: AuthorityOnDay): string | undefined => {
  const instruction = remedyInstruction(authority, TODAY);
  return instruction.ok ? instruction.value.text : undefined;
};

describe('the remedy follows from what the authority is', () => {
  test.each<[AuthorityKind, string]>([
    ['senate', 'courtAction'],
    ['district', 'objection'],
    ['agency', 'objection'],
    ['delegate', 'objection'],
  ])('against a notice of kind %s it is the %s, within a month', (kind, remedy) => {
    expect(remedyInstruction({ ...ANY_OFFICE, kind }, TODAY)).toMatchObject({ ok: true, value: { remedy, months: 1 } });
  });

  test('a Senate department is sued at once', () => {
    expect(textFor(authorityOn(asId('be-sen-integration'), TODAY)!)).toBe(
      'Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Klage beim Verwaltungsgericht Berlin, ' +
        'Kirchstraße 7, 10557 Berlin, erhoben werden.',
    );
  });

  test('a district office hears the objection itself', () => {
    expect(textFor(authorityOn(asId('be-ba-03'), TODAY)!)).toBe(
      'Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch bei dem Bezirksamt Pankow von ' +
        'Berlin, Breite Straße 24A-26, 13187 Berlin, erhoben werden.',
    );
  });

  test('an agency hears it too', () => {
    expect(textFor(ANY_OFFICE)).toBe(
      'Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch bei dem Landesamt für ' +
        'Flüchtlingsangelegenheiten, Musterstraße 1, 10115 Berlin, erhoben werden.',
    );
  });

  test('the form of an objection is told beside the instruction, never in it', () => {
    for (const authority of authoritiesOn(TODAY)) {
      const instruction = remedyInstruction(authority, TODAY);
      if (!instruction.ok) throw new Error(instruction.refusal);
      const { remedy, text, information } = instruction.value;
      expect(text).not.toMatch(/schriftlich|elektronisch|Niederschrift|E-Mail/);
      expect(information?.includes('E-Mail genügt nicht') ?? false).toBe(remedy === 'objection');
    }
  });
});

describe('what is not in the table is not guessed', () => {
  test.each(AUTHORITY_KINDS)('without an entry for %s there is no instruction', (kind) => {
    const others = REMEDIES.filter((rule) => rule.kind !== kind);
    expect(remedyInstruction({ ...ANY_OFFICE, kind }, TODAY, others)).toEqual({ ok: false, refusal: 'remedy-unknown' });
  });

  test('an entry that ended, or that nobody is sure of, is none', () => {
    const ended = REMEDIES.map((rule) => ({ ...rule, validUntil: day('2025-12-31') }));
    const unsure = REMEDIES.map((rule) => ({ ...rule, status: 'unknown' as const }));
    expect(remedyInstruction(ANY_OFFICE, TODAY, ended).ok).toBe(false);
    expect(remedyInstruction(ANY_OFFICE, day('2025-12-31'), ended).ok).toBe(true);
    expect(remedyInstruction(ANY_OFFICE, TODAY, unsure).ok).toBe(false);
  });

  test('every entry names its norm, its source and what is still to be checked', () => {
    for (const { norm, source, question } of REMEDIES) expect([norm, source, question]).not.toContain('');
  });
});
