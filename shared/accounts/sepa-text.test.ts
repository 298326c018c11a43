import { expect, test } from 'vitest';
import { sepaText } from './sepa-text.ts';

test.each([
  ['Amina Ƙasim', 'Amina Kasim'],
  ['Ƴusuf ƴa', 'Yusuf ya'],
  ['Aƒetɔ Ɖevi', 'Afeto Devi'],
  ['Ɣalikpɔ', 'Galikpo'],
  ['Ɲaman ɲa', 'Naman na'],
  ['Ɩsa ɩ', 'Isa i'],
  ['ɨ ʉ Ɨ Ʉ', 'i u I U'],
  ['ʿAlī', "'Ali"],
  ['Saʾid Ilʹja', "Sa'id Il'ja"],
  ['Ɓala Ɗan', 'Bala Dan'],
])('%s is written in Latin letters: %s', (name, written) => {
  expect(sepaText(name)).toEqual({ ok: true, value: written });
});

test.each(['Олена', 'Ελένη', '山田', 'عمر'])('%s is in another script, and nobody transliterates it', (name) => {
  expect(sepaText(name)).toMatchObject({ refusal: 'holder-not-latin' });
});
