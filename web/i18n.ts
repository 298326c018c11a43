import { createInstance } from 'i18next';
import { createSignal } from 'solid-js';
import { directionOf, type Language } from '../shared/kernel/language.ts';
import { chosenLanguage, rememberLanguage } from './chosen-language.ts';
import { textFile } from './text-files.ts';

type Values = Record<string, string | number>;

const texts = createInstance();
const rooms = new Set<string>();

const [language, setLanguage] = createSignal<Language>(chosenLanguage);

/** The language in which the page is shown; a signal. */
export { language };

export const direction = (): 'ltr' | 'rtl' => directionOf(language());

const load = async (code: Language, room: string): Promise<void> => {
  if (texts.hasResourceBundle(code, room)) return;
  const bundle = await textFile(room, code);
  if (bundle !== undefined) texts.addResourceBundle(code, room, bundle);
};

const markDocument = (code: Language): void => {
  document.documentElement.lang = code;
  document.documentElement.dir = directionOf(code);
};

export const startTexts = async (): Promise<void> => {
  await texts.init({ lng: language(), fallbackLng: false, interpolation: { escapeValue: false }, returnNull: false });
  await loadTexts('ui');
  markDocument(language());
};

/** Fetches the texts of a room in the present language; later switches fetch them in the other languages too. */
export const loadTexts = async (...wanted: string[]): Promise<void> => {
  for (const room of wanted) rooms.add(room);
  await Promise.all(wanted.map((room) => load(language(), room)));
};

/** The choice on the page is newer than the one in the address. */
const forgetAskedLanguage = (): void => {
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
};

/** Shows the same page, with all that was typed, in another language. */
export const switchLanguage = async (to: Language): Promise<void> => {
  await Promise.all([...rooms].map((room) => load(to, room)));
  await texts.changeLanguage(to);
  rememberLanguage(to);
  markDocument(to);
  forgetAskedLanguage();
  setLanguage(to);
};

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFEFC]/;

/** Keeps an inserted name from disturbing the order of the sentence around it. */
const isolated = (value: string | number): string | number =>
  typeof value === 'string' && (direction() === 'rtl' || RIGHT_TO_LEFT.test(value)) ? `\u2068${value}\u2069` : value;

const split = (key: string): { room: string; rest: string } => {
  const dot = key.indexOf('.');
  return { room: key.slice(0, dot), rest: key.slice(dot + 1) };
};

/** The text `<room>.<key>` in the present language; `count` chooses the plural form. Reads a signal. */
export const t = (key: string, values: Values = {}): string => {
  const { room, rest } = split(key);
  const inserted = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)]));
  return texts.t(rest, { ...inserted, ns: room, lng: language() });
};

/** A text of several paragraphs, kept as a list. */
export const paragraphs = (key: string): string[] => {
  const { room, rest } = split(key);
  return texts.t(rest, { ns: room, lng: language(), returnObjects: true }) as unknown as string[];
};

/** The text, or undefined where there is none: help that only some questions have. */
export const textIf = (key: string): string | undefined => {
  const { room, rest } = split(key);
  return texts.exists(rest, { ns: room, lng: language() }) ? t(key) : undefined;
};
