import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '../kernel/day.ts';
import { asId, isId } from '../kernel/id.ts';
import { DISTRICT_KEYS } from './authority.ts';
import { AUTHORITIES, authoritiesOn, authorityOn, DISTRICTS } from './directory.ts';

const TODAY = day('2026-11-22');
const ANY_SENATE = asId<'authority'>('be-sen-integration');

describe('the directory of authorities', () => {
  test('knows the twelve districts by their keys', () => {
    expect(DISTRICT_KEYS.map((key) => [key, DISTRICTS[key]])).toEqual([
      ['01', 'Mitte'],
      ['02', 'Friedrichshain-Kreuzberg'],
      ['03', 'Pankow'],
      ['04', 'Charlottenburg-Wilmersdorf'],
      ['05', 'Spandau'],
      ['06', 'Steglitz-Zehlendorf'],
      ['07', 'Tempelhof-Schöneberg'],
      ['08', 'Neukölln'],
      ['09', 'Treptow-Köpenick'],
      ['10', 'Marzahn-Hellersdorf'],
      ['11', 'Lichtenberg'],
      ['12', 'Reinickendorf'],
    ]);
  });

  test('has one office for each district, and the Senate commissioner’s', () => {
    expect(authoritiesOn(TODAY).map(({ id, kind, district }) => [id, kind, district])).toEqual([
      ['be-sen-integration', 'senate', undefined],
      ...DISTRICT_KEYS.map((key) => [`be-ba-${key}`, 'district', key]),
    ]);
  });

  test('names a district office in full', () => {
    expect(authorityOn(asId('be-ba-08'), TODAY)).toEqual({
      id: 'be-ba-08',
      kind: 'district',
      district: '08',
      name: 'Bezirksamt Neukölln von Berlin',
      nameInDative: 'dem Bezirksamt Neukölln von Berlin',
      street: 'Karl-Marx-Straße 83',
      postcode: '12043',
      town: 'Berlin',
      mail: 'post@ba-neukoelln.berlin.example',
      website: 'https://www.berlin.de/ba-neukoelln/',
    });
  });

  test('knows nobody else', () => {
    expect(authorityOn(asId('be-ba-13'), TODAY)).toBeUndefined();
    expect(authorityOn(asId('be-ba-01'), day('2000-12-31'))).toBeUndefined();
  });

  test.each(AUTHORITIES.map((authority) => [authority.id, authority] as const))(
    '%s has an address in Berlin, a mail address that reaches nobody, and names that do not overlap',
    (id, { address, contact, names }) => {
      expect(isId(id)).toBe(true);
      expect(address.street).toMatch(/\d/);
      expect(address.postcode).toMatch(/^1[0-4]\d{3}$/);
      expect(contact.mail).toMatch(/\.example$/);
      let last: Day | undefined = day('1900-01-01');
      for (const { name, nameInDative, validFrom, validUntil } of names) {
        expect(nameInDative).toMatch(new RegExp(`^(dem|der) ${name}$`));
        expect(last !== undefined && validFrom > last).toBe(true);
        last = validUntil;
      }
    },
  );
});

describe('a notice keeps the name that was valid at its issue', () => {
  test.each([
    ['2023-04-26', 'Senatsverwaltung für Integration, Arbeit und Soziales'],
    [
      '2023-04-27',
      'Senatsverwaltung für Arbeit, Soziales, Gleichstellung, Integration, Vielfalt und Antidiskriminierung',
    ],
  ])('on %s the department is the %s', (on, name) => {
    expect(authorityOn(ANY_SENATE, day(on))?.name).toBe(name);
  });

  test('before its first known name there is none', () => {
    expect(authorityOn(ANY_SENATE, addDays(day('2021-12-21'), -1))).toBeUndefined();
  });
});
