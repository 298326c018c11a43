import { chosenLanguage } from './chosen-language.ts';

/** What every call to the API says of itself. */
export const readHeaders = (language: string = chosenLanguage): Headers =>
  new Headers({ accept: 'application/json', 'accept-language': language });
