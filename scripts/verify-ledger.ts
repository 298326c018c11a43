import { readFileSync } from 'node:fs';
import { textOf as sentenceOf } from '../functions/kernel/texts.ts';
import { textOf } from '../shared/ledger/bytes.ts';
import { verifyEd25519 } from '../shared/ledger/ed25519.ts';
import { auditLog, type Audit, type ReadLog } from '../shared/ledger/verify.ts';
import { logAt } from './published-log.ts';

const USAGE =
  'Usage: npm run verify-ledger -- <url or folder> [--vkey <verifier key>] [--since <file with an earlier checkpoint>]';

/** Ends the audit with one sentence. */
class Stop extends Error {}

interface Wanted {
  readonly place: string;
  readonly vkey: string | undefined;
  readonly since: string | undefined;
}

const wantedFrom = (words: readonly string[]): Wanted => {
  const options = new Map<string, string>();
  const places: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (!word.startsWith('--')) places.push(word);
    else if (['--vkey', '--since'].includes(word) && words[at + 1] !== undefined) options.set(word, words[(at += 1)]!);
    else throw new Stop(USAGE);
  }
  const [place] = places;
  if (place === undefined || places.length > 1) throw new Stop(USAGE);
  return { place, vkey: options.get('--vkey'), since: options.get('--since') };
};

const earlierIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Stop(`The earlier checkpoint ${file} cannot be read.`);
  }
};

const language = (): 'de' | 'en' =>
  (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').startsWith('de') ? 'de' : 'en';

const say = async (key: string, values: Record<string, unknown>): Promise<string> =>
  (await sentenceOf(language(), 'ledger', key, values)) ?? key;

const tell = async (found: Audit): Promise<void> => {
  const { checkpoint, entries, texts, erased, since } = found;
  console.log(await say('check.signature', { size: checkpoint.size, origin: checkpoint.origin }));
  console.log(await say('check.entries', { count: entries }));
  console.log(await say('check.texts', { count: texts }));
  if (erased > 0) console.log(await say('check.erased', { count: erased }));
  console.log(await (since === undefined ? say('check.no-since', {}) : say('check.since', { count: since })));
  console.log(await say('check.holds', {}));
};

const vkeyOf = async (read: ReadLog, given: string | undefined): Promise<string> => {
  const vkey = given ?? textOf((await read('vkey')) ?? new Uint8Array());
  if (vkey === undefined || vkey === '') throw new Stop('The log names no verifier key: give it with --vkey.');
  return vkey;
};

const run = async (): Promise<void> => {
  const { place, vkey, since } = wantedFrom(process.argv.slice(2));
  const read = await logAt(place);
  if (read === undefined) throw new Stop(`There is no published ledger at ${place}.`);
  const outcome = await auditLog(read, {
    vkey: await vkeyOf(read, vkey),
    verify: verifyEd25519,
    ...(since !== undefined && { earlier: earlierIn(since) }),
  });
  if (!outcome.ok) throw new Stop(await say(`refusal.${outcome.problem}`, { at: outcome.at }));
  await tell(outcome);
};

try {
  await run();
} catch (error) {
  const because = error instanceof Stop ? error.message : `The ledger could not be read: ${(error as Error).message}`;
  console.error(because);
  process.exitCode = 1;
}
