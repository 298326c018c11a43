import type { ApiDeps } from './api.ts';
import {
  deployed,
  deployedTokens,
  deployedUploads,
  logFault,
  readableLedgerFiles,
  writableDocuments,
} from './deployed.ts';

/** Documents are set by the function `notices`, to which the HTTP API sends their routes (infra/api.ts). */
export const setsNothing = (): never => {
  throw new Error('Only the notices function sets documents');
};

/** What `boards` and `payments` stand on: nobody signs in there, and files are taken and kept. */
export const writingDeps = (): ApiDeps => ({
  ...deployed(),
  issuer: deployedTokens(),
  files: writableDocuments(),
  published: readableLedgerFiles(),
  uploads: deployedUploads(),
  render: setsNothing,
  log: logFault,
});
