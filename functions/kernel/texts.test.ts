import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { textOf } from './texts.ts';

describe('texts that the server speaks', () => {
  test.each(LANGUAGES)('every refusal stands in %s', async (language) => {
    expect(await textOf(language, 'kernel', 'refusal.not-found')).toMatch(/\S/);
  });

  test('values are filled in, and plural forms follow the language', async () => {
    expect(await textOf('de', 'ledger', 'check.entries', { count: 1 })).toMatch(/^Der eine Eintrag/);
    expect(await textOf('de', 'ledger', 'check.entries', { count: 1660 })).toContain('1660');
    expect(await textOf('ar', 'ledger', 'check.entries', { count: 3 })).not.toBe(
      await textOf('ar', 'ledger', 'check.entries', { count: 11 }),
    );
  });

  test('what is not there is undefined, also where a section or an inherited name stands', async () => {
    for (const key of ['refusal.none', 'refusal', 'toString', 'refusal.constructor']) {
      expect(await textOf('de', 'kernel', key)).toBeUndefined();
    }
  });
});
