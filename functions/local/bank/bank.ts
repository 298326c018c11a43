import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../../shared/kernel/day.ts';
import { asId, type RunId } from '../../../shared/kernel/id.ts';
import type { RunLine } from '../../../shared/payments/wire.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Files } from '../../kernel/files.ts';
import type { Journal } from '../../kernel/journal.ts';
import { runFilePath } from '../../payments/close-run.ts';
import { runAsk, runsPk } from '../../payments/rows.ts';
import { runOf } from '../../payments/run-view.ts';
import { DISTRICT_OFFICE, SENATE_OFFICE } from '../demo/people.ts';
import { writeWhole } from '../whole-file.ts';
import { closingCents, statementFile, type Booking } from './statement.ts';
import { transfersIn, type Transfer } from './transfers.ts';

/** What becomes of a transfer today; one that is left waits for another day. */
export const OUTCOMES = ['booked', 'returned', 'left'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why the demo bank gives money back: the account is closed. */
const REASON = 'AC04';

export interface KeptStatement {
  readonly name: string;
  readonly number: number;
  readonly madeAt: string;
  readonly movements: number;
}

/** What the bank remembers of one account. */
interface Account {
  readonly cents: number;
  readonly statements: readonly KeptStatement[];
  /** End-to-end ids that were carried out: a bank books a transfer once. */
  readonly done: readonly string[];
}

export interface FileAtBank {
  readonly run: RunId;
  readonly payer: { readonly name: string; readonly iban: string };
  readonly executionDay: string;
  readonly transfers: readonly Transfer[];
}

/** A bank on this machine: it takes what was released, moves no money, and writes true statements about it. */
export interface Bank {
  /** Files with transfers that were not carried out yet, newest first. */
  files(): Promise<FileAtBank[]>;
  file(run: string): Promise<FileAtBank | undefined>;
  statements(): KeptStatement[];
  statement(name: string): string | undefined;
  /** Carries out what is left of a file, each transfer as it is said; returns the name of the statement. */
  carryOut(run: string, outcomeOf: (endToEndId: string) => Outcome): Promise<string | undefined>;
}

export interface BankDeps {
  readonly journal: Journal;
  readonly files: Files;
  readonly clock: Clock;
  /** Where its accounts and statements lie. */
  readonly folder: string;
}

const AUTHORITIES = [SENATE_OFFICE, DISTRICT_OFFICE];
const NEW_ACCOUNT: Account = { cents: 1_000_000_00, statements: [], done: [] };
const NAME = /^DE\d{20}-\d{1,6}$/;
const RUN = /^[A-Za-z0-9_-]{1,64}$/;

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
};

const accountsIn = (folder: string) => ({
  of: (iban: string): Account => {
    const kept = readIfThere(join(folder, `${iban}.json`));
    return kept === undefined ? NEW_ACCOUNT : (JSON.parse(kept) as Account);
  },
  all: (): Account[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Account),
  keep: (iban: string, account: Account): void => writeWhole(join(folder, `${iban}.json`), JSON.stringify(account)),
});

type Accounts = ReturnType<typeof accountsIn>;

const bookingsOf = (transfers: readonly Transfer[], outcomeOf: (id: string) => Outcome): Booking[] =>
  transfers.flatMap((transfer): Booking[] => {
    const outcome = outcomeOf(transfer.endToEndId);
    if (outcome === 'left') return [];
    return outcome === 'booked' ? [{ transfer }] : [{ transfer }, { transfer, returned: REASON }];
  });

/** The file of a run that was released as one for a bank, without what was carried out before. */
const fileOf = async ({ journal, files }: BankDeps, accounts: Accounts, id: RunId): Promise<FileAtBank | undefined> => {
  const [rows = []] = await journal.read([runAsk(id)]);
  const stored = runOf(id, rows);
  const { closing, stage } = stored?.run ?? {};
  if (stored === undefined || closing === undefined || (stage !== 'released' && stage !== 'sent')) return undefined;
  if (stored.head.channel === 'orderList') return undefined;
  const bytes = await files.get(runFilePath(closing.fileSha256));
  const { payer, executionDay } = stored.head;
  const done = new Set(accounts.of(payer.iban).done);
  const all = transfersIn(new TextDecoder().decode(bytes ?? new Uint8Array()));
  const transfers = all.filter(({ endToEndId }) => !done.has(endToEndId));
  return { run: id, payer: { name: payer.name, iban: payer.iban }, executionDay, transfers };
};

const newestRuns = async ({ journal }: BankDeps): Promise<RunId[]> => {
  const pages = await Promise.all(
    AUTHORITIES.map((authority) => journal.page({ pk: runsPk(asId(authority)), limit: 50, newestFirst: true })),
  );
  return pages.flatMap(({ rows }) => rows.map((row) => (row['line'] as RunLine).run));
};

/** Books these movements on the account that pays, and writes the statement about them. */
const book = ({ clock, folder }: BankDeps, accounts: Accounts, iban: string, bookings: readonly Booking[]): string => {
  const before = accounts.of(iban);
  const number = before.statements.length + 1;
  const madeAt = clock.now();
  const statement = { iban, number, on: dayOf(madeAt), madeAt, openingCents: before.cents, bookings };
  const name = `${iban}-${number}`;
  writeWhole(join(folder, `${name}.xml`), statementFile(statement));
  accounts.keep(iban, {
    cents: closingCents(statement),
    statements: [{ name, number, madeAt, movements: bookings.length }, ...before.statements],
    done: [...new Set([...before.done, ...bookings.map(({ transfer }) => transfer.endToEndId)])],
  });
  return name;
};

export const demoBank = (deps: BankDeps): Bank => {
  const { folder } = deps;
  mkdirSync(folder, { recursive: true });
  const accounts = accountsIn(folder);
  const file: Bank['file'] = async (id) => (RUN.test(id) ? fileOf(deps, accounts, asId(id)) : undefined);
  return {
    file,
    files: async () => {
      const found = await Promise.all((await newestRuns(deps)).map(file));
      return found.filter((one): one is FileAtBank => one !== undefined && one.transfers.length > 0);
    },
    statements: () => accounts.all().flatMap(({ statements }) => statements),
    statement: (name) => (NAME.test(name) ? readIfThere(join(folder, `${name}.xml`)) : undefined),
    carryOut: async (run, outcomeOf) => {
      const found = await file(run);
      const bookings = bookingsOf(found?.transfers ?? [], outcomeOf);
      return found === undefined || bookings.length === 0
        ? undefined
        : book(deps, accounts, found.payer.iban, bookings);
    },
  };
};
