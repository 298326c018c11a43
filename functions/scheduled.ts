import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { deployed, logFailure } from './deployed.ts';
import { oldestTaskSeconds, sweep } from './kernel/outbox.ts';
import { workDaily } from './daily.ts';
import { deployedReactionDeps, reactionsOf } from './reactions.ts';

const metrics = new Metrics({ namespace: 'Anteil', serviceName: 'scheduled' });
const base = deployed();

/** What the schedule hands over (infra/schedule.ts). */
export interface Scheduled {
  readonly work: 'sweep' | 'daily';
}

/**
 * AWS starts this every five minutes: takes up what the stream missed and reports how old the oldest open task is.
 * Once a day it first looks for what became due.
 */
export const handler = async ({ work }: Scheduled): Promise<{ readonly done: number; readonly failed: number }> => {
  if (work !== 'sweep' && work !== 'daily') throw new Error(`No scheduled work ${String(work)}`);
  const deps = await deployedReactionDeps();
  if (work === 'daily') await workDaily(deps);
  const outcome = await sweep({ ...base, log: logFailure }, reactionsOf(deps));
  metrics.addMetric('OutboxAgeSeconds', MetricUnit.Seconds, await oldestTaskSeconds(base));
  metrics.publishStoredMetrics();
  return outcome;
};
