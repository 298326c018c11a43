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
