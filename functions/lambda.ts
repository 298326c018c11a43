import { handle } from 'hono/aws-lambda';
import { fundingApi } from './funding-api.ts';
import { deployedIssuer } from './deployed-issuer.ts';
import { setsNothing } from './deployed-documents.ts';
import { deployed, logFault, readableDocuments, readableLedgerFiles } from './deployed.ts';

/** Files are taken by the function `boards`. */
const elsewhere = (): never => {
  throw new Error('Only the boards function takes files');
};

/** AWS starts this for every request under `/api` but those that set documents. */
export const handler = handle(
  fundingApi({
    ...deployed(),
    issuer: deployedIssuer(),
    files: readableDocuments(),
    published: readableLedgerFiles(),
    uploads: { admit: elsewhere, get: elsewhere, scan: elsewhere },
    render: setsNothing,
    log: logFault,
  }),
);
