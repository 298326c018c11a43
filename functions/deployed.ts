import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { systemClock } from './kernel/clock.ts';
import { signedFiles } from './kernel/files.signed.ts';
import { signedUploads } from './kernel/uploads.signed.ts';
import type { LogFault } from './kernel/http.ts';
import { dynamoJournal } from './kernel/journal.dynamo.ts';
import { errorLine, securityLine } from './kernel/log-line.ts';
import type { NoteEvent } from './kernel/security-log.ts';
import { PATIENCE, patientFetch } from './kernel/patience.ts';
import type { LogFailure } from './kernel/outbox.ts';
import { issuerLater } from './kernel/issuer-later.ts';

/** @throws Error that names the setting which the stack did not give to this function. */
export const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The setting ${name} is missing`);
  return value;
};

const log = (message: string, about: Parameters<typeof errorLine>[1]): void =>
  void process.stderr.write(errorLine(message, about));

export const logFault: LogFault = (fault) => log('fault', { ...fault });

export const logFailure: LogFailure = (failure) => log('task failed', { ...failure });

const noteEvent: NoteEvent = (line) => void process.stdout.write(securityLine(line));

/** What every deployed function stands on. Made once for a function's life, from the settings that the stack gives it. */
export const deployed = () => {
  const publicUrl = setting('PUBLIC_URL');
  return {
    journal: dynamoJournal({ client: new DynamoDBClient(PATIENCE), table: setting('TABLE') }),
    clock: systemClock,
    publicUrl,
    note: noteEvent,
    settings: { publicUrl, ledgerOrigin: setting('LEDGER_ORIGIN'), version: process.env['VERSION'] ?? 'deployed' },
  };
};

/** The function's role; the platform renews what stands here. */
const credentials = () => ({
  keyId: setting('AWS_ACCESS_KEY_ID'),
  secret: setting('AWS_SECRET_ACCESS_KEY'),
  session: process.env['AWS_SESSION_TOKEN'],
});

const inBucket = (host: string) => ({
  host,
  region: setting('AWS_REGION'),
  clock: systemClock,
  credentials,
  fetch: patientFetch,
});

const readable = (host: string) => signedFiles(inBucket(host));

/** For functions that only read files. */
export const readableDocuments = () => readable(setting('DOCUMENTS_HOST'));

/** Reads and writes single files; whoever lists or removes them takes `deployed-files.ts`. */
export const writableDocuments = () => signedFiles({ ...inBucket(setting('DOCUMENTS_HOST')), writes: true });

export const readableLedgerFiles = () => readable(setting('LEDGER_HOST'));

/** Files that were handed over; their bucket deletes them after a day. */
export const deployedUploads = () =>
  signedUploads({ ...inBucket(setting('UPLOADS_HOST')), bucket: setting('UPLOADS_BUCKET') });

/** Where nobody signs in, tokens are looked at without the issuer's client. */
export const deployedTokens = () =>
  issuerLater(async () => {
    const { tokensOnly } = await import('./kernel/token-openid.ts');
    return tokensOnly({ url: setting('ISSUER'), audience: `${setting('PUBLIC_URL')}/api`, fetch: patientFetch });
  });
