/** Rooms from upstream to downstream (architecture): a room may import from those before it, never from those behind it. */
export const ROOMS = [
  'kernel',
  'law',
  'authorities',
  'organisations',
  'bodies',
  'accounts',
  'programmes',
  'funding',
  'compensation',
  'notices',
  'payments',
  'ledger',
] as const;

/** Rooms beside each other on the same step do not see each other. */
const SIBLINGS: readonly (readonly string[])[] = [['funding', 'compensation']];

const isUpstream = (from: string, to: string): boolean => {
  const a = ROOMS.indexOf(from as (typeof ROOMS)[number]);
  const b = ROOMS.indexOf(to as (typeof ROOMS)[number]);
  return b >= 0 && a >= 0 && b < a && !SIBLINGS.some((pair) => pair.includes(from) && pair.includes(to));
};

/** Files that see all rooms. */
const COMPOSERS = [
  'functions/api.ts',
  'functions/reactions.ts',
  'functions/scheduled.ts',
  'functions/sequencer.ts',
  'web/pages.ts',
];

/** Packages that only certain files may import. */
const RESERVED: readonly { packages: RegExp; files: RegExp; why: string }[] = [
  {
    packages: /^@aws-sdk\//,
    files:
      /^(functions\/(deployed[a-z-]*|sequencer)\.ts|functions\/.*\.(dynamo|s3|kms|ses)\.ts|functions\/.*\.test\.ts|functions\/local\/|infra\/|test\/|scripts\/)/,
    why: 'AWS is behind ports',
  },
  {
    packages: /^(@myriaddreamin\/typst|pdf-lib)/,
    files: /^(functions\/notices\/pdf\/|test\/|scripts\/)/,
    why: 'documents are set in functions/notices/pdf only',
  },
];

/** What the pure layer may import beside itself: the schema library, the date library, and tables that others keep up to date. */
const PURE_PACKAGES =
  /^(zod(\/mini)?|temporal-polyfill(\/fns\/\w+)?|@noble\/(hashes|curves)(\/.*)?|canonicalize|ibantools|vitest|fast-check|date-holidays|node:fs)$/;
const PURE_RUNTIME =
  /^(zod(\/mini)?|temporal-polyfill(\/fns\/\w+)?|@noble\/(hashes|curves)(\/.*)?|canonicalize|ibantools)$/;

const place = (path: string): { layer: string; room: string } => {
  const [layer = '', room = ''] = path.split('/');
  return { layer, room };
};

const inShared = (file: string, target: string): boolean => {
  const from = place(file).room;
  const to = place(target);
  return to.layer === 'shared' && (to.room === from || isUpstream(from, to.room));
};

const inFunctions = (file: string, target: string): boolean => {
  const from = place(file).room;
  const to = place(target);
  if (to.layer === 'shared' || to.layer === 'locales') return true;
  if (to.layer !== 'functions') return false;
  if (from === 'local') return true;
  return to.room === from || to.room === 'kernel' || (isUpstream(from, to.room) && target.endsWith('/views.ts'));
};

const inWeb = (file: string, target: string): boolean => {
  const from = place(file).room;
  const to = place(target);
  if (to.layer === 'shared' || to.layer === 'locales') return true;
  if (to.layer !== 'web') return false;
  const top = target.split('/').length === 2;
  return to.room === from || to.room === 'ui' || top || file.split('/').length === 2;
};

const inInfra = (target: string): boolean => target.startsWith('infra/') || target.startsWith('shared/kernel/');

export interface Import {
  readonly file: string;
  /** A project path (`shared/kernel/day.ts`) or a package name. */
  readonly target: string;
  readonly isPackage: boolean;
}

const packageProblem = ({ file, target }: Import): string | undefined => {
  const reserved = RESERVED.find((rule) => rule.packages.test(target) && !rule.files.test(file));
  if (reserved !== undefined) return `${file} imports ${target}: ${reserved.why}`;
  const pure = file.endsWith('.test.ts') ? PURE_PACKAGES : PURE_RUNTIME;
  if (file.startsWith('shared/') && !pure.test(target)) return `${file} imports ${target}: shared is pure`;
  return undefined;
};

/** Why this import is against the table, or undefined. */
export const problemOf = (found: Import): string | undefined => {
  if (found.isPackage) return packageProblem(found);
  const { file, target } = found;
  const { layer } = place(file);
  if (COMPOSERS.includes(file) || layer === 'test' || layer === 'scripts') return undefined;
  // A test beside the code it proves may stand on the test city and on the local engine.
  if (file.endsWith('.test.ts') && /^(test\/support|functions\/local)\//.test(target)) return undefined;
  const allowed =
    layer === 'shared'
      ? inShared(file, target)
      : layer === 'functions'
        ? file.split('/').length === 2 || inFunctions(file, target)
        : layer === 'web'
          ? inWeb(file, target)
          : layer === 'infra'
            ? inInfra(target)
            : true;
  return allowed ? undefined : `${file} imports ${target}: not in the table of docs/decisions and architecture`;
};

/** Words that have no place in the pure layer, since they bring clock, network or machine in. */
const IMPURE = /\b(new Date\b|Date\.now\b|fetch\(|process\.|Math\.random\b|crypto\.)/;

/** Why the text of this file is against the rules, or undefined. */
export const textProblemOf = (file: string, text: string): string | undefined => {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  if (file.startsWith('shared/') && !file.endsWith('.test.ts') && IMPURE.test(code)) return `${file}: shared is pure`;
  const clockFree = /^(functions|web)\//.test(file) && !/clock\.ts$|\.test\.ts$|^functions\/local\//.test(file);
  if (clockFree && /new Date\(\)|Date\.now\(\)/.test(code)) return `${file}: the present comes from clock.ts only`;
  if (/^(shared|functions|web)\//.test(file) && /^export \* from/m.test(code)) return `${file}: no barrels`;
  return undefined;
};
