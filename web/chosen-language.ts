import type { Language } from '../shared/kernel/language.ts';
import { chooseLanguage } from './language.ts';

const STORED = 'anteil-language';

/** Remembers the choice on this device. */
export const rememberLanguage = (language: Language): void => localStorage.setItem(STORED, language);

const startLanguage = (): Language => {
  const asked = new URLSearchParams(location.search).get('lang');
  const chosen = chooseLanguage({ asked, stored: localStorage.getItem(STORED), browser: navigator.languages });
  if (chosen === asked) rememberLanguage(chosen);
  return chosen;
};

/** The language in which the page starts. */
export const chosenLanguage: Language = startLanguage();
