import { builtWeb } from './built-web.ts';
import { buildFunctions } from './bundles.ts';

/** Everything that is deployed: the bundles of the functions and the web. */
export const buildAll = async (): Promise<void> => {
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const [functions] = await Promise.all([buildFunctions(), builtWeb()]);
  console.log(`built ${[...functions, 'web'].join(', ')} in ${seconds()}`);
};

if (import.meta.main) await buildAll();
