import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  chargeBudgets,
  commitToTable,
  listFiles,
  readFiles,
  readStream,
  readTable,
  removeFrom,
  sendMail,
  useDataKey,
} from './grants.ts';
import { FOLDERS } from './folders.ts';
import { ERASABLE } from './partitions.ts';
import { type CodeOf, PortalFunction } from './portal-function.ts';
import type { Settings } from './settings.ts';
import type { Storage } from './storage.ts';

export interface ReactionsProps {
  readonly storage: Storage;
  readonly failures: Queue;
  readonly settings: Settings;
  readonly code: CodeOf;
  readonly environment: Readonly<Record<string, string>>;
}

interface Working {
  readonly id: string;
  readonly entry: 'reactions' | 'scheduled';
  readonly description: string;
  readonly reserved: number;
}

/** Works off outbox rows: woken by the table's stream, and by a sweep for what the stream missed. */
export class Reactions extends Construct {
  readonly reactions: PortalFunction;
  readonly scheduled: PortalFunction;

  constructor(scope: Construct, id: string, props: ReactionsProps) {
    super(scope, id);
    this.reactions = this.makeFunction(
      { id: 'Reactions', entry: 'reactions', description: 'Anteil: works off what a commit left to do', reserved: 20 },
      props,
    );
    this.scheduled = this.makeFunction(
      { id: 'Scheduled', entry: 'scheduled', description: 'Anteil: takes up what the stream missed', reserved: 3 },
      props,
    );
    this.listen(props);
  }

  private makeFunction(
    { id, entry, description, reserved }: Working,
    { storage, settings, code, environment }: ReactionsProps,
  ): PortalFunction {
    return new PortalFunction(this, id, {
      entry,
      code,
      description,
      memoryMb: 512,
      timeout: Duration.minutes(2),
      environment: { ...environment, MAIL_FROM: settings.mailFrom },
      objects: [{ bucket: storage.documents, folders: FOLDERS.reactions.reads }],
      reserved,
      rights: [
        readTable(storage.table),
        commitToTable(storage.table),
        // A corrected list gives back what a certified claim had reserved.
        chargeBudgets(storage.table),
        removeFrom(storage.table, ERASABLE.reactions),
        useDataKey(storage.dataKey),
        readFiles({ bucket: storage.documents, folders: FOLDERS.reactions.reads }),
        listFiles(storage.documents),
        sendMail(settings),
      ],
    });
  }

  /**
   * A batch answers which records failed, so that one bad row does not hold up the others; what fails ten times is named
   * in the failures queue, stays in the outbox, and the sweep takes it up again.
   */
  private listen({ storage, failures }: ReactionsProps): void {
    const { role, function: target } = this.reactions;
    const streamArn = storage.table.tableStreamArn;
    role.addToPolicy(readStream(streamArn));
    const mapping = new EventSourceMapping(this, 'Stream', {
      target,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      parallelizationFactor: 4,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(20),
      onFailure: new SqsDlq(failures),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('outbox#') } } },
        }),
      ],
    });
    // The platform tries the rights when the mapping is made, so they must be there first.
    mapping.node.addDependency(role);
  }
}
