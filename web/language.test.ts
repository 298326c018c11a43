import { describe, expect, test } from 'vitest';
import { chooseLanguage } from './language.ts';

describe('the language of the page', () => {
  const browser = ['fr-FR', 'ar-EG', 'en'];

  test('the address comes first, then the choice made before, then the browser', () => {
    expect(chooseLanguage({ asked: 'en', stored: 'ar', browser })).toBe('en');
    expect(chooseLanguage({ asked: null, stored: 'de', browser })).toBe('de');
    expect(chooseLanguage({ asked: null, stored: null, browser })).toBe('ar');
  });

  test('what we do not have is passed over, and German is left in the end', () => {
    expect(chooseLanguage({ asked: 'xx', stored: 'constructor', browser: ['fr'] })).toBe('de');
    expect(chooseLanguage({ asked: 'de-AT', stored: null, browser: [] })).toBe('de');
  });
});
