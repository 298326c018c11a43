import { createInstance, type i18n } from 'i18next';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';

const instances = new Map<Language, i18n>();

const instanceOf = async (language: Language): Promise<i18n> => {
  const known = instances.get(language);
  if (known !== undefined) return known;
  const made = createInstance();
  await made.init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  instances.set(language, made);
  return made;
};

/** Texts are loaded when first used, a room and language at a time: a command that succeeds needs none. */
const load = async (language: Language, room: string): Promise<i18n> => {
  const instance = await instanceOf(language);
  if (!instance.hasResourceBundle(language, room)) {
    const texts = (await import(`../../locales/${language}/${room}.json`, { with: { type: 'json' } })) as {
      default: object;
    };
    instance.addResourceBundle(language, room, texts.default);
  }
  return instance;
};

/** The text under `key` of locales/<language>/<room>.json, or undefined where there is none. */
export const textOf = async (
  language: Language,
  room: string,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): Promise<string | undefined> => {
  const instance = await load(language, room);
  return instance.exists(key, { ns: room, ...values }) ? instance.t(key, { ns: room, ...values }) : undefined;
};

export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);
