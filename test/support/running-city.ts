import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startCity } from '../../functions/local/city.ts';
import { builtWeb } from '../../scripts/built-web.ts';
import { launch } from './browser.ts';

export interface RunningCity {
  readonly browser: Browser;
  readonly url: string;
  stop(): Promise<void>;
}

/** The whole portal with the demo people in a folder of its own, and a browser to walk through it. */
export const runningCity = async (): Promise<RunningCity> => {
  const folder = mkdtempSync(join(tmpdir(), 'anteil-journey-'));
  const web = await builtWeb();
  const [browser, city] = await Promise.all([
    launch(),
    startCity(
      { port: 0, folder, publicUrl: undefined, ledgerOrigin: 'anteil.test/ledger', demo: true },
      { version: 'test', web, report: (what, error) => console.error(what, error), warn: (what) => console.warn(what) },
    ),
  ]);
  return {
    browser,
    url: city.publicUrl,
    stop: async () => {
      await browser.close();
      await city.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
