import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOptions } from '../../scripts/bundles.ts';

/** Issue 2, "Speed and size". */
const LIMITS = { minified: 700_000, gzipped: 200_000 };

describe.each(['lambda', 'boards', 'payments'] as const)('the files of the API %s', (entry) => {
  let folder = '';
  let files: { name: string; bytes: Buffer }[] = [];
  beforeAll(async () => {
    mkdirSync('dist', { recursive: true });
    folder = mkdtempSync(join('dist', 'size-'));
    await build(bundleOptions(`functions/${entry}.ts`, folder));
    files = readdirSync(folder)
      .filter((name) => name.endsWith('.mjs'))
      .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(`weigh at most ${LIMITS.minified / 1000} kB minified and ${LIMITS.gzipped / 1000} kB gzipped, all of them together`, () => {
    const sum = (sizeOf: (bytes: Buffer) => number): number =>
      files.reduce((total, { bytes }) => total + sizeOf(bytes), 0);
    expect(sum((bytes) => bytes.length)).toBeLessThanOrEqual(LIMITS.minified);
    expect(sum((bytes) => gzipSync(bytes, { level: 9 }).length)).toBeLessThanOrEqual(LIMITS.gzipped);
  });

  test('carry neither the page setter nor clients that only others need', () => {
    const all = files.map(({ bytes }) => bytes.toString()).join('');
    expect(all).not.toMatch(/typst|@aws-sdk\/client-(s3|sesv2|kms)"/);
  });

  test('speak for their own rooms only', () => {
    const all = files.map(({ bytes }) => bytes.toString()).join('');
    const [own, other] = {
      lambda: ['plan-unbalanced', 'Prüfziffern passen'],
      boards: ['iban-check-digits', 'plan-unbalanced'],
      payments: ['holder-not-latin', 'Antrag'],
    }[entry] as [string, string];
    expect(all).toContain(own);
    expect(all).not.toContain(other);
    expect(all).toContain('Bei uns ist etwas schiefgegangen');
  });

  test('load the sign-in and each language only when they are needed', () => {
    const index = files.find(({ name }) => name === 'index.mjs')!.bytes.toString();
    expect(index).not.toContain('code_challenge_method');
    expect(files.map(({ name }) => name).join()).toMatch(entry === 'lambda' ? /sign-in-openid/ : /token-openid/);
  });
});
