import { describe, expect, test } from 'vitest';
import { listOf, only, type Resource, resources, type Statement } from './synthesised.ts';

const policiesOn = (type: string, key: string, name: string): Statement[] =>
  resources(type)
    .map(([, { Properties }]) => Properties)
    .filter((it) => JSON.stringify(it[key]).includes(`"${name}"`))
    .flatMap((it) => it['PolicyDocument'].Statement as Statement[]);

const refusesPlainHttp = (statements: readonly Statement[]): boolean =>
  statements.some((it) => it.Effect === 'Deny' && it.Condition?.['Bool']?.['aws:SecureTransport'] === 'false');

const bucket = (name: string): Resource => resources('AWS::S3::Bucket').find(([it]) => it.startsWith(name))![1];

describe('what is kept', () => {
  test('the table recovers to any second of 35 days, cannot be deleted, and rings for every change', () => {
    const { Properties, DeletionPolicy } = only('AWS::DynamoDB::Table');
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    });
    expect(Properties['GlobalSecondaryIndexes']).toBeUndefined();
    expect(DeletionPolicy).toBe('Retain');
  });

  test('every bucket is private, encrypted, kept, and answers TLS 1.2 only', () => {
    const buckets = resources('AWS::S3::Bucket');
    expect(buckets).toHaveLength(5);
    for (const [name, { Properties, DeletionPolicy }] of buckets) {
      expect(Properties['PublicAccessBlockConfiguration'], name).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties['BucketEncryption'], name).toBeDefined();
      expect(DeletionPolicy, name).toBe('Retain');
      const policy = policiesOn('AWS::S3::BucketPolicy', 'Bucket', name);
      expect(refusesPlainHttp(policy), name).toBe(true);
      expect(JSON.stringify(policy), name).toContain('{"NumericLessThan":{"s3:TlsVersion":1.2}}');
    }
  });

  test('buckets are read by the CDN and logged to, and by nobody else from outside', () => {
    const principals = resources('AWS::S3::BucketPolicy')
      .flatMap(([, { Properties }]) => Properties['PolicyDocument'].Statement as (Statement & { Principal: unknown })[])
      .filter((it) => it.Effect === 'Allow')
      .map((it) => JSON.stringify(it.Principal));
    expect([...new Set(principals)].sort()).toEqual([
      '{"Service":"cloudfront.amazonaws.com"}',
      '{"Service":"logging.s3.amazonaws.com"}',
    ]);
  });

  test('a document cannot be replaced or deleted for three years', () => {
    const { Properties } = bucket('StorageDocuments');
    expect(Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
    expect(Properties['ObjectLockConfiguration']).toEqual({
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Days: 1095, Mode: 'GOVERNANCE' } },
    });
  });

  test('an erased disclosure really goes: its old version ends after 90 days and is not locked', () => {
    const { Properties } = bucket('LedgerFiles');
    expect(Properties['ObjectLockEnabled']).toBeUndefined();
    expect(Properties['LifecycleConfiguration'].Rules[0].NoncurrentVersionExpiration).toEqual({ NoncurrentDays: 90 });
  });

  test('what was handed over and not used ends after a day, takes files from our pages alone, and every version of it too', () => {
    const { Properties } = bucket('StorageUploads');
    expect(Properties['LifecycleConfiguration'].Rules[0]).toMatchObject({
      ExpirationInDays: 1,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      Status: 'Enabled',
    });
    // What the scanner looked at and what a room takes are told apart by their versions.
    expect(Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
    expect(Properties['ObjectLockEnabled']).toBeUndefined();
    expect(Properties['CorsConfiguration'].CorsRules).toEqual([
      {
        AllowedHeaders: ['*'],
        AllowedMethods: ['POST'],
        AllowedOrigins: [{ 'Fn::Join': ['', ['https://', { Ref: 'Domain' }]] }],
      },
    ]);
  });

  test('every file that was handed over is looked at for malware, and the finding stands on it', () => {
    const { Properties } = only('AWS::GuardDuty::MalwareProtectionPlan');
    expect(Properties['Actions']).toEqual({ Tagging: { Status: 'ENABLED' } });
    expect(JSON.stringify(Properties['ProtectedResource'])).toContain('StorageUploads');
  });

  test('access logs, which hold network addresses, end after 30 days', () => {
    expect(bucket('StorageAccessLogs').Properties['LifecycleConfiguration'].Rules).toEqual([
      { ExpirationInDays: 30, Status: 'Enabled' },
    ]);
  });

  test('queue and topic answer TLS only', () => {
    const [queue] = resources('AWS::SQS::Queue').map(([name]) => name);
    const [topic] = resources('AWS::SNS::Topic').map(([name]) => name);
    expect(refusesPlainHttp(policiesOn('AWS::SQS::QueuePolicy', 'Queues', queue!))).toBe(true);
    expect(refusesPlainHttp(policiesOn('AWS::SNS::TopicPolicy', 'Topics', topic!))).toBe(true);
  });

  test('one key encrypts and turns over every year, the other signs with Ed25519 and never changes', () => {
    const keys = resources('AWS::KMS::Key').map(([, it]) => it);
    const signing = keys.find((it) => it.Properties['KeyUsage'] === 'SIGN_VERIFY')!;
    const data = keys.find((it) => it !== signing)!;
    expect(keys).toHaveLength(2);
    expect(signing.Properties['KeySpec']).toBe('ECC_NIST_EDWARDS25519');
    expect(signing.Properties['EnableKeyRotation']).toBeUndefined();
    expect(data.Properties['EnableKeyRotation']).toBe(true);
    expect(keys.map((it) => it.DeletionPolicy)).toEqual(['Retain', 'Retain']);
  });

  test('every log has an end, and every function writes the log that was made for it', () => {
    const logs = resources('AWS::Logs::LogGroup');
    expect(logs.length).toBeGreaterThanOrEqual(6);
    for (const [name, { Properties }] of logs) expect(Properties['RetentionInDays'], name).toBeGreaterThan(0);
    for (const [name, { Properties }] of resources('AWS::Lambda::Function')) {
      expect(Properties['LoggingConfig'], name).toMatchObject({ LogGroup: { Ref: expect.any(String) } });
    }
  });

  test('services use the data key only to publish what they encrypt, and the log service for logs of this account', () => {
    const statements = resources('AWS::KMS::Key').flatMap(
      ([, { Properties }]) => Properties['KeyPolicy'].Statement as (Statement & { Principal: { Service?: string } })[],
    );
    const named = statements.filter((it) => it.Principal.Service !== undefined);
    const logging = named.filter((it) => JSON.stringify(it.Principal.Service).includes('"logs."'));
    expect(logging.map(({ Condition }) => JSON.stringify(Condition))).toEqual([
      expect.stringMatching(/^\{"ArnLike":\{"kms:EncryptionContext:aws:logs:arn":.*"AWS::AccountId".*:log-group:\*/),
    ]);
    const services = named.filter((it) => !logging.includes(it));
    expect(services.map((it) => it.Principal.Service)).toEqual(['cloudwatch.amazonaws.com', 'events.amazonaws.com']);
    for (const { Action } of services) {
      expect(listOf(Action)).toEqual(['kms:Decrypt', expect.stringMatching(/^kms:GenerateDataKey/)]);
    }
  });
});
