import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { LANGUAGES } from '../shared/kernel/language.ts';
import { ownOf } from '../shared/kernel/own.ts';

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

/** Which rooms an API function speaks for. It answers requests, so it refuses and sends no mail; all other functions know all texts. */
const SPEAKS_FOR: Readonly<Record<string, readonly string[]>> = {
  'functions/lambda.ts': ['kernel', 'programmes', 'funding', 'notices', 'ledger'],
  'functions/boards.ts': ['kernel', 'bodies', 'accounts', 'compensation'],
  'functions/payments.ts': ['kernel', 'accounts', 'payments'],
};

/** The one place that loads texts, by a name that only a request tells: in a bundle it finds those that were put in. */
const LOADER = /[\\/]functions[\\/]kernel[\\/]texts\.ts$/;
const LOADING = /import\(`\.\.\/\.\.\/locales\/\$\{language\}\/\$\{room\}\.json`, [^)]*\)/;

/**
 * The loader with these rooms only.
 * @throws Error if it no longer loads texts as this replaces it
 */
const loaderOf = (path: string, rooms: readonly string[]): string => {
  const source = readFileSync(path, 'utf8');
  if (!LOADING.test(source)) throw new Error(`${path} loads texts in another way: change scripts/bundle-diet.ts too`);
  const names = LANGUAGES.flatMap((language) => rooms.map((room) => `${language}/${room}`));
  const known = names.filter((name) => existsSync(`locales/${name}.json`));
  const files = known.map((name) => `'${name}': () => import('../../locales/${name}.json')`).join(', ');
  return `const FILES = { ${files} };\n${source.replace(LOADING, '(FILES[name]?.() ?? Promise.resolve({ default: {} }))')}`;
};

/** Descriptions of routes are read where all routes are known, which is the function with all rooms; others carry none. */
const DESCRIBED = /[\\/]functions[\\/]kernel[\\/]described\.ts$/;
const NOT_DESCRIBED = 'export const described = () => (_, next) => next();';

/** Turns schemas into their description; the validators name it and call it only where routes are described. */
const DESCRIBING = /^@standard-community\/standard-(json|openapi)$/;
const NOT_DESCRIBING = `
  const not = () => { throw new Error('This function describes no routes.'); };
  export const loadVendor = () => {};
  export { not as toJsonSchema, not as toOpenAPISchema };`;

/** What functions say: refusals, issues and mails. All else in these files is shown by pages. `kernel` speaks for all rooms. */
const TEXTS = /locales[\\/][\w-]+[\\/][\w-]+\.json$/;
const KERNEL = /[\\/]kernel\.json$/;

/** Notices print the names of a plan's categories, in German. */
const PRINTED = /locales[\\/]de[\\/]programmes\.json$/;

interface Form {
  readonly costs?: { readonly option?: unknown };
  readonly cover?: { readonly option?: unknown };
}

const spokenTexts = (path: string, mails: boolean): string => {
  const { refusal, issue, mail, form } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const { costs, cover } = (form ?? {}) as Form;
  const names = { costs: { option: costs?.option }, cover: { option: cover?.option } };
  return JSON.stringify({ refusal, issue, ...(mails && { mail }), ...(PRINTED.test(path) && { form: names }) });
};

/** The API function in which people sign in; the others never show its page. */
const SIGNS_IN = 'functions/lambda.ts';

const kernelTexts = (path: string, entry: string): string => {
  const { signIn, ...texts } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const elsewhere = ownOf(SPEAKS_FOR, entry) !== undefined && entry !== SIGNS_IN;
  return JSON.stringify(elsewhere ? texts : { ...texts, signIn });
};

/** Of its description a client needs its version. */
const SDK_DESCRIPTION = /@aws-sdk[\\/][\w-]+[\\/]package\.json$/;
const versionOnly = (path: string): string => {
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return JSON.stringify({ version });
};

/** Keeps out of the bundle of this entry (`functions/<name>.ts`) what it does not use, so that it need not load it. */
export const dietOf = (entry: string): Plugin => ({
  name: 'diet',
  setup: (build) => {
    const rooms = ownOf(SPEAKS_FOR, entry);
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
    build.onLoad({ filter: TEXTS }, ({ path }) => ({
      contents: KERNEL.test(path) ? kernelTexts(path, entry) : spokenTexts(path, rooms === undefined),
      loader: 'json',
    }));
    if (rooms === undefined) return;
    build.onLoad({ filter: LOADER }, ({ path }) => ({ contents: loaderOf(path, rooms), loader: 'ts' }));
    build.onLoad({ filter: DESCRIBED }, () => ({ contents: NOT_DESCRIBED, loader: 'js' }));
    build.onResolve({ filter: DESCRIBING }, () => ({ path: 'describing', namespace: 'not-describing' }));
    build.onLoad({ filter: /.*/, namespace: 'not-describing' }, () => ({ contents: NOT_DESCRIBING, loader: 'js' }));
  },
});
