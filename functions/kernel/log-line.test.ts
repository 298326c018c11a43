import { expect, test } from 'vitest';
import { errorLine } from './log-line.ts';

test('a fault is one line that names its reference, its place and every cause', () => {
  const error = new Error('the table is away', { cause: new TypeError('no route') });
  const line = errorLine('fault', { reference: 'r-1', route: 'GET /api/me', error });
  expect(line.trimEnd()).not.toContain('\n');
  expect(JSON.parse(line)).toMatchObject({
    level: 'ERROR',
    message: 'fault',
    reference: 'r-1',
    route: 'GET /api/me',
    error: { name: 'Error', message: 'the table is away', cause: { name: 'TypeError', message: 'no route' } },
  });
});

test('what a library quotes of a person does not reach the log, at any depth', () => {
  const quoting =
    'no mailbox <amina.geheim@verein.example>, account DE89 3704 0044 0532 0130 00 or DE89370400440532013000';
  const error = new Error(`Refused: ${quoting}`, { cause: new Error(quoting, { cause: quoting }) });
  const line = errorLine('task failed', { task: 'abc', error });
  expect(line).toContain('Refused: no mailbox <…>, account … or …');
  expect(line).not.toMatch(/geheim|verein|3704/);
});

test('a stack keeps its places, and a long text costs no time', () => {
  const error = new Error(`${'a@'.repeat(50_000)}${'DE89 '.repeat(20_000)}`);
  const begun = performance.now();
  errorLine('fault', { error });
  expect(performance.now() - begun).toBeLessThan(200);
  expect(errorLine('fault', { error: new Error('any') })).toContain('log-line.test.ts');
});
