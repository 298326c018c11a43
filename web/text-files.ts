import type { Language } from '../shared/kernel/language.ts';
import { chosenLanguage } from './chosen-language.ts';

type Texts = Record<string, unknown>;

const files = new Map(Object.entries(import.meta.glob<{ default: Texts }>('../locales/*/*.json')));

/** The texts of a room; asked for once, however often they are wanted. Undefined for a room that has none. */
export const textFile = async (room: string, language: Language = chosenLanguage): Promise<Texts | undefined> =>
  (await files.get(`../locales/${language}/${room}.json`)?.())?.default;
