import { erasedTexts, falseText, readEntry, type DisclosuresFile } from './entry.ts';
import { Found } from './finding.ts';
import { ownOf } from '../kernel/own.ts';

/** What an audit counts while it reads. */
export interface Counts {
  texts: number;
  erased: number;
  readonly ids: Set<string>;
}

const checkEntry = (bytes: Uint8Array, number: number, words: DisclosuresFile, counts: Counts): string => {
  const entry = readEntry(bytes);
  if (!entry.ok) throw new Found(entry.refusal, String(number));
  const { id, commitments } = entry.value;
  if (counts.ids.has(id)) throw new Found('entry-twice', id);
  counts.ids.add(id);
  const shown = ownOf(words, id) ?? {};
  if (falseText(entry.value, shown) !== undefined) throw new Found('text-altered', id);
  const erased = erasedTexts(entry.value, shown).length;
  counts.erased += erased;
  counts.texts += Object.keys(commitments).length - erased;
  return id;
};

/** Each entry of a bundle is well formed, there once, and its words are those that it commits to, or erased. */
export const checkWords = (
  entries: readonly Uint8Array[],
  first: number,
  words: DisclosuresFile,
  counts: Counts,
): void => {
  const ids = new Set(entries.map((bytes, index) => checkEntry(bytes, first + index, words, counts)));
  const stranger = Object.keys(words).find((id) => !ids.has(id));
  if (stranger !== undefined) throw new Found('text-of-unknown-entry', stranger);
};
