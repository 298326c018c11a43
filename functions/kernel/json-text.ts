/** What a text of JSON holds that no reader may guess about, and where: two values of one name, a number that none can hold. */
export interface JsonFlaw {
  readonly path: string;
  readonly code: 'duplicate-key' | 'number' | 'too-deep';
}

/** The deepest body of the portal has 6 levels; readers that recurse break at some thousands. */
const DEEPEST = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where the string that begins at `from` ends, behind its quote. */
const endOfString = (text: string, from: number): number => {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    at += code === BACKSLASH ? 2 : 1;
  }
  return at;
};

interface Level {
  /** Names seen so far; undefined in a list. */
  readonly names: Set<string> | undefined;
  /** The name or the number of the value that stands here. */
  step: string | number;
  isName: boolean;
}

const NUMBER = /-?\d[\d.eE+-]*/y;

const endOfToken = (text: string, from: number): number => {
  if (text.charCodeAt(from) === QUOTE) return endOfString(text, from);
  NUMBER.lastIndex = from;
  return from + (NUMBER.exec(text)?.[0].length ?? 1);
};

/** `1e400` is no number here, and `-0` is not 0: neither is an amount. */
const isOdd = (token: string): boolean => !Number.isFinite(Number(token)) || Object.is(Number(token), -0);

const nameOf = (token: string): string => {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
};

const isSecond = (level: Level, token: string): boolean => {
  const name = nameOf(token);
  const isKnown = level.names!.has(name);
  level.names!.add(name);
  level.step = name;
  level.isName = false;
  return isKnown;
};

const open = (token: string): Level =>
  token === '{' ? { names: new Set(), step: '', isName: true } : { names: undefined, step: 0, isName: false };

const goOn = (level: Level): void => {
  level.isName = level.names !== undefined;
  if (typeof level.step === 'number') level.step += 1;
};

/** Takes one token in; the code of what is wrong with it. */
const take = (levels: Level[], token: string): JsonFlaw['code'] | undefined => {
  const level = levels.at(-1);
  if (token.startsWith('"')) return level?.isName === true && isSecond(level, token) ? 'duplicate-key' : undefined;
  if (token === '{' || token === '[') {
    if (levels.length === DEEPEST) return 'too-deep';
    levels.push(open(token));
  } else if (token === '}' || token === ']') levels.pop();
  else if (token === ',' && level !== undefined) goOn(level);
  return /\d/.test(token) && isOdd(token) ? 'number' : undefined;
};

/**
 * The first flaw of a text that `JSON.parse` would pass over in silence; undefined where there is none. Whether it is JSON at
 * all is for `JSON.parse` to say. Looks at each sign once.
 */
export const jsonFlaw = (text: string): JsonFlaw | undefined => {
  const levels: Level[] = [];
  for (let at = 0; at < text.length;) {
    const end = endOfToken(text, at);
    const code = take(levels, text.slice(at, end));
    if (code !== undefined) return { path: levels.map(({ step }) => String(step).slice(0, 64)).join('.'), code };
    at = end;
  }
  return undefined;
};
