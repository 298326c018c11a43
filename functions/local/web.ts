import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { Hono, type Context } from 'hono';
import { ownOf } from '../../shared/kernel/own.ts';

interface WebFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly small: Uint8Array<ArrayBuffer> | undefined;
  readonly type: string;
  readonly tag: string;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
  txt: 'text/plain; charset=utf-8',
};

const COMPRESSED = new Set(['html', 'js', 'css', 'svg', 'json', 'webmanifest', 'txt']);
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

const readWebFile = (place: string): WebFile => {
  const bytes = new Uint8Array(readFileSync(place));
  const ending = place.split('.').at(-1) ?? '';
  return {
    bytes,
    small: COMPRESSED.has(ending) ? new Uint8Array(brotliCompressSync(bytes, QUALITY)) : undefined,
    type: ownOf(TYPES, ending) ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  };
};

/** Every file of the build by its path from `/`, read when first asked for. */
const filesOf = (folder: string): ((path: string) => WebFile | undefined) => {
  const places = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((place) => statSync(place).isFile())
      .map((place) => [`/${relative(folder, place).split(sep).join('/')}`, place]),
  );
  const read = new Map<string, WebFile>();
  return (path) => {
    const place = places.get(path);
    if (place === undefined) return undefined;
    const file = read.get(path) ?? readWebFile(place);
    read.set(path, file);
    return file;
  };
};

const send = (c: Context, file: WebFile, cache: string): Response => {
  const headers = { 'content-type': file.type, 'cache-control': cache, etag: file.tag, vary: 'accept-encoding' };
  if (c.req.header('if-none-match') === file.tag) return c.body(null, 304, headers);
  const small = /\bbr\b/.test(c.req.header('accept-encoding') ?? '') ? file.small : undefined;
  return c.body(small ?? file.bytes, 200, { ...headers, ...(small && { 'content-encoding': 'br' }) });
};

const LOOKS_LIKE_A_FILE = /\.[a-z0-9]+$/i;

/** The built pages, as the CDN serves them: files under their names, the one page for every other address. */
export const webRoutes = (folder: string): Hono => {
  const find = filesOf(folder);
  return new Hono().get('*', (c) => {
    const path = new URL(c.req.url).pathname;
    const file = find(path);
    if (file !== undefined && path !== '/index.html')
      return send(c, file, path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    const page = find('/index.html');
    if (page === undefined || LOOKS_LIKE_A_FILE.test(path)) return c.text('Not found\n', 404);
    return send(c, page, 'no-cache');
  });
};
