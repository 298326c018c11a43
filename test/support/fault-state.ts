import type { Row } from '../../functions/kernel/journal.ts';
import type { Mail } from '../../functions/kernel/mail.ts';

/** Made of fresh salts in every run, or counting attempts. */
const CHANGING = new Set(['salt', 'formHash', 'textsHash', 'commitments', 'disclosures', 'attempts', 'lastFailure']);

/**
 * A request that is repeated counts again toward its person's limit, whether or not its first answer came back: a counter
 * says how often somebody asked, not what became of the case, and it goes by itself when its window is over.
 */
const isCounter = ({ pk }: Row): boolean => pk.startsWith('limit#');

/** The rows as text, without counters and without what differs from one clean run to the next. */
export const stateOf = (rows: readonly Row[]): string[] =>
  rows
    .filter((row) => !isCounter(row))
    .map((row) => {
      const settled: unknown = JSON.parse(
        JSON.stringify(row, (key, value: unknown) => (CHANGING.has(key) ? '…' : value)),
      );
      return sortedText(settled);
    })
    .sort();

const sortedText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(sortedText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${sortedText(one)}`).join(',')}}`;
};

/** Each mail once; the same id always says the same. */
export const mailsOnce = (mails: readonly Mail[]): string[] =>
  [...new Set(mails.map((mail) => JSON.stringify(mail)))].sort();

export const filesOf = (files: { readonly all: ReadonlyMap<string, Uint8Array> }): string[] =>
  [...files.all].map(([path, bytes]) => `${path} ${Buffer.from(bytes).toString()}`).sort();
