import { expect, test } from 'vitest';
import { nothingShown } from './nothing-shown.ts';

test.each([
  [{}, false, 'ledger.report.empty'],
  [{ q: 'verein roma' }, false, 'ledger.list.empty'],
  [{ q: 'verein roma' }, true, 'ledger.list.empty-so-far'],
  [{ year: '2010', q: 'berlin' }, true, 'ledger.list.empty-so-far'],
  [{ q: 'e. V.' }, false, 'ledger.list.too-short'],
  [{ q: 'der' }, false, 'ledger.list.too-short'],
])('nobody is told that there is no entry before everything was looked through: %j', (filter, hasMore, text) => {
  expect(nothingShown(filter, hasMore)).toBe(text);
});
