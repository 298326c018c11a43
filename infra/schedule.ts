import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface ScheduleProps {
  readonly sequencer: IFunction;
  readonly scheduled: IFunction;
  readonly failures: Queue;
}

/** What runs by the clock. The input says which work is meant; one function does several kinds. */
const PLAN = [
  { id: 'Sequence', of: 'sequencer', every: 'rate(1 minute)', work: 'sequence' },
  { id: 'Sweep', of: 'scheduled', every: 'rate(5 minutes)', work: 'sweep' },
  { id: 'Daily', of: 'scheduled', every: 'cron(0 5 * * ? *)', work: 'daily' },
] as const;

export class Schedule extends Construct {
  constructor(scope: Construct, id: string, props: ScheduleProps) {
    super(scope, id);
    const role = this.makeRole(props);
    for (const { id: name, of, every, work } of PLAN) {
      new CfnSchedule(this, name, {
        scheduleExpression: every,
        scheduleExpressionTimezone: 'Europe/Berlin',
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: props[of].functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify({ work, at: '<aws.scheduler.scheduled-time>' }),
          deadLetterConfig: { arn: props.failures.queueArn },
          // The next turn does what a missed one left.
          retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 },
        },
      });
    }
  }

  private makeRole({ sequencer, scheduled, failures }: ScheduleProps): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        sid: 'Start',
        actions: ['lambda:InvokeFunction'],
        resources: [sequencer.functionArn, scheduled.functionArn],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({ sid: 'NameFailures', actions: ['sqs:SendMessage'], resources: [failures.queueArn] }),
    );
    return role;
  }
}
