import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { ownOf } from '../../shared/kernel/own.ts';

/** A file of texts: nested keys, plural forms by suffix (JSON v4 of i18next, which the pages read the same files with). */
interface Texts {
  readonly [key: string]: string | Texts;
}

const loaded = new Map<string, Promise<Texts>>();

/** Texts are loaded when first used, a room and language at a time: a command that succeeds needs none. */
const load = (language: Language, room: string): Promise<Texts> => {
  const name = `${language}/${room}`;
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const texts = (
    import(`../../locales/${language}/${room}.json`, { with: { type: 'json' } }) as Promise<{ default: Texts }>
  ).then((file) => file.default);
  loaded.set(name, texts);
  texts.catch(() => loaded.delete(name));
  return texts;
};

const find = (texts: Texts, key: string): string | undefined => {
  let found: string | Texts | undefined = texts;
  for (const part of key.split('.')) {
    found = typeof found === 'object' ? ownOf(found, part) : undefined;
  }
  return typeof found === 'string' ? found : undefined;
};

const pluralKey = (language: Language, key: string, { count }: Readonly<Record<string, unknown>>): string =>
  typeof count === 'number' ? `${key}_${new Intl.PluralRules(language).select(count)}` : key;

const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const value = ownOf(values, name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });

/** The text under `key` of locales/<language>/<room>.json, or undefined where there is none. */
export const textOf = async (
  language: Language,
  room: string,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): Promise<string | undefined> => {
  const texts = await load(language, room);
  const text = find(texts, pluralKey(language, key, values)) ?? find(texts, key);
  return text === undefined ? undefined : fill(text, values);
};

export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);
