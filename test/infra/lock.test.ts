import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { absentOptionals, type Lock, platformOf, withoutIntegrity } from '../../scripts/lock.ts';

const lock = (): Lock => JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

describe('the lock file', () => {
  test('names the binaries of every platform, so that a clean install works on each', () => {
    expect(absentOptionals(lock()).map(({ path }) => path)).toEqual([]);
  });

  test('a platform that was left out is noticed', () => {
    const { packages } = lock();
    delete packages['node_modules/@oxfmt/binding-darwin-arm64'];
    expect(absentOptionals({ packages }).map(({ path }) => path)).toEqual(['node_modules/@oxfmt/binding-darwin-arm64']);
  });

  test('vouches for the bytes of every package, but for one binary that no registry holds', () => {
    expect(withoutIntegrity(lock())).toEqual(['node_modules/lefthook-android-arm64']);
  });

  test('a package whose hash was left out is noticed', () => {
    const { packages } = lock();
    packages['node_modules/hono'] = { version: '1.0.0' };
    expect(withoutIntegrity({ packages })).toContain('node_modules/hono');
  });

  test('pins the very binary that sets the notices, by its hash', () => {
    const binary = lock().packages['node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'];
    expect(binary?.integrity).toMatch(/^sha512-/);
  });

  test.each([
    ['@oxfmt/binding-linux-arm-musleabihf', { cpu: ['arm'], os: ['linux'] }],
    ['@oxfmt/binding-linux-x64-musl', { cpu: ['x64'], os: ['linux'], libc: ['musl'] }],
    ['lefthook-windows-arm64', { cpu: ['arm64'], os: ['win32'] }],
    ['@rolldown/binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['fsevents', undefined],
  ])('the name %s speaks of its platform', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});
