import { join } from 'node:path';
import { buildAll } from './build.ts';
import { runTests } from './vitest-run.ts';

/** What `npm test` runs: builds what the tests drive, then every project of vitest.config.ts. */
await buildAll();
await runTests({ parts: ['--reporter=minimal'], report: join('.build', 'tests.json') });
