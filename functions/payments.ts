import { handle } from 'hono/aws-lambda';
import { writingDeps } from './deployed-documents.ts';
import { paymentsApi } from './payments-api.ts';

/** AWS starts this for the routes of payments: only its role writes bank files. */
export const handler = handle(paymentsApi(writingDeps()));
