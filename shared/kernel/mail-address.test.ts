import { expect, test } from 'vitest';
import { mailAddress } from './mail-address.ts';

const codesOf = (text: string): string[] | undefined =>
  mailAddress()
    .safeParse(text)
    .error?.issues.map(({ message, code }) => (code === 'custom' ? message : code));

test.each([
  ['goran@example.org', 'goran@example.org'],
  [' goran@example.org\n', 'goran@example.org'],
  ["o'neill+amt@mail.example.org", "o'neill+amt@mail.example.org"],
  ['Goran@EXAMPLE.org', 'Goran@example.org'],
  ['info@bücher.example', 'info@xn--bcher-kva.example'],
  ['info@пример.example', 'info@xn--e1afmkfd.example'],
])('%j can receive mail', (typed, kept) => {
  expect(mailAddress().parse(typed)).toBe(kept);
});

test.each([
  'goran\u200B@example.org',
  'goran\u2060@example.org',
  '\u202Agoran@example.org\u202C',
  'goran@exam\u0000ple.org',
  'goran\u0007@example.org',
])('%j is refused with its sign', (typed) => {
  expect(codesOf(typed)).toContain('unsafe-characters');
});

test.each([
  'goran\u00AD@example.org',
  'goran@exam\u00ADple.org',
  'goran@exam\u200Dple.org',
  'goran\u200E@example.org',
  'goran@example.org.',
  'goran@example.org,',
  'a,b@example.org',
  'goran@example.org;x',
  'mailto:goran@example.org',
  'goran@example..org',
  '.goran@example.org',
  'go..ran@example.org',
  'goran@-x.org',
  'goran@x-.org',
  'goran’s@example.org',
  'gorañ@example.org',
  '🎉@example.org',
  'goran＠example.org',
  'goran@example',
  'goran@127.0.0.1',
  'goran@[127.0.0.1]',
  'goran@example.org:25',
  'goran@example.org/x',
  'goran@a@example.org',
  '"goran"@example.org',
  'Goran <goran@example.org>',
  'goran @example.org',
  'goran@exa mple.org',
  '@example.org',
  'goran@',
  '',
  `${'a'.repeat(65)}@example.org`,
])('%j can receive none', (typed) => {
  expect(codesOf(typed)).toContain('mail-address');
});

test('an address is at most 254 signs long', () => {
  const label = 'b'.repeat(62);
  const of = (length: number) => `${'a'.repeat(length - 193)}@${label}.${label}.${label}.org`;
  expect([of(254).length, codesOf(of(254)), codesOf(of(255))]).toEqual([254, undefined, ['too_big']]);
});
