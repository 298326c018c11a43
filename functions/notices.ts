import { handle } from 'hono/aws-lambda';
import { createApi } from './api.ts';
import { deployed, deployedIssuer, logFault } from './deployed.ts';
import { documents } from './deployed-files.ts';
import { renderNotice } from './notices/pdf/render.ts';

const files = documents();

/** AWS starts this for the routes that set documents; it alone carries the page setter and its fonts. */
export const handler = handle(
  createApi({ ...deployed(), issuer: deployedIssuer(), files, published: files, render: renderNotice, log: logFault }),
);
