import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { TableInUse } from './table-in-use.ts';
import { countLines, FAULTS, SECURITY_EVENTS } from './log-metrics.ts';
import type { PortalFunction } from './portal-function.ts';

/** Figures that the functions themselves report in their logs (embedded metric format), each under its function's name. */
export const OWN_METRICS = {
  /** Seconds that the oldest outbox row has waited. */
  outboxAge: { metricName: 'OutboxAgeSeconds', dimensionsMap: { service: 'scheduled' } },
  /** Tasks that failed again and again, or wait parked for an operator. */
  stuck: { metricName: 'TasksStuck', dimensionsMap: { service: 'scheduled' } },
  /** Mails that the service refused for good. */
  mailsRefused: { metricName: 'MailsRefused', dimensionsMap: { service: 'scheduled' } },
  /** Mails that the service did not take yet. */
  mailsWaiting: { metricName: 'MailsWaiting', dimensionsMap: { service: 'scheduled' } },
  /** Seconds that the oldest queued entry has waited. */
  queueAge: { metricName: 'LedgerQueueAgeSeconds', dimensionsMap: { service: 'sequencer' } },
} as const;

export interface AlarmsProps {
  readonly topic: ITopic;
  readonly failures: IQueue;
  readonly table: TableInUse;
  readonly stage: HttpStage;
  readonly functions: Readonly<Record<string, PortalFunction>>;
  readonly sequencer: IFunction;
  readonly scheduled: IFunction;
}

const MINUTE = Duration.minutes(1);

/** What wakes a person. Each alarm says in its description what to look at. */
export class Alarms extends Construct {
  readonly #topic: ITopic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.#topic = props.topic;
    this.watchWork(props);
    this.watchFunctions(props);
    this.watchAnswers(props.stage);
    this.watchMail();
    this.watchAttempts();
    this.watchTable(props.table);
  }

  private ring(id: string, metric: IMetric, limit: number, description: string, options: RingOptions = {}): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold: limit,
      evaluationPeriods: options.periods ?? 1,
      comparisonOperator: options.below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: options.below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: description,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }

  private watchWork({ failures, sequencer, scheduled }: AlarmsProps): void {
    const waiting = failures.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: 'Maximum' });
    this.ring('Failures', waiting, 0, 'Work failed for good: read the failures queue, mend, then send it again');
    // A figure comes with each sweep; a shorter period would let the alarm fall silent in between.
    const own = (of: (typeof OWN_METRICS)[keyof typeof OWN_METRICS], period = Duration.minutes(5)): Metric =>
      new Metric({ namespace: 'Anteil', ...of, period, statistic: 'Maximum' });
    this.ring('TasksStuck', own(OWN_METRICS.stuck), 0, 'A task fails again and again: see GET /api/operation/tasks');
    this.ring('MailRefused', own(OWN_METRICS.mailsRefused), 0, 'A mail was refused for good: its office must be told');
    this.ring('MailWaiting', own(OWN_METRICS.mailsWaiting), 0, 'The mail service has taken nothing for 30 minutes', {
      periods: 6,
    });
    this.ring('OutboxStuck', own(OWN_METRICS.outboxAge), 900, 'An outbox row has waited over 15 minutes');
    this.ring('QueueStuck', own(OWN_METRICS.queueAge, MINUTE), 60, 'An entry has waited over 60 s for its checkpoint', {
      periods: 2,
    });
    const started = (of: IFunction): Metric => of.metricInvocations({ period: Duration.minutes(5), statistic: 'Sum' });
    this.ring('SequencerSilent', started(sequencer), 1, 'The sequencer did not start for 10 minutes', {
      below: true,
      periods: 2,
    });
    this.ring('SweepSilent', started(scheduled), 1, 'The sweep did not start for 15 minutes', {
      below: true,
      periods: 3,
    });
  }

  private watchFunctions({ functions, sequencer }: AlarmsProps): void {
    const period = Duration.minutes(5);
    for (const [name, { function: of, log }] of Object.entries(functions)) {
      countLines(this, name, log);
      this.ring(`${name}Errors`, of.metricErrors({ period }), 0, `${name}: a run ended in a fault; its log names it`);
      this.ring(`${name}Throttles`, of.metricThrottles({ period }), 0, `${name}: turned away for lack of concurrency`);
    }
    const slow = sequencer.metricDuration({ period, statistic: 'Maximum' });
    this.ring('SequencerSlow', slow, 40_000, 'The sequencer needs over 40 s of its 50 s');
  }

  /** Faults are answered in words; neither the platform's errors nor its retries tell of them. */
  private watchAnswers(stage: HttpStage): void {
    const period = Duration.minutes(5);
    const faults = new Metric({ namespace: 'Anteil', metricName: FAULTS, period, statistic: 'Sum' });
    this.ring('Faults', faults, 0, 'A request met a fault: search the logs for its reference');
    const broken = stage.metricServerError({ period, statistic: 'Sum' });
    this.ring('ServerErrors', broken, 0, 'Requests were answered with 5xx: see the access log, then the reference');
  }

  /** Mails that were taken and came back; what is refused at once is a task (`watchWork`). */
  private watchMail(): void {
    const bounced = new Metric({
      namespace: 'AWS/SES',
      metricName: 'Bounce',
      period: Duration.hours(1),
      statistic: 'Sum',
    });
    this.ring('MailBounced', bounced, 0, 'A mail came back: look up the address in the mail service');
  }

  /** Many at once are no mistake any more. */
  private watchAttempts(): void {
    const many = {
      'token-refused': [50, 'Many forged or expired tokens'],
      'sign-in-refused': [50, 'Many refused sign-ins'],
      'object-not-found': [100, 'Somebody signed in tries ids that are not theirs'],
      'not-permitted': [100, 'Somebody tries acts without the right to them'],
      'foreign-origin': [20, 'Foreign pages send requests in the name of our users'],
      'role-changed': [50, 'Many roles are given or taken'],
      'contact-changed': [50, 'Many people change contact or bank details'],
    } as const;
    for (const [event, [limit, description]] of Object.entries(many)) {
      const metric = new Metric({
        namespace: 'Anteil',
        metricName: SECURITY_EVENTS,
        dimensionsMap: { event },
        period: Duration.minutes(5),
        statistic: 'Sum',
      });
      const id = event.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
      this.ring(`Many${id}`, metric, limit, `${description}: see the lines "security" in the logs`);
    }
  }

  private watchTable(table: TableInUse): void {
    const of = (metricName: string): Metric =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: table.tableName },
        period: Duration.minutes(5),
        statistic: 'Sum',
      });
    const throttled = new MathExpression({
      expression: 'FILL(r, 0) + FILL(w, 0)',
      usingMetrics: { r: of('ReadThrottleEvents'), w: of('WriteThrottleEvents') },
      period: Duration.minutes(5),
    });
    this.ring('TableThrottles', throttled, 0, 'The table turned requests away: look for a hot partition');
  }
}

interface RingOptions {
  /** Rings when there is too little instead of too much; no figure at all counts as too little. */
  readonly below?: boolean;
  readonly periods?: number;
}
