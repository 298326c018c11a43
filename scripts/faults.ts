import { join } from 'node:path';
import { runTests } from './vitest-run.ts';

/** What `npm run test:faults` runs: every fault of trust.md in full number; the figures stand in the output. */
const PARTS = ['test/faults/', 'functions/ledger/faults.test.ts', 'shared/ledger/verify.test.ts'];

await runTests({
  parts: ['--project', 'engine', '--project', 'rules', '--reporter=default', ...PARTS],
  report: join('.build', 'faults.json'),
  env: { FAULTS: 'full' },
});
