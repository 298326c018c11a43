import { Hono, type Context } from 'hono';
import type { Clock } from '../../kernel/clock.ts';
import { checkLink, isFilePath } from '../../kernel/files.folder.ts';
import type { Files } from '../../kernel/files.ts';
import { ownOf } from '../../../shared/kernel/own.ts';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  xml: 'application/xml; charset=utf-8',
};

const typeOf = (path: string): string => ownOf(TYPES, path.split('.').at(-1) ?? '') ?? 'application/octet-stream';

const DENY_ALL = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; sandbox";

const send = (c: Context, bytes: Uint8Array, headers: Record<string, string>): Response =>
  c.body(Uint8Array.from(bytes), 200, { 'content-security-policy': DENY_ALL, ...headers });

const nothing = (c: Context): Response => c.text('Not found\n', 404, { 'content-security-policy': DENY_ALL });

const pathFrom = (c: Context, prefix: string): string => {
  try {
    return decodeURIComponent(new URL(c.req.url).pathname.slice(prefix.length));
  } catch {
    return '';
  }
};

/** `/files/<path>?name&until&sig`: what a signed link leads to; everything else does not exist. */
export const signedRoutes = (store: {
  readonly files: Files;
  readonly secret: Uint8Array;
  readonly clock: Clock;
}): Hono =>
  new Hono().get('/files/*', async (c) => {
    const [path, name] = [pathFrom(c, '/files/'), c.req.query('name') ?? ''];
    const link = { path, name, until: c.req.query('until') ?? '', sig: c.req.query('sig') ?? '' };
    const bytes = checkLink(store.secret, link, store.clock.now()) ? await store.files.get(path) : undefined;
    if (bytes === undefined) return nothing(c);
    return send(c, bytes, {
      'content-type': typeOf(path),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    });
  });

/** Tiles never change; a checkpoint, the disclosures and the open data do. */
const cacheOf = (path: string): string =>
  path.startsWith('ledger/log/tile/') ? 'public, max-age=31536000, immutable' : 'public, max-age=5';

const publicTypeOf = (path: string): string =>
  /^ledger\/log\/(checkpoint|vkey)$/.test(path) ? 'text/plain; charset=utf-8' : typeOf(path);

/** The published ledger and the open data, as the CDN serves them: plain files that anyone may fetch, also from other sites. */
export const publicRoutes = (files: Files): Hono => {
  const serve = async (c: Context) => {
    const path = pathFrom(c, '/');
    const bytes = isFilePath(path) ? await files.get(path) : undefined;
    if (bytes === undefined) return nothing(c);
    return send(c, bytes, {
      'content-type': publicTypeOf(path),
      'cache-control': cacheOf(path),
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  };
  return new Hono().get('/ledger/log/*', serve).get('/open-data/:file{.+\\.(csv|json|jsonld)}', serve);
};
