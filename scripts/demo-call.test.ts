import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addMonths } from '../shared/kernel/day.ts';
import { LANGUAGES } from '../shared/kernel/language.ts';
import { DEMO_CALL } from '../shared/programmes/demo-call.ts';

const textsOf = (language: string) =>
  JSON.parse(readFileSync(`locales/${language}/programmes.json`, 'utf8')) as {
    call: Record<string, string>;
    form: { notBegun: { label: string; answer: { true: string; false: string } } };
  };

test('a call leaves time to decide before it funds: no project may begin before the decision (AV § 44 LHO no. 1.3)', () => {
  expect(DEMO_CALL.fundingFrom >= addMonths(DEMO_CALL.closes, 2)).toBe(true);
});

test('a call says in each language that nothing may begin before the decision', () => {
  const said = { de: /darf erst beginnen, wenn entschieden ist/, en: /only after the decision/, ar: /قبل صدور القرار/ };
  for (const language of LANGUAGES) expect(textsOf(language).call['no-early-start']).toMatch(said[language]);
});

test('whether a project has begun is asked without a negation, and „no“ is the answer that fits', () => {
  const no = { de: /^Nein/, en: /^No/, ar: /^لا/ };
  const yes = { de: /^Ja/, en: /^Yes/, ar: /^نعم/ };
  for (const language of LANGUAGES) {
    const { label, answer } = textsOf(language).form.notBegun;
    expect(label, language).not.toMatch(/\b(nicht|noch kein|not)\b|لم /);
    expect(answer.true, language).toMatch(no[language]);
    expect(answer.false, language).toMatch(yes[language]);
  }
});
