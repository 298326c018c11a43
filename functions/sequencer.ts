import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { KMSClient } from '@aws-sdk/client-kms';
import { deployed, setting } from './deployed.ts';
import { ledgerFiles } from './deployed-files.ts';
import { errorLine } from './kernel/log-line.ts';
import type { LedgerDeps } from './ledger/publish.ts';
import { PATIENCE } from './kernel/patience.ts';
import { queueAge } from './ledger/queue.ts';
import { sequence } from './ledger/sequence.ts';
import { kmsSigner } from './ledger/signer.kms.ts';

const metrics = new Metrics({ namespace: 'Anteil', serviceName: 'sequencer' });
const base = deployed();
const origin = base.settings.ledgerOrigin;
const signer = kmsSigner({ client: new KMSClient(PATIENCE), keyId: setting('SIGNING_KEY'), origin });

const log: LedgerDeps['log'] = (fault) => void process.stderr.write(errorLine('fault', { ...fault }));

/** The function is stopped after 50 s: no step begins that could not end. */
const SECONDS = 35;

/** AWS starts this every minute and whenever an entry is queued; never two at once, and a crash does no harm. */
export const handler = async (): Promise<{ readonly size: number; readonly added: number }> => {
  metrics.addMetric('LedgerQueueAgeSeconds', MetricUnit.Seconds, await queueAge(base));
  metrics.publishStoredMetrics();
  return sequence({ ...base, files: ledgerFiles(), signer: await signer, origin, log }, { seconds: SECONDS });
};
