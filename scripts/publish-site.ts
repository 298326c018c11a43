import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ownOf } from '../shared/kernel/own.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Files under assets/ carry their hash in their name and never change; all others are asked for again each time. */
const cacheOf = (path: string): string =>
  path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** What is uploaded, pages last: whoever gets the new page finds everything it names. Old files stay for open tabs. */
export const siteFiles = (folder: string): { path: string; type: string; cache: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .map((path) => ({ path, type: ownOf(TYPES, extname(path)) ?? 'application/octet-stream', cache: cacheOf(path) }))
    .sort((a, b) => Number(a.path.endsWith('.html')) - Number(b.path.endsWith('.html')));

export const publishSite = async (bucket: string, folder = 'dist/web'): Promise<void> => {
  const client = new S3Client({});
  const files = siteFiles(folder);
  for (const { path, type, cache } of files) {
    const Body = readFileSync(join(folder, path));
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: path, Body, ContentType: type, CacheControl: cache }),
    );
  }
  console.log(`${files.length} files published`);
};
