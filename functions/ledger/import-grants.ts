import { createHash, createHmac, randomBytes } from 'node:crypto';
import { asId, ID_PATTERN, type EntryId } from '../../shared/kernel/id.ts';
import { WITHOUT_NAME } from '../../shared/ledger/csv.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import type { WithheldGround } from '../../shared/ledger/entry.ts';
import { withheldGround } from '../../shared/ledger/recipient.ts';
import { suspicionsOf } from '../../shared/ledger/suspicion.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Journal, Key } from '../kernel/journal.ts';
import { HELD_PART, holdMissing, REFUSED, type Held, type RefusedSum } from './held-rows.ts';
import { PART, queueMissing, type Queued } from './queue-missing.ts';
import type { Grant, RefusedRow } from './read-grants.ts';
import { ownOf } from '../../shared/kernel/own.ts';

const IMPORT_KEY: Key = { pk: 'ledger#import', sk: 'key' };

interface ImportDeps {
  readonly journal: Journal;
  readonly clock: Clock;
}

/**
 * The same row must get the same id whenever it is loaded, and nobody may try guesses of an erased word on the id: so
 * it is a keyed hash, with a key that this ledger makes once and keeps.
 */
const importKey = async ({ journal, clock }: ImportDeps): Promise<string> => {
  const [[row] = []] = await journal.read([IMPORT_KEY]);
  if (row !== undefined) return String(row['key']);
  const made = { ...IMPORT_KEY, key: randomBytes(32).toString('base64') };
  const outcome = await journal.commit({
    at: clock.now(),
    by: 'system',
    guards: [{ unique: made, refusal: 'changed-meanwhile' }],
  });
  return outcome.is === 'committed' ? made.key : importKey({ journal, clock });
};

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** `Bezirksamt Neukölln` → `bezirksamt-neukoelln`. */
const funderId = (name: string): string => {
  const plain = name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ownOf(UMLAUTS, letter)!)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (ID_PATTERN.test(plain)) return plain;
  return `f-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
};

const groundOf = ({ name, registerId }: Grant): WithheldGround | undefined =>
  name === WITHOUT_NAME ? 'legal-form-unknown' : withheldGround(name, registerId);

/** The row as it will be published; the same in both spellings of the file, and when the ledger's own file is read back. */
const historicOf = (grant: Grant, id: EntryId): Queued => {
  const { name, registerId, purpose, place, funder, year, cents, policyField, legalMode } = grant;
  const nameWithheld = groundOf(grant);
  return {
    fields: {
      id,
      kind: 'historic',
      year,
      cents,
      funder: funderId(funder),
      ...(policyField !== undefined && { policyField }),
      ...(legalMode !== undefined && { legalMode }),
      ...(nameWithheld !== undefined && { nameWithheld }),
    },
    texts: {
      purpose,
      funder,
      ...(place !== undefined && { place }),
      ...(nameWithheld === undefined && { recipient: name, ...(registerId !== undefined && { registerId }) }),
    },
  };
};

/** The same with what speaks for a natural person being told by it. */
const judged = (grant: Grant, id: EntryId): Held => {
  const { name, purpose, place = '' } = grant;
  const suspicions = suspicionsOf({ name, purpose, place, withheld: groundOf(grant) });
  return { ...historicOf(grant, id), name, suspicions };
};

/** Equal rows of one file are different grants: the second is told from the first by its number among them. */
const numbered = (grants: readonly Grant[], key: string): Held[] => {
  const seen = new Map<string, number>();
  return grants.map((grant) => {
    const { fields, texts } = historicOf(grant, asId('unnamed'));
    const content = JSON.stringify([
      [fields.year, fields.cents, fields.policyField, fields.legalMode, texts.funder],
      [texts.recipient, texts.registerId, texts.place, texts.purpose],
    ]);
    const number = (seen.get(content) ?? 0) + 1;
    seen.set(content, number);
    const hash = createHmac('sha256', key).update(`${content}#${number}`).digest('hex');
    return judged(grant, asId<'entry'>(`h-${fields.year}-${hash.slice(0, 24)}`));
  });
};

/** Does this to the rows part by part, and answers with how many were new. */
const inParts = async <T>(rows: readonly T[], size: number, take: (part: readonly T[]) => Promise<number>) => {
  let taken = 0;
  for (let at = 0; at < rows.length; at += size) taken += await take(rows.slice(at, at + size));
  return taken;
};

export interface Imported {
  readonly added: number;
  /** Rows that an official must look at before anything of them is published. */
  readonly waiting: number;
  readonly known: number;
}

/**
 * Queues published grants as historic entries, and puts those aside that may tell of a natural person. What is there already
 * is passed over, so running it twice adds nothing.
 */
export const importGrants = async (deps: ImportDeps, grants: readonly Grant[]): Promise<Imported> => {
  const all = numbered(grants, await importKey(deps));
  const suspicious = all.filter(({ suspicions }) => suspicions.length > 0);
  const sound = all.filter(({ suspicions }) => suspicions.length === 0);
  const added = await inParts(sound, PART, (part) => queueMissing(deps, part));
  const waiting = await inParts(suspicious, HELD_PART, (part) => holdMissing(deps, part));
  return { added, waiting, known: all.length - added - waiting };
};

/** Each refused row once, under the first thing that is wrong with it. */
const sumsOf = (refused: readonly RefusedRow[]): RefusedSum[] => {
  const rows = [...new Map(refused.toReversed().map((row) => [row.line, row])).values()];
  const sums = new Map<string, RefusedSum>();
  for (const { why, cents } of rows) {
    const before = sums.get(why) ?? { why, entries: 0, cents: 0 };
    sums.set(why, { why, entries: before.entries + 1, cents: (before.cents + cents) as Cents });
  }
  return [...sums.values()].sort((a, b) => b.cents - a.cents);
};

/** Writes down what was not loaded of this file, in place of what was written down about it before. */
export const noteRefused = async (
  { journal, clock }: ImportDeps,
  file: string,
  refused: readonly RefusedRow[],
): Promise<void> => {
  const put = { pk: REFUSED, sk: createHash('sha256').update(file).digest('hex').slice(0, 32), sums: sumsOf(refused) };
  await journal.commit({ at: clock.now(), by: 'system', writes: [{ put }] });
};
