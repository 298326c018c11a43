import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launch, type Device } from './browser.ts';
import { journeyPortal, type JourneyPortal } from './journey-portal.ts';
import { Walker } from './journey-walker.ts';

/** The people of one journey, each with a browser of their own, and the portal that they use. */
export interface Cast {
  /** This person's browser; the same whenever the name is called again. */
  person(name: string, device?: Device): Promise<Walker>;
  /** What the browsers complained about so far, and the barriers of every page seen. */
  complaints(): string[];
  readonly url: string;
  /** Where the portal's data lie. */
  readonly folder: string;
}

/**
 * Starts a portal and a browser for the tests of a `describe`. The tests are steps of one story: what comes after a
 * failed one is skipped, since it could only fail too.
 */
export const journey = (name: string, device: Device): Cast => {
  const people = new Map<string, Walker>();
  let browser: Browser;
  let portal: JourneyPortal;
  let isBroken = false;

  beforeAll(async () => {
    [browser, portal] = await Promise.all([launch(), journeyPortal()]);
  });
  beforeEach((context) => {
    if (isBroken && !context.task.name.startsWith('no page')) context.skip('an earlier step failed');
  });
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail';
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  return {
    async person(who, own = device) {
      const known = people.get(who) ?? (await Walker.with(browser, own, portal.url, name));
      people.set(who, known);
      return known;
    },
    complaints: () => [...people].flatMap(([who, walker]) => walker.complaints().map((one) => `${who}: ${one}`)),
    get url() {
      return portal.url;
    },
    get folder() {
      return portal.folder;
    },
  };
};

/** The last test of a journey. */
export const allWasQuiet = (cast: Cast): void =>
  test('no page had a barrier, and no browser a complaint', () => expect(cast.complaints()).toEqual([]));
