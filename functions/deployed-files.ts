import { S3Client } from '@aws-sdk/client-s3';
import { setting } from './deployed.ts';
import { s3Files } from './kernel/files.s3.ts';
import { PATIENCE } from './kernel/patience.ts';

const s3 = new S3Client({ ...PATIENCE, requestHandler: { ...PATIENCE.requestHandler, requestTimeout: 15_000 } });

export const documents = () => s3Files({ client: s3, bucket: setting('DOCUMENTS_BUCKET') });

export const ledgerFiles = () => s3Files({ client: s3, bucket: setting('LEDGER_BUCKET') });
