import { createHash, createHmac, randomBytes } from 'node:crypto';
import { asId, ID_PATTERN, type EntryId } from '../../shared/kernel/id.ts';
import { WITHOUT_NAME } from '../../shared/ledger/csv.ts';
import { mayBeNamed } from '../../shared/ledger/recipient.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Journal, Key } from '../kernel/journal.ts';
import { PART, queueMissing, type Queued } from './queue-missing.ts';
import type { Grant } from './read-grants.ts';
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

const named = (grant: Grant): boolean => grant.name !== WITHOUT_NAME && mayBeNamed(grant.name, grant.registerId);

/** The row as it will be published; the same in both spellings of the file, and when the ledger's own file is read back. */
const historicOf = (grant: Grant, id: EntryId): Queued => {
  const { name, registerId, purpose, place, funder, year, cents, policyField, legalMode } = grant;
  return {
    fields: {
      id,
      kind: 'historic',
      year,
      cents,
      funder: funderId(funder),
      ...(policyField !== undefined && { policyField }),
      ...(legalMode !== undefined && { legalMode }),
      ...(!named(grant) && { nameWithheld: 'not-a-legal-person' as const }),
    },
    texts: {
      purpose,
      funder,
      ...(place !== undefined && { place }),
      ...(named(grant) && { recipient: name }),
      ...(named(grant) && registerId !== undefined && { registerId }),
    },
  };
};

/** Equal rows of one file are different grants: the second is told from the first by its number among them. */
const numbered = (grants: readonly Grant[], key: string): Queued[] => {
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
    return historicOf(grant, asId<'entry'>(`h-${fields.year}-${hash.slice(0, 24)}`));
  });
};

/** Queues published grants as historic entries. What is there already is passed over, so running it twice adds nothing. */
export const importGrants = async (
  deps: ImportDeps,
  grants: readonly Grant[],
): Promise<{ readonly added: number; readonly known: number }> => {
  const all = numbered(grants, await importKey(deps));
  let added = 0;
  for (let at = 0; at < all.length; at += PART) added += await queueMissing(deps, all.slice(at, at + PART));
  return { added, known: all.length - added };
};
