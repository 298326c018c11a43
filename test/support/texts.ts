/** The texts of a file by their full key. */
export type Leaves = ReadonlyMap<string, string>;

/** Nested texts laid flat: `{a: {b: 'x'}}` is `a.b` → `x`; the parts of a list count from 0. */
export const leavesOf = (texts: unknown, prefix = ''): Map<string, string> => {
  if (typeof texts === 'string') return new Map([[prefix, texts]]);
  const entries = Object.entries((texts ?? {}) as Record<string, unknown>);
  return new Map(entries.flatMap(([key, value]) => [...leavesOf(value, prefix === '' ? key : `${prefix}.${key}`)]));
};

const FORM = /_(zero|one|two|few|many|other)$/;

/** The plural forms that a language has, sorted. */
export const formsOf = (language: string): string[] =>
  [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();

/** The key without its plural form. */
export const stemOf = (key: string): string => key.replace(FORM, '');

export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w-]+)[^}]*\}\}/g)].map(([, name]) => name!).sort();

const isPlural = (texts: Leaves, stem: string): boolean => texts.has(`${stem}_other`);

const expectedKeys = (source: Leaves, language: string): Set<string> =>
  new Set(
    [...source.keys()].flatMap((key) => {
      const stem = stemOf(key);
      return stem !== key && isPlural(source, stem) ? formsOf(language).map((form) => `${stem}_${form}`) : [key];
    }),
  );

/** The German text that this one stands for. */
const sourceOf = (source: Leaves, key: string): string | undefined =>
  source.get(key) ?? source.get(`${stemOf(key)}_other`);

const isForm = (key: string): boolean => FORM.test(key);

const samePlaceholders = (source: string, text: string, key: string): boolean => {
  const wanted = placeholdersOf(source);
  const found = placeholdersOf(text);
  // A plural form may say the number in words.
  const missing = wanted.filter((name) => !found.includes(name) && !(isForm(key) && name === 'count'));
  return missing.length === 0 && found.every((name) => wanted.includes(name));
};

const flaws = (source: Leaves, key: string, text: string, language: string, same: ReadonlySet<string>): string[] => {
  const german = sourceOf(source, key) ?? '';
  const words = /\p{L}{3,}/u.test(german.replaceAll(/\{\{.*?\}\}/g, ''));
  return [
    text.trim() === '' && 'is empty',
    !samePlaceholders(german, text, key) && 'has other placeholders',
    language !== 'de' && words && text === german && !same.has(text) && 'is still German',
  ]
    .filter((flaw) => flaw !== false)
    .map((flaw) => `${key} ${flaw}`);
};

/** What is wrong with a translation, one line each; nothing if it says all that the source says. */
export const unlike = (source: Leaves, texts: Leaves, language: string, same: ReadonlySet<string>): string[] => {
  const wanted = expectedKeys(source, language);
  return [
    ...[...wanted].filter((key) => !texts.has(key)).map((key) => `${key} is missing`),
    ...[...texts.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is not in German`),
    ...[...texts].filter(([key]) => wanted.has(key)).flatMap(([key, text]) => flaws(source, key, text, language, same)),
  ];
};
