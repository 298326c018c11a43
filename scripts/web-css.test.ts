import postcss from 'postcss';
import { describe, expect, test } from 'vitest';
import { directionsForSides, partsOf } from './web-css.ts';

const turned = (declaration: string): string =>
  postcss([directionsForSides()]).process(`a{${declaration}}`, { from: undefined }).css.slice(2, -1);

describe('a style sheet for both directions', () => {
  test.each([
    ['padding-left: 1px', 'padding-inline-start: 1px'],
    ['border-right-width: 2px', 'border-inline-end-width: 2px'],
    ['right: 0', 'inset-inline-end: 0'],
    ['text-align: left', 'text-align: start'],
    ['float: right', 'float: inline-end'],
    ['border-top-left-radius: 3px', 'border-start-start-radius: 3px'],
    ['padding: 1px 2px 3px var(--a, 4px)', 'padding-block: 1px 3px;padding-inline: var(--a, 4px) 2px'],
    ['padding: 1px 2px 3px 2px', 'padding: 1px 2px 3px 2px'],
    ['text-align: center', 'text-align: center'],
  ])('%s is turned into %s', (side, direction) => {
    expect(turned(side)).toBe(direction);
  });

  test('brackets hold a part together', () => {
    expect(partsOf(' a calc(1px + var(--b, 2px))  c')).toEqual(['a', 'calc(1px + var(--b, 2px))', 'c']);
  });
});
