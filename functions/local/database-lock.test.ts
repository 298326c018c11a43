import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anteil-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LOCK = `
  import { lockDatabase } from './functions/local/database-lock.ts';
  process.stdin.once('data', () => {
    try { lockDatabase(process.env.FOLDER); console.log('has it'); }
    catch (cause) { console.log(cause.message); }
  });
  console.log('waiting');`;

test('of portals that start in one instant on one folder, one gets it, also where a dead one left its lock', async () => {
  writeFileSync(join(folder, 'process.json'), JSON.stringify({ portal: { pid: 999_999, identity: '1 node' } }));
  const starting = Array.from({ length: 5 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', LOCK], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, FOLDER: folder },
    }),
  );
  await Promise.all(starting.map((portal) => once(portal.stdout, 'data')));
  const said = starting.map((portal) => once(portal.stdout, 'data').then(([line]) => String(line).trim()));
  for (const portal of starting) portal.stdin.write('go\n');
  const answers = await Promise.all(said);
  const files = readdirSync(folder);
  for (const portal of starting) portal.kill('SIGKILL');
  expect(answers.filter((answer) => answer === 'has it')).toHaveLength(1);
  for (const answer of answers) expect(answer).toMatch(/^has it$|in use by a running portal/);
  expect(files).toEqual(['process.json']);
});
