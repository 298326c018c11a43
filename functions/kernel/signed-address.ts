import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '../../shared/kernel/day.ts';

export interface Credentials {
  readonly keyId: string;
  readonly secret: string;
  readonly session?: string | undefined;
}

export interface Asking {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly host: string;
  /** Without the slash at its beginning. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly at: Instant;
  readonly region: string;
}

/** `20261122T210509Z`, as these signatures write an instant. */
export const stampOf = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

export const scopeOf = (stamp: string, region: string): string[] => [stamp.slice(0, 8), region, 's3', 'aws4_request'];

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The signature of a text under a key that is made for one day, region and service (AWS Signature Version 4), hex. */
export const signatureOf = (text: string, scope: readonly string[], secret: string): string => {
  const key = scope.reduce<string | Buffer>((before, part) => hmac(before, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
};

/** Everything but the unreserved characters of RFC 3986 is escaped. */
const escape = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const queryOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]): [string, string] => [escape(name), escape(value)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

/**
 * An address of an object in S3 that works for `seconds`, whoever holds it (AWS Signature Version 4, in the query; only
 * the host is signed, and the body is not). Same bytes as the SDK makes, without loading a client for it.
 */
export const signedAddress = (asking: Asking, { keyId, secret, session }: Credentials): string => {
  const { method, host, path, query = {}, seconds, at, region } = asking;
  const stamp = stampOf(at);
  const scope = scopeOf(stamp, region);
  const fields = {
    ...query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD',
    'X-Amz-Credential': [keyId, ...scope].join('/'),
    'X-Amz-Date': stamp,
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': 'host',
    ...(session !== undefined && { 'X-Amz-Security-Token': session }),
  };
  const address = `/${path.split('/').map(escape).join('/')}`;
  const canonical = [method, address, queryOf(fields), `host:${host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const signature = signatureOf(['AWS4-HMAC-SHA256', stamp, scope.join('/'), hash].join('\n'), scope, secret);
  return `https://${host}${address}?${queryOf({ ...fields, 'X-Amz-Signature': signature })}`;
};
