import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** What stands in place of a module, and why the module itself is not wanted in a function. */
interface Instead {
  readonly module: RegExp;
  readonly importer?: RegExp;
  readonly contents: string;
}

const INSTEAD: readonly Instead[] = [
  {
    // Asked for as a whole module only to take one function out of it: that would bring its texts in 50 languages.
    module: /^zod\/v4\/core$/,
    importer: /@standard-community[\\/]standard-json[\\/]/,
    contents: "export { toJSONSchema } from 'zod/v4/core';",
  },
  {
    // A function acts with its role, whose credentials stand in the environment: no profile, no single sign-on, no machine.
    module: /^@aws-sdk\/credential-provider-node$/,
    contents:
      "import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = () => fromEnv();",
  },
  {
    // Streams of events, which no call of ours answers with; the client for files names them while it loads.
    module: /^@smithy\/core\/event-streams$/,
    importer: /^(?!.*[\\/]client-s3[\\/])/,
    contents: 'export {};',
  },
  {
    // Asks the service for other addresses of itself; off by default, and the table has one address.
    module: /^@aws-sdk\/middleware-endpoint-discovery$/,
    contents: `
      export const resolveEndpointDiscoveryConfig = (config) => config;
      export const getEndpointDiscoveryPlugin = () => ({ applyToStack: () => {} });
      export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
        environmentVariableSelector: () => undefined, configFileSelector: () => undefined, default: undefined };`,
  },
  // Tells browsers apart.
  { module: /^bowser$/, contents: 'export default {};' },
];

/**
 * What functions say: refusals, mails, and the labels that a notice prints. All else in these files is shown by pages.
 * `kernel` speaks for all rooms and stays whole.
 */
const ROOM_TEXTS = /locales[\\/][\w-]+[\\/](?!kernel\.json$)[\w-]+\.json$/;
const SPOKEN = ['refusal', 'mail'];
const PRINTED = /locales[\\/][\w-]+[\\/]programmes\.json$/;

const spokenTexts = (path: string): string => {
  const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const wanted = PRINTED.test(path) ? [...SPOKEN, 'form'] : SPOKEN;
  return JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([key]) => wanted.includes(key))));
};

/** Keeps out of the bundles what no function uses, so that none has to load it. */
export const diet: Plugin = {
  name: 'diet',
  setup: (build) => {
    for (const [index, { module, importer, contents }] of INSTEAD.entries()) {
      build.onResolve({ filter: module }, (args) =>
        args.namespace === 'diet' || (importer !== undefined && !importer.test(args.importer))
          ? undefined
          : { path: String(index), namespace: 'diet', pluginData: { contents, resolveDir: args.resolveDir } },
      );
    }
    build.onLoad({ filter: /.*/, namespace: 'diet' }, ({ pluginData }) => ({
      ...(pluginData as { contents: string; resolveDir: string }),
      loader: 'js',
    }));
    build.onLoad({ filter: ROOM_TEXTS }, ({ path }) => ({ contents: spokenTexts(path), loader: 'json' }));
  },
};
