import { handle } from 'hono/aws-lambda';
import { paymentsApi } from './payments-api.ts';
import {
  deployed,
  deployedTokens,
  deployedUploads,
  logFault,
  readableLedgerFiles,
  writableDocuments,
} from './deployed.ts';

/** Documents are set by the function `notices`, to which the HTTP API sends their routes (infra/api.ts). */
const render = (): never => {
  throw new Error('Only the notices function sets documents');
};

/** AWS starts this for the routes of payments: only its role writes bank files. */
export const handler = handle(
  paymentsApi({
    ...deployed(),
    issuer: deployedTokens(),
    files: writableDocuments(),
    published: readableLedgerFiles(),
    uploads: deployedUploads(),
    render,
    log: logFault,
  }),
);
