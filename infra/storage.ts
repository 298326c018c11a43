import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BucketEncryption, HttpMethods, type IBucket, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { closedBucket } from './bucket.ts';
import { explain } from './explained.ts';
import { tableInUse, type TableInUse } from './table-in-use.ts';

/**
 * What must outlive every deployment: the table, the documents, the key they are encrypted with.
 * Nothing here is deleted with the stack.
 */
export class Storage extends Construct {
  /** Encrypts personal data: table, documents, alarms. */
  readonly dataKey: Key;
  readonly table: TableInUse;
  readonly documents: IBucket;
  /** What was handed over and is not yet part of anything. */
  readonly uploads: IBucket;
  /** Who asked for what; holds network addresses, so it forgets after 30 days. */
  readonly accessLogs: IBucket;

  constructor(scope: Construct, id: string, props: { readonly domain: string }) {
    super(scope, id);
    this.dataKey = this.makeDataKey();
    this.table = tableInUse(this, this.makeTable());
    this.accessLogs = this.makeAccessLogs();
    this.documents = this.makeDocuments();
    this.uploads = this.makeUploads(props.domain);
  }

  private makeDataKey(): Key {
    const key = new Key(this, 'DataKey', {
      description: 'Anteil: encrypts table, documents and alarms',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Alarms are published to an encrypted topic by the service itself.
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    return key;
  }

  /** One table (architecture, "The journal"). Its stream is the doorbell for the reactions. */
  private makeTable(): Table {
    return new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'ttl',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.dataKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private makeAccessLogs(): IBucket {
    const bucket = closedBucket(this, 'AccessLogs', {
      // The CDN delivers its log through an access control list; the bucket stays private all the same.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(30) }],
    });
    explain(bucket, {
      'AwsSolutions-S1': 'This bucket holds the access logs; logging access to it into itself would never end.',
    });
    return bucket;
  }

  /**
   * Notices, attachments and exports. A notice lies under the hash of its bytes and never changes. Object lock keeps
   * every version for three years, the shortest retention of a decided case (assumed, status unknown in the rules):
   * governance mode, so that the operator's break-glass role can obey an erasure order, while no role of the portal can
   * (none has `s3:DeleteObjectVersion` or `s3:BypassGovernanceRetention`). `remove` hides a file behind a delete marker.
   */
  private makeDocuments(): IBucket {
    return closedBucket(this, 'Documents', {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.dataKey,
      bucketKeyEnabled: true,
      versioned: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(3 * 365)),
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'documents/',
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(3) }],
    });
  }

  /**
   * Phones send their bytes here by a signed form that the portal gave out, never through the functions. What a room takes
   * is cleaned and stored elsewhere, so that everything here ends after a day and can be lost without harm. Versions, since
   * what the scanner looked at and what a room takes must be the same, though a form may be used again.
   */
  private makeUploads(domain: string): IBucket {
    return closedBucket(this, 'Uploads', {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.dataKey,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'uploads/',
      versioned: true,
      lifecycleRules: [
        {
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      cors: [{ allowedOrigins: [`https://${domain}`], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'] }],
    });
  }
}
