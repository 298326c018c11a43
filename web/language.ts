import { directionOf, LANGUAGES, type Language } from '../shared/kernel/language.ts';

const NAMES: Record<Language, string> = { de: 'Deutsch', en: 'English', ar: 'العربية' };

const LOCALES: Record<Language, string> = {
  de: 'de-DE-u-ca-gregory-nu-latn',
  en: 'en-GB-u-ca-gregory-nu-latn',
  ar: 'ar-u-ca-gregory-nu-latn',
};

/** How each language calls itself and runs. */
export const languages = LANGUAGES.map((code) => ({ code, name: NAMES[code], dir: directionOf(code) }));

export const nameOf = (language: Language): string => NAMES[language];

/** For `Intl`: the calendar and the digits are those of the administration, in every language. */
export const localeOf = (language: Language): string => LOCALES[language];

/** `de-AT` is read as `de`; a language that we do not have as undefined. */
export const asLanguage = (tag: string | null | undefined): Language | undefined => {
  const code = tag?.toLowerCase().split('-')[0];
  return LANGUAGES.find((known) => known === code);
};

/** The language asked for in the address, else the one chosen before, else the first that the browser wants and we have. */
export const chooseLanguage = (wish: {
  readonly asked: string | null;
  readonly stored: string | null;
  readonly browser: readonly string[];
}): Language =>
  asLanguage(wish.asked) ??
  asLanguage(wish.stored) ??
  wish.browser.map(asLanguage).find((language) => language !== undefined) ??
  'de';
