import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { FLAGS } from './flags.ts';
import { Portal } from './portal.ts';
import type { Entry } from './portal-function.ts';

/** `npm run synth`: writes the stack to cdk.out without credentials; a finding that nobody explained ends it with 1. */
const ENTRIES: readonly Entry[] = ['lambda', 'notices', 'reactions', 'sequencer', 'scheduled'];
const bundle = (entry: Entry): string => `dist/functions/${entry}`;

if (!ENTRIES.every((entry) => existsSync(`${bundle(entry)}/index.mjs`))) {
  execFileSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
}

const app = new App({ outdir: 'cdk.out', analyticsReporting: false, context: FLAGS });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
new Portal(app, 'Anteil', {
  description: 'Anteil, the funding portal between a city and its migrant organisations',
  code: (entry) => Code.fromAsset(bundle(entry)),
});
app.synth();
