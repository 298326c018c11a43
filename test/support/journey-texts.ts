import { readFileSync } from 'node:fs';
import { leavesOf, type Leaves } from './texts.ts';

const files = new Map<string, Leaves>();

const textsOf = (file: string): Leaves => {
  const known = files.get(file) ?? leavesOf(JSON.parse(readFileSync(file, 'utf8')));
  files.set(file, known);
  return known;
};

/**
 * What the portal says in this language; `<room>.<key>`.
 * @throws RangeError for a key that no file has
 */
export const say = (language: string, key: string, values: Readonly<Record<string, string | number>> = {}): string => {
  const [room = '', ...rest] = key.split('.');
  const text = textsOf(`locales/${language}/${room}.json`).get(rest.join('.'));
  if (text === undefined) throw new RangeError(`No text ${key} in ${language}`);
  return Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{{${name}}}`, String(value)), text);
};
