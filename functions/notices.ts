import { handle } from 'hono/aws-lambda';
import { wholeApi } from './whole-api.ts';
import { deployedIssuer } from './deployed-issuer.ts';
import { deployed, deployedUploads, logFault } from './deployed.ts';
import { documents } from './deployed-files.ts';
import { renderDocument } from './notices/pdf/render.ts';

const files = documents();

/** AWS starts this for the routes that set documents; it alone carries the page setter and its fonts. */
export const handler = handle(
  wholeApi({
    ...deployed(),
    issuer: deployedIssuer(),
    files,
    published: files,
    uploads: deployedUploads(),
    render: renderDocument,
    log: logFault,
  }),
);
