import { existsSync } from 'node:fs';
import { buildFunctions } from './bundles.ts';

/** Everything that is deployed: the bundles of the functions and the web. */
export const buildAll = async (): Promise<void> => {
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const web = './build-web.ts';
  const hasWeb = existsSync(new URL(web, import.meta.url));
  const buildWeb = async (): Promise<void> => {
    if (hasWeb) await ((await import(web)) as { buildWeb(): Promise<unknown> }).buildWeb();
  };
  const [functions] = await Promise.all([buildFunctions(), buildWeb()]);
  console.log(`built ${[...functions, ...(hasWeb ? ['web'] : [])].join(', ') || 'nothing'} in ${seconds()}`);
};

if (import.meta.main) await buildAll();
