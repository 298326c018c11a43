import { ed25519 } from '@noble/curves/ed25519.js';
import type { Actor, Role } from '../../shared/kernel/actor.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { day, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { textOf } from '../../shared/ledger/bytes.ts';
import { verifyEd25519 } from '../../shared/ledger/ed25519.ts';
import type { EntryFields, Texts } from '../../shared/ledger/entry.ts';
import { formatVkey, verifierKey } from '../../shared/ledger/note.ts';
import { auditLog, type AuditOutcome } from '../../shared/ledger/verify.ts';
import type { PublicEntry } from '../../shared/ledger/wire.ts';
import { memoryFiles, type MemoryFiles } from '../kernel/files.memory.ts';
import { memoryJournal, type MemoryJournal } from '../kernel/journal.memory.ts';
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

const someone = (id: string, ...roles: Role[]): Actor => ({
  person: asId(id),
  name: `Name of ${id}`,
  email: `${id}@anteil.example`,
  roles: roles.map((role) => ({ role, scope: '*' })),
});

/** Who keeps the register, who reads how it is kept, and others for whom nothing of it exists. */
export const MANAGER = someone('manager', 'programmeManager');
export const ADMIN = someone('admin', 'admin');
export const AUDITOR = someone('auditor', 'auditor');
export const OTHERS = [
  someone('officer', 'caseOfficer', 'approver', 'certifier', 'orderer'),
  someone('editor', 'editor'),
];

/** A ledger whose clock can be moved. */
export const clockedLedger = () => {
  const [journal, files] = [memoryJournal(), memoryFiles()];
  const clock = { at: ANY_INSTANT, now: (): Instant => clock.at };
  return { journal, files, clock, deps: { ...ledgerDeps(journal, files), clock } };
};

export const everythingPublic = (journal: MemoryJournal, files: MemoryFiles): string =>
  JSON.stringify(journal.rows().filter(({ pk }) => pk.startsWith('public#') || pk.startsWith('ledger#entry'))) +
  [...files.all.values()].map((bytes) => textOf(bytes)).join();

export const shownIn = (journal: MemoryJournal): PublicEntry[] =>
  journal.rows().flatMap(({ pk, item }) => (pk.startsWith('public#entry#') ? [item as PublicEntry] : []));
