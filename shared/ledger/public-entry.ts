import { sha256 } from '@noble/hashes/sha2.js';
import { hex, utf8 } from './bytes.ts';
import { textsOf, type Disclosures, type Entry } from './entry.ts';
import type { MoneySort, PublicEntry } from './wire.ts';

/** What tells recipients apart: the register number, or the name where there is none. */
const recipientId = (name: string, registerId: string | undefined): string =>
  `r-${hex(sha256(utf8(registerId ?? name))).slice(0, 16)}`;

const MONEY: Readonly<Record<Entry['kind'], MoneySort>> = {
  allocated: 'granted',
  amended: 'granted',
  corrected: 'granted',
  historic: 'granted',
  paid: 'paid',
  repaid: 'repaid',
  aggregate: 'aggregate',
};

/**
 * The entry as pages show it: the same in the city's lists and where a visitor's device makes it from the verified bundle.
 * `old` is the entry that it corrects: it counts where that one counted.
 */
export const publicEntryOf = (
  entry: Entry,
  disclosures: Disclosures,
  index: number,
  old?: PublicEntry,
): PublicEntry => {
  const { recipient, registerId, purpose, place, funder } = textsOf(disclosures);
  const { version: _v, commitments: _c, cents, funder: funderId, ...fields } = entry;
  const named = entry.nameWithheld === undefined && recipient !== undefined;
  return {
    ...fields,
    index,
    money: entry.kind === 'corrected' && old !== undefined ? old.money : MONEY[entry.kind],
    amountCents: cents,
    funder: { id: funderId, name: funder ?? funderId },
    ...(named && { recipient: { id: recipientId(recipient, registerId), name: recipient } }),
    ...(named && registerId !== undefined && { registerId }),
    ...(purpose !== undefined && { purpose }),
    ...(place !== undefined && { place }),
  };
};

/** What the city adds to an entry later, and what depends on other entries: no single entry can vouch for these. */
const NOT_OF_THE_ENTRY: ReadonlySet<string> = new Set(['money', 'supersededBy', 'erased']);

const spelled = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null
    ? JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value);

/** The fields in which what is shown is not what the signed entry with its words says; none where all agree. */
export const differences = (shown: PublicEntry, signed: PublicEntry): string[] => {
  const [one, other] = [new Map(Object.entries(shown)), new Map(Object.entries(signed))];
  const fields = [...new Set([...one.keys(), ...other.keys()])].filter((field) => !NOT_OF_THE_ENTRY.has(field));
  return fields.filter((field) => spelled(one.get(field)) !== spelled(other.get(field)));
};
