import { handle } from 'hono/aws-lambda';
import { boardsApi } from './boards-api.ts';
import {
  deployed,
  deployedIssuer,
  deployedUploads,
  logFault,
  readableLedgerFiles,
  writableDocuments,
} from './deployed.ts';

/** Documents are set by the function `notices`, to which the HTTP API sends their routes (infra/api.ts). */
const render = (): never => {
  throw new Error('Only the notices function sets documents');
};

/** AWS starts this for the routes of boards, accounts, claims and payments: its role reaches what money needs, and no other does. */
export const handler = handle(
  boardsApi({
    ...deployed(),
    issuer: deployedIssuer(),
    files: writableDocuments(),
    published: readableLedgerFiles(),
    uploads: deployedUploads(),
    render,
    log: logFault,
  }),
);
