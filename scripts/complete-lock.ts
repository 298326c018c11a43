import { readFileSync, writeFileSync } from 'node:fs';
import { absentOptionals, type Lock, withoutIntegrity } from './lock.ts';

/**
 * Names in package-lock.json every platform's binaries, also those that the registry in use does not hold: npm leaves such
 * out when it writes the file, and `npm ci` then refuses it everywhere. Run it after every change of dependencies.
 */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const absent = absentOptionals(lock);
for (const { path, entry } of absent) lock.packages[path] = entry;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
if (absent.length > 0) writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${absent.length} packages of other platforms added`);
const unproven = withoutIntegrity(lock);
if (unproven.length > 0) console.log(`Without a hash, since no registry gave one: ${unproven.join(', ')}`);
