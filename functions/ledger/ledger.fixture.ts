import { ed25519 } from '@noble/curves/ed25519.js';
import { cents } from '../../shared/kernel/cents.ts';
import { day, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import type { EntryFields, Texts } from '../../shared/ledger/entry.ts';
import { formatVkey, verifierKey } from '../../shared/ledger/note.ts';
import { auditLog, type AuditOutcome } from '../../shared/ledger/verify.ts';
import type { Files } from '../kernel/files.ts';
import type { Journal } from '../kernel/journal.ts';
import type { LedgerDeps } from './publish.ts';
import { queueEntry } from './queue.ts';
import { logPath } from './rows.ts';
import type { Signer } from './signer.ts';

export const ORIGIN = 'test.example/ledger';
export const ANY_INSTANT = '2026-11-22T20:00:00.000Z' as Instant;

const SECRET = new Uint8Array(32).fill(3);

/** A key that is the same in every run. */
export const testSigner: Signer = {
  vkey: formatVkey(verifierKey(ORIGIN, ed25519.getPublicKey(SECRET))),
  sign: async (message) => ed25519.sign(message, SECRET),
};

export const ledgerDeps = (journal: Journal, files: Files): LedgerDeps => ({
  journal,
  files,
  signer: testSigner,
  clock: { now: () => ANY_INSTANT },
  origin: ORIGIN,
  log: () => undefined,
});

export const grant = (number: number, change: Partial<EntryFields> = {}): EntryFields => ({
  id: asId(`entry-${number}`),
  kind: 'allocated',
  year: 2025 + (number % 2),
  day: day('2026-03-01'),
  cents: cents(100_000 + number),
  funder: number % 3 === 0 ? 'bezirksamt-mitte' : 'senatsverwaltung',
  policyField: 'Integration',
  legalMode: 'projectFunding',
  ...change,
});

export const words = (number: number): Texts => ({
  recipient: `Verein ${['Aurora', 'Brücke', 'Cıvıltı'][number % 3]} ${number % 7} e. V.`,
  registerId: `VR_${String(number % 21).padStart(6, '0')}`,
  purpose: `Sprachcafé und Beratung ${number}`,
  place: '10999 Berlin',
  funder: number % 3 === 0 ? 'Bezirksamt Mitte' : 'Senatsverwaltung',
});

/** Queues one entry as a reaction would. */
export const queue = async (journal: Journal, fields: EntryFields, texts: Texts) =>
  journal.commit({ at: ANY_INSTANT, by: 'system', ...queueEntry(fields, texts, ANY_INSTANT) });

export const queueMany = async (journal: Journal, from: number, to: number): Promise<void> => {
  for (let number = from; number < to; number += 1) await queue(journal, grant(number), words(number));
};

export const auditFiles = (files: Files, earlier?: string): Promise<AuditOutcome> =>
  auditLog((path) => files.get(logPath(path)), {
    vkey: testSigner.vkey,
    verify: verifyEd25519,
    ...(earlier !== undefined && { earlier }),
  });
