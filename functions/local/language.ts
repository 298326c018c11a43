import { parseAccept } from 'hono/utils/accept';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import ar from '../../locales/ar/local.json' with { type: 'json' };
import de from '../../locales/de/local.json' with { type: 'json' };
import en from '../../locales/en/local.json' with { type: 'json' };

/** The texts of the local pages; German is complete by definition. */
export type LocalTexts = typeof de;

const TEXTS: Readonly<Record<Language, LocalTexts>> = { de, en, ar };

export const textsIn = (language: Language): LocalTexts => TEXTS[language];

const known = (tag: string): Language | undefined =>
  LANGUAGES.find((language) => tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`));

/** The language asked for in the address, else the best of the browser's, else German. */
export const languageFrom = (asked: string | undefined, acceptLanguage: string | undefined): Language =>
  known(asked ?? '') ??
  parseAccept(acceptLanguage ?? '')
    .toSorted((a, b) => b.q - a.q)
    .map(({ type }) => known(type))
    .find((language) => language !== undefined) ??
  'de';
