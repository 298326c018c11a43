import { readFileSync } from 'node:fs';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { Doorbell } from './doorbell.ts';
import { explain } from './explained.ts';
import { encryptLogs } from './log-encryption.ts';
import { Ledger } from './ledger.ts';
import type { CodeOf } from './portal-function.ts';
import { Reactions } from './reactions.ts';
import { Scanner } from './scanner.ts';
import { Schedule } from './schedule.ts';
import { settingsOf, type Settings } from './settings.ts';
import { Site } from './site.ts';
import { Storage } from './storage.ts';

export interface PortalProps extends StackProps {
  readonly code: CodeOf;
}

/**
 * The whole portal of one city in one stack, so that nothing is exported between stacks and no deployment can be half done.
 * What holds data is kept when the stack goes, and the stack itself is protected.
 */
export class Portal extends Stack {
  constructor(scope: Construct, id: string, { code, ...props }: PortalProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const settings = settingsOf(this);
    const storage = new Storage(this, 'Storage', settings);
    new Scanner(this, 'Scanner', storage);
    const failures = this.makeFailures();
    const alarms = this.makeTopic(storage, settings);
    const shared = { storage, code };
    const ledger = new Ledger(this, 'Ledger', { ...shared, environment: environmentOf(storage, settings) });
    const environment = { ...environmentOf(storage, settings), ...ledger.environment };
    const api = new Api(this, 'Api', { ...shared, ledger, environment });
    const { reactions, scheduled } = new Reactions(this, 'Reactions', { ...shared, failures, settings, environment });
    new Doorbell(this, 'Doorbell', { storage, ledger, failures, alarms });
    new Schedule(this, 'Schedule', {
      sequencer: ledger.sequencer.function,
      scheduled: scheduled.function,
      failures,
    });
    new Site(this, 'Site', { storage, ledger, http: api.http, settings });
    new Alarms(this, 'Alarms', {
      topic: alarms,
      failures,
      table: storage.table,
      sequencer: ledger.sequencer.function,
      scheduled: scheduled.function,
      stage: api.stage,
      functions: {
        Api: api.api,
        Boards: api.boards,
        Payments: api.payments,
        Notices: api.notices,
        Reactions: reactions,
        Scheduled: scheduled,
        Sequencer: ledger.sequencer,
      },
    });
    encryptLogs(this, storage.dataKey);
  }

  /** Names of work that failed for good: never what it held, only where it stands in stream or schedule. */
  private makeFailures(): Queue {
    const queue = new Queue(this, 'Failures', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    explain(queue, {
      'AwsSolutions-SQS3': 'It is itself where failures end; an alarm rings when anything lies in it.',
    });
    return queue;
  }

  private makeTopic(storage: Storage, settings: Settings): Topic {
    const topic = new Topic(this, 'AlarmTopic', { masterKey: storage.dataKey, enforceSSL: true });
    topic.addSubscription(new EmailSubscription(settings.alarmMail));
    return topic;
  }
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** What every function is told about its surroundings; the entry points read these names. */
const environmentOf = (storage: Storage, settings: Settings): Record<string, string> => ({
  TABLE: storage.table.tableName,
  DOCUMENTS_BUCKET: storage.documents.bucketName,
  DOCUMENTS_HOST: storage.documents.bucketRegionalDomainName,
  UPLOADS_BUCKET: storage.uploads.bucketName,
  UPLOADS_HOST: storage.uploads.bucketRegionalDomainName,
  PUBLIC_URL: `https://${settings.domain}`,
  LEDGER_ORIGIN: settings.ledgerOrigin,
  ISSUER: settings.issuer,
  CLIENT_ID: settings.clientId,
  VERSION: version,
});
