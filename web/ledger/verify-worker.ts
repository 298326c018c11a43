import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import { falseText, readDisclosures, readEntry } from '../../shared/ledger/entry.ts';
import { openCheckpoint, parseVkey, type VerifierKey } from '../../shared/ledger/note.ts';
import { checkProof, parseProof } from '../../shared/ledger/proof.ts';
import { differences, publicEntryOf } from '../../shared/ledger/public-entry.ts';
import { bundlePath, disclosuresPath, splitBundle, TILE_WIDTH } from '../../shared/ledger/tiles.ts';
import { auditLog } from '../../shared/ledger/verify.ts';
import type { PublicEntry } from '../../shared/ledger/wire.ts';
import type { VerifyAsk, VerifyTold } from './verify-messages.ts';
import { ownOf } from '../../shared/kernel/own.ts';

/** The files could not be fetched, which is no finding about the log. */
class Unreachable extends Error {}

const fetched = async (path: string): Promise<Uint8Array | undefined> => {
  const response = await fetch(`/ledger/log/${path}`).catch(() => {
    throw new Unreachable();
  });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Unreachable();
  return new Uint8Array(await response.arrayBuffer());
};

const textOf = async (path: string): Promise<string> => {
  const bytes = await fetched(path);
  if (bytes === undefined) throw new Unreachable();
  return new TextDecoder().decode(bytes);
};

const tell = (told: VerifyTold): void => postMessage(told);

const fails = (problem: string, at: string) => ({ is: 'fails' as const, finding: { problem, at } });

const checkLog = async (earlier: string | undefined): Promise<VerifyTold> => {
  const vkey = (await textOf('vkey')).trim();
  const outcome = await auditLog(fetched, {
    vkey,
    verify: verifyEd25519,
    ...(earlier !== undefined && { earlier }),
    onProgress: (checked, size) => tell({ is: 'progress', checked, size }),
  });
  if (!outcome.ok) return fails(outcome.problem, outcome.at);
  const { checkpoint, note, texts, erased, since } = outcome;
  return { is: 'log-holds', origin: checkpoint.origin, size: checkpoint.size, texts, erased, since, note, vkey };
};

/** The entry's own bytes and words, from the bundle that the published size leads to. */
const entryFiles = async (index: number, key: VerifierKey) => {
  const published = openCheckpoint(await textOf('checkpoint'), key, verifyEd25519);
  if (!published.ok) return undefined;
  const bundle = Math.floor(index / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, published.value.size - bundle * TILE_WIDTH);
  const [entries, words] = await Promise.all([
    fetched(bundlePath(bundle, width)),
    fetched(disclosuresPath(bundle, width)),
  ]);
  const split = entries && splitBundle(entries);
  const read = words && readDisclosures(words);
  const bytes = split?.ok ? split.value[index % TILE_WIDTH] : undefined;
  return bytes === undefined || !read?.ok ? undefined : { bytes, words: read.value };
};

/** The entry is in the signed log, its words are those committed to, and the page shows exactly that. */
const checkEntry = async (shown: PublicEntry): Promise<VerifyTold> => {
  const { id } = shown;
  const vkey = (await textOf('vkey')).trim();
  const key = parseVkey(vkey);
  if (!key.ok) return fails(key.refusal, 'vkey');
  const proof = await textOf(`proof/${encodeURIComponent(id)}`);
  const parsed = parseProof(proof);
  if (!parsed.ok) return fails(parsed.refusal, id);
  const files = await entryFiles(parsed.value.index, key.value);
  const entry = files && readEntry(files.bytes);
  if (files === undefined || !entry?.ok || entry.value.id !== id) return fails('entry-not-in-log', id);
  const proved = checkProof(files.bytes, proof, key.value, verifyEd25519);
  if (!proved.ok) return fails(proved.refusal, id);
  const words = ownOf(files.words, id) ?? {};
  if (falseText(entry.value, words) !== undefined) return fails('text-altered', id);
  const signed = publicEntryOf(entry.value, words, parsed.value.index);
  const different = differences(shown, signed);
  if (different.length > 0) return { ...fails('shown-otherwise', different.join(', ')), signed };
  return { is: 'entry-holds', index: parsed.value.index, size: proved.value.size, vkey };
};

addEventListener('message', (event: MessageEvent<VerifyAsk>) => {
  const { data } = event;
  const checked = data.what === 'log' ? checkLog(data.earlier) : checkEntry(data.shown);
  checked.then(tell, (fault: unknown) => {
    if (fault instanceof Unreachable) tell({ is: 'unreachable' });
    else throw fault;
  });
});
