import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { deployed } from './deployed.ts';
import { noteOutbox } from './kernel/note-outbox.ts';
import { sweep } from './kernel/outbox.ts';
import { workDaily } from './daily.ts';
import { deployedReactionDeps, reactionsOf } from './reactions.ts';

const metrics = new Metrics({ namespace: 'Anteil', serviceName: 'scheduled' });
const base = deployed();

/** What the schedule hands over (infra/schedule.ts). */
export interface Scheduled {
  readonly work: 'sweep' | 'daily';
}

/** So long a new task is the stream's alone; it may still be in the middle of its first attempt. */
const GRACE_SECONDS = 120;

/**
 * AWS starts this every five minutes: takes up what the stream missed and what failed before, and reports how the outbox is.
 * Once a day it first looks for what became due.
 */
export const handler = async ({ work }: Scheduled): Promise<{ readonly done: number; readonly failed: number }> => {
  if (work !== 'sweep' && work !== 'daily') throw new Error(`No scheduled work ${String(work)}`);
  const deps = await deployedReactionDeps();
  if (work === 'daily') await workDaily(deps);
  const outcome = await sweep(deps, reactionsOf(deps), { which: 'due', graceSeconds: GRACE_SECONDS });
  const { oldestSeconds, stuck, refusedMails, waitingMails } = await noteOutbox(base);
  metrics.addMetric('OutboxAgeSeconds', MetricUnit.Seconds, oldestSeconds);
  metrics.addMetric('TasksStuck', MetricUnit.Count, stuck);
  metrics.addMetric('MailsRefused', MetricUnit.Count, refusedMails);
  metrics.addMetric('MailsWaiting', MetricUnit.Count, waitingMails);
  metrics.publishStoredMetrics();
  return outcome;
};
