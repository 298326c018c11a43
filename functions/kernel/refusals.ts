import { ownOf } from '../../shared/kernel/own.ts';
/** The one table of what a refusal is in HTTP; all that is not named here is 409: the rules say no at this moment. */
const STATUS: Readonly<Record<string, 400 | 401 | 403 | 404 | 413 | 422 | 429 | 503 | 507>> = {
  malformed: 400,
  'key-missing': 400,
  'version-missing': 400,
  'not-signed-in': 401,
  'sign-in-again': 401,
  'not-permitted': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'too-large': 413,
  'upload-too-large': 413,
  'key-for-other-body': 422,
  'too-many': 429,
  'storage-unsure': 503,
  'storage-full': 507,
};

export type RefusalStatus = (typeof STATUS)[string] | 409;

export const statusOf = (refusal: string): RefusalStatus => ownOf(STATUS, refusal) ?? 409;
