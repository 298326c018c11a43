import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { systemClock } from './kernel/clock.ts';
import { s3Files } from './kernel/files.s3.ts';
import type { LogFault } from './kernel/http.ts';
import { sesMailer } from './kernel/mail.ses.ts';
import { dynamoJournal } from './kernel/journal.dynamo.ts';
import type { LogFailure } from './kernel/outbox.ts';
import { openIdIssuer } from './kernel/sign-in-openid.ts';

/** @throws Error that names the setting which the stack did not give to this function. */
export const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The setting ${name} is missing`);
  return value;
};

const logger = new Logger({ serviceName: 'anteil' });

/** Faults and failures as one JSON line each: what, where and why; no body, no person. */
export const logFault: LogFault = ({ reference, route, error }) => logger.error('fault', { reference, route, error });

export const logFailure: LogFailure = ({ task, kind, attempts, error }) =>
  logger.error('task failed', { task, kind, attempts, error });

/** What every deployed function stands on. Made once for a function's life, from the settings that the stack gives it. */
export const deployed = () => {
  const publicUrl = setting('PUBLIC_URL');
  return {
    journal: dynamoJournal({ client: new DynamoDBClient({}), table: setting('TABLE') }),
    clock: systemClock,
    publicUrl,
    settings: { publicUrl, ledgerOrigin: setting('LEDGER_ORIGIN'), version: process.env['VERSION'] ?? 'deployed' },
  };
};

const s3 = new S3Client({});

export const documents = () => s3Files({ client: s3, bucket: setting('DOCUMENTS_BUCKET') });

export const ledgerFiles = () => s3Files({ client: s3, bucket: setting('LEDGER_BUCKET') });

export const deployedIssuer = () =>
  openIdIssuer({ url: setting('ISSUER'), clientId: setting('CLIENT_ID'), audience: `${setting('PUBLIC_URL')}/api` });

export const deployedMailer = () => sesMailer({ client: new SESv2Client({}), from: setting('MAIL_FROM') });
