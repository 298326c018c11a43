import { readFileSync } from 'node:fs';

/** `room: imperative sentence`, up to 72 columns (CONTRIBUTING.md). */
const [subject = ''] = readFileSync(process.argv[2] ?? '', 'utf8').split('\n');
if (!/^[a-z][a-z-]*: \S.*$/.test(subject) || subject.length > 72) {
  console.error(`The first line must read "room: what it does", up to 72 columns. It reads: ${subject}`);
  process.exitCode = 1;
}
