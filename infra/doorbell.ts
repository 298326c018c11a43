import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { EventBus, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Ledger } from './ledger.ts';
import { readStream, useDataKey } from './grants.ts';
import { LEDGER_QUEUE } from './partitions.ts';
import type { Storage } from './storage.ts';

export interface DoorbellProps {
  readonly storage: Storage;
  readonly ledger: Ledger;
  readonly failures: Queue;
  readonly alarms: ITopic;
}

const QUEUED = { eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: LEDGER_QUEUE }] } } } };
const TAMPERED = { eventName: ['MODIFY', 'REMOVE'], dynamodb: { Keys: { sk: { S: [{ prefix: 'fact#' }] } } } };

/** Only keys leave the table here, never what the rows hold. */
const KEYS = '{"change": "<$.eventName>", "pk": "<$.dynamodb.Keys.pk.S>", "sk": "<$.dynamodb.Keys.sk.S>"}';

/**
 * The second listener on the stream, without code: a queued entry wakes the sequencer within a second or two (the schedule
 * alone could take the whole minute that a publication has), and a fact that was changed or removed is told to people.
 */
export class Doorbell extends Construct {
  constructor(scope: Construct, id: string, props: DoorbellProps) {
    super(scope, id);
    const bus = new EventBus(this, 'Bus', { description: 'Anteil: what the table says has happened' });
    this.makePipe(bus, props);
    const wakeSequencer = new Rule(this, 'Queued', {
      eventBus: bus,
      eventPattern: { detail: { change: ['INSERT'] } },
      description: 'A queued entry wakes the sequencer',
    });
    wakeSequencer.addTarget(
      new LambdaFunction(props.ledger.sequencer.function, { deadLetterQueue: props.failures, retryAttempts: 3 }),
    );
    const tellPeople = new Rule(this, 'FactChanged', {
      eventBus: bus,
      eventPattern: { detail: { change: ['MODIFY', 'REMOVE'] } },
      description: 'A fact was changed or removed: nothing of the portal does that',
    });
    tellPeople.addTarget(
      new SnsTopic(props.alarms, {
        deadLetterQueue: props.failures,
        message: RuleTargetInput.fromText('A recorded fact was changed or removed in the table. See SECURITY.md.'),
      }),
    );
  }

  private makePipe(bus: EventBus, { storage, failures }: DoorbellProps): void {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('pipes.amazonaws.com') });
    const streamArn = storage.table.tableStreamArn;
    role.addToPolicy(readStream(streamArn));
    role.addToPolicy(useDataKey(storage.dataKey));
    const put = new PolicyStatement({ sid: 'Ring', actions: ['events:PutEvents'], resources: [bus.eventBusArn] });
    role.addToPolicy(put);
    role.addToPolicy(
      new PolicyStatement({ sid: 'NameFailures', actions: ['sqs:SendMessage'], resources: [failures.queueArn] }),
    );
    const pipe = new CfnPipe(this, 'Pipe', {
      description: 'Anteil: queued entries, and changes of facts',
      roleArn: role.roleArn,
      source: streamArn,
      sourceParameters: {
        filterCriteria: { filters: [QUEUED, TAMPERED].map((pattern) => ({ pattern: JSON.stringify(pattern) })) },
        dynamoDbStreamParameters: {
          startingPosition: 'TRIM_HORIZON',
          batchSize: 10,
          maximumRetryAttempts: 10,
          onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          deadLetterConfig: { arn: failures.queueArn },
        },
      },
      target: bus.eventBusArn,
      targetParameters: {
        inputTemplate: KEYS,
        eventBridgeEventBusParameters: { source: 'anteil.table', detailType: 'row-changed' },
      },
    });
    pipe.node.addDependency(role);
  }
}
