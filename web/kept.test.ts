import { describe, expect, test } from 'vitest';
import { createKept, type Shelves } from './kept.ts';

const shelf = () => {
  const notes = new Map<string, string>();
  return {
    getItem: (key: string) => notes.get(key) ?? null,
    setItem: (key: string, value: string) => void notes.set(key, value),
    removeItem: (key: string) => void notes.delete(key),
    key: (at: number) => [...notes.keys()][at] ?? null,
    get length() {
      return notes.size;
    },
  };
};

const browser = (now = () => 0) => {
  const shelves: Shelves = { tab: shelf(), device: shelf() };
  /** A page of this browser, loaded anew. */
  const page = (person?: string) => {
    const kept = createKept(() => shelves, now);
    kept.belongTo(person);
    return kept;
  };
  return { shelves, page };
};

const PLACES = ['tab', 'device'] as const;

describe('what a browser keeps', () => {
  test('is found again by the person who typed it, also after the session has ended', () => {
    const { page } = browser();
    for (const where of PLACES) page('fatima').keep('details', { street: 'Geheimweg 7' }, where);
    page(undefined);
    for (const where of PLACES) expect(page('fatima').kept('details', where)).toEqual({ street: 'Geheimweg 7' });
  });

  test('is never shown to another person, and goes when another person is signed in', () => {
    const { shelves, page } = browser();
    for (const where of PLACES) page('fatima').keep('details', { street: 'Geheimweg 7' }, where);
    for (const where of PLACES) expect(page('mehmet').kept('details', where)).toBeUndefined();
    expect([shelves.tab.length, shelves.device.length]).toEqual([0, 0]);
  });

  test('is not shown to somebody who is not signed in', () => {
    const { page } = browser();
    page('fatima').keep('details', 'x');
    expect(page(undefined).kept('details')).toBeUndefined();
  });

  test('is gone at signing out, and nothing is kept after it', () => {
    const { shelves, page } = browser();
    const signedIn = page('fatima');
    for (const where of PLACES) signedIn.keep('details', 'x', where);
    signedIn.forgetAll();
    signedIn.keep('details', 'y');
    expect([shelves.tab.length, shelves.device.length]).toEqual([0, 0]);
  });

  test('goes after two weeks', () => {
    let at = 0;
    const { page } = browser(() => at);
    page('fatima').keep('details', 'x', 'device');
    at = 15 * 24 * 60 * 60 * 1000;
    expect(page('fatima').kept('details', 'device')).toBeUndefined();
  });

  test('a person whose identifier begins like another one is another person', () => {
    const { page } = browser();
    page('p-1').keep('2:details', 'x');
    expect(page('p-1:2').kept('details')).toBeUndefined();
  });
});
