import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../shared/kernel/language.ts';
import { formsOf, leavesOf, placeholdersOf, stemOf, unlike, type Leaves } from './support/texts.ts';

/** Words that are the same in another language: names, terms and formats. */
const SAME = new Set(['Anteil', 'Name', 'PDF', 'SHA-256', 'IBAN', 'Post', 'Register', 'Status']);

/** Refusals that a page or another rule turns into its own words; nobody is shown them as they are. */
const INNER = ['shared/kernel/cents.ts', 'functions/kernel/journal.contract.ts'];

const rooms = readdirSync('locales/de').map((file) => file.replace('.json', ''));

const textsOf = (language: string, room: string): Leaves => {
  const file = `locales/${language}/${room}.json`;
  return existsSync(file) ? leavesOf(JSON.parse(readFileSync(file, 'utf8'))) : new Map();
};

const tracked = (...globs: string[]): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...globs], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && !file.endsWith('.test.ts') && existsSync(file));

describe('the comparison of texts', () => {
  const source = leavesOf({ greet: 'Hallo {{name}}', row_one: '{{count}} Zeile', row_other: '{{count}} Zeilen' });

  test.each([
    ['a missing text', { row_one: '{{count}} row', row_other: '{{count}} rows' }],
    ['a text too many', { greet: 'Hi {{name}}', row_one: 'a', row_other: '{{count}} rows', more: 'x' }],
    ['a missing plural form', { greet: 'Hi {{name}}', row_other: '{{count}} rows' }],
    ['another placeholder', { greet: 'Hi {{nam}}', row_one: 'one row', row_other: '{{count}} rows' }],
    ['an empty text', { greet: ' ', row_one: 'one row', row_other: '{{count}} rows' }],
    ['a left German text', { greet: 'Hallo {{name}}', row_one: 'one row', row_other: '{{count}} rows' }],
  ])('%s is found', (_, texts) => {
    expect(unlike(source, leavesOf(texts), 'en', SAME)).not.toEqual([]);
  });

  test('a right translation passes, also with other plural forms', () => {
    const english = { greet: 'Hi {{name}}', row_one: 'one row', row_other: '{{count}} rows' };
    expect(unlike(source, leavesOf(english), 'en', SAME)).toEqual([]);
    expect(formsOf('ar')).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
  });
});

describe('the texts', () => {
  test.each(LANGUAGES.flatMap((language) => rooms.map((room) => [language, room] as const)))(
    'say in %s all that %s has to say',
    (language, room) => {
      expect(unlike(textsOf('de', room), textsOf(language, room), language, SAME)).toEqual([]);
    },
  );

  test('no language has a room that German lacks', () => {
    for (const language of LANGUAGES) {
      const files = readdirSync(`locales/${language}`).map((file) => file.replace('.json', ''));
      expect(files.filter((room) => !rooms.includes(room))).toEqual([]);
    }
  });

  test('every refusal has a sentence', () => {
    const kernel = textsOf('de', 'kernel');
    const speaking = tracked('shared/**/*.ts', 'functions/**/*.ts').filter(
      (file) => !INNER.includes(file) && rooms.includes(file.split('/')[1]!),
    );
    const silent = speaking.flatMap((file) => {
      const room = file.split('/')[1]!;
      const texts = textsOf('de', room);
      return [
        ...readFileSync(file, 'utf8').matchAll(/\brefuse\(\s*'([a-z][a-z0-9-]*)'|\brefusal: '([a-z][a-z0-9-]*)'/g),
      ]
        .map(([, made, guarded]) => made ?? guarded!)
        .filter((reason) => ![texts, kernel].some((known) => known.has(`refusal.${reason}`)))
        .map((reason) => `${file}: ${room}.refusal.${reason}`);
    });
    expect(silent).toEqual([]);
  });

  test('every text that a page asks for is there', () => {
    const missing = tracked('web/**/*.ts', 'web/**/*.tsx').flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /\b(?:t|paragraphs)\(\s*'([a-z]+)\.([\w.-]+)'|text: '([a-z]+)\.([\w.-]+)'/g,
        ),
      ]
        .map(([, room, key, entryRoom, entryKey]) => [room ?? entryRoom!, key ?? entryKey!] as const)
        .filter(
          ([room, key]) =>
            ![...textsOf('de', room).keys()].some(
              (leaf) => leaf === key || stemOf(leaf) === key || leaf.startsWith(`${key}.`),
            ),
        )
        .map(([room, key]) => `${file}: ${room}.${key}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('placeholders', () => {
  test('are read with and without a format', () => {
    expect(placeholdersOf('{{a}} und {{ b, number }}')).toEqual(['a', 'b']);
  });
});

test('the privacy page promises no period that nobody has confirmed', () => {
  for (const language of ['de', 'en', 'ar']) {
    const { privacy } = JSON.parse(readFileSync(`locales/${language}/legal.json`, 'utf8')) as {
      privacy: { retention: { text: string[] } };
    };
    expect(privacy.retention.text.join(' '), language).not.toMatch(/\d/);
    expect(privacy.retention.text, language).toHaveLength(3);
  }
});
