import { expect, test } from 'vitest';
import { ibanGroups, nameWords } from './iban-differences.ts';

const marked = (stretches: ReturnType<typeof ibanGroups>) =>
  stretches.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(' ');

test('groups that differ are marked, however the numbers are spaced', () => {
  const before = 'DE02 1203 0000 0000 2020 51';
  expect(marked(ibanGroups('DE02120300000000202151', before))).toBe('DE02 1203 0000 0000 [2021] 51');
});

test('a longer number differs in all that the other does not have', () => {
  expect(marked(ibanGroups('DE02120300', 'DE021203'))).toBe('DE02 1203 [00]');
});

test('without an earlier number nothing is marked', () => {
  expect(marked(ibanGroups('DE021203', undefined))).toBe('DE02 1203');
});

test('a new word of a name is marked wherever it stands', () => {
  expect(marked(nameWords('Fatima Anders', 'Fatima Probemann'))).toBe('Fatima [Anders]');
  expect(marked(nameWords('Probemann Fatima', 'Fatima Probemann'))).toBe('Probemann Fatima');
});
