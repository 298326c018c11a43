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

/** What functions say: refusals and mails. All else in these files is shown by pages. `kernel` speaks for all rooms. */
const TEXTS = /locales[\\/][\w-]+[\\/][\w-]+\.json$/;
const KERNEL = /[\\/]kernel\.json$/;

/** Notices print the names of a plan's categories, in German. */
const PRINTED = /locales[\\/]de[\\/]programmes\.json$/;

interface Form {
  readonly costs?: { readonly option?: unknown };
  readonly cover?: { readonly option?: unknown };
}

const spokenTexts = (path: string): string => {
  const { refusal, mail, form } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const { costs, cover } = (form ?? {}) as Form;
  const names = { costs: { option: costs?.option }, cover: { option: cover?.option } };
  return JSON.stringify({ refusal, mail, ...(PRINTED.test(path) && { form: names }) });
};

/** Of its description a client needs its version. */
const SDK_DESCRIPTION = /@aws-sdk[\\/][\w-]+[\\/]package\.json$/;
const versionOnly = (path: string): string => {
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return JSON.stringify({ version });
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
    build.onLoad({ filter: SDK_DESCRIPTION }, ({ path }) => ({ contents: versionOnly(path), loader: 'json' }));
    build.onLoad({ filter: TEXTS }, ({ path }) =>
      KERNEL.test(path) ? undefined : { contents: spokenTexts(path), loader: 'json' },
    );
  },
};
