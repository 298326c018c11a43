import { expect, test } from 'vitest';
import { faultLine, warningLine } from './log.ts';

const AT = new Date('2026-11-28T10:00:00Z');

test('a fault is one line with its instant, its level and what caused it, however long the stack', () => {
  const line = faultLine(AT, 'A reaction failed', new Error('no mail', { cause: new Error('550\nrefused') }));
  expect(line.trimEnd().split('\n')).toHaveLength(1);
  const [instant, ...json] = line.split(' ');
  expect(instant).toBe('2026-11-28T10:00:00.000Z');
  expect(JSON.parse(json.join(' '))).toMatchObject({
    level: 'ERROR',
    message: 'A reaction failed',
    error: { message: 'no mail', cause: { message: '550\nrefused' } },
  });
});

test('what was thrown without being an error is told all the same; a warning has its level', () => {
  expect(faultLine(AT, 'Odd', 'only words')).toContain('only words');
  expect(warningLine(AT, 'The clock')).toBe('2026-11-28T10:00:00.000Z {"level":"WARN","message":"The clock"}\n');
});
