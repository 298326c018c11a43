import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { errorLine, securityLine } from '../../functions/kernel/log-line.ts';
import { pagePolicy } from '../../shared/kernel/page-headers.ts';
import { newApp, only, portalIn, resources, template } from './synthesised.ts';

describe('what runs', () => {
  test('all functions run Node 24; the type setter runs where its pinned binary runs', () => {
    const functions = resources('AWS::Lambda::Function').map(([name, { Properties }]) =>
      [name.replace(/Function[0-9A-F]{8}$/, ''), Properties['Runtime'], Properties['Architectures'][0]].join(' '),
    );
    expect(functions.sort()).toEqual([
      'Api nodejs24.x arm64',
      'ApiBoards nodejs24.x arm64',
      'ApiNotices nodejs24.x x86_64',
      'ApiPayments nodejs24.x arm64',
      'LedgerSequencer nodejs24.x arm64',
      'Reactions nodejs24.x arm64',
      'ReactionsScheduled nodejs24.x arm64',
    ]);
  });

  test('the stream names its failed records one by one and never loses one silently', () => {
    const { Properties } = only('AWS::Lambda::EventSourceMapping');
    expect(Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    const [filter] = Properties['FilterCriteria'].Filters as [{ Pattern: string }];
    expect(JSON.parse(filter.Pattern)).toEqual({
      eventName: ['INSERT'],
      dynamodb: { Keys: { pk: { S: [{ prefix: 'outbox#' }] } } },
    });
  });

  test('a changed or removed fact is told to people, and no content of a row leaves the table', () => {
    const { Properties } = only('AWS::Pipes::Pipe');
    const filters = Properties['SourceParameters'].FilterCriteria.Filters as { Pattern: string }[];
    expect(filters.map((it) => JSON.parse(it.Pattern) as unknown)).toContainEqual({
      eventName: ['MODIFY', 'REMOVE'],
      dynamodb: { Keys: { sk: { S: [{ prefix: 'fact#' }] } } },
    });
    expect(Properties['TargetParameters'].InputTemplate).not.toContain('Image');
    const [topic] = resources('AWS::SNS::Topic').map(([name]) => name);
    const rules = resources('AWS::Events::Rule').map(([, it]) => it.Properties);
    const telling = rules.find((it) => it['EventPattern'].detail.change.includes('REMOVE'))!;
    expect(telling['Targets'][0].Arn).toEqual({ Ref: topic });
  });

  test('the sequencer starts every minute, the sweep every five, the daily work each morning, each knowing what is meant', () => {
    const plan = resources('AWS::Scheduler::Schedule').map(
      ([, { Properties }]) => `${Properties['ScheduleExpression']} ${JSON.parse(Properties['Target'].Input).work}`,
    );
    expect(plan.sort()).toEqual(['cron(0 5 * * ? *) daily', 'rate(1 minute) sequence', 'rate(5 minutes) sweep']);
  });

  test('an alarm rings for faults that are answered in words, for 5xx, stuck tasks, refused mail and a queue that waits', () => {
    const alarms = resources('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties['MetricName']);
    expect(alarms).toEqual(
      expect.arrayContaining(['Faults', '5xx', 'TasksStuck', 'MailsRefused', 'MailsWaiting', 'LedgerQueueAgeSeconds']),
    );
    const filters = resources('AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties);
    const faults = filters.filter((it) => it['FilterPattern'] === '{ $.message = "fault" }');
    const functions = resources('AWS::Lambda::Function').length;
    expect([faults.length, filters.length]).toEqual([functions, functions * 2]);
    for (const { MetricTransformations } of faults)
      expect(MetricTransformations[0]).toMatchObject({
        MetricName: 'Faults',
        MetricNamespace: 'Anteil',
        MetricValue: '1',
      });
  });

  test('a line of a fault and one of the security log are what the filters look for', () => {
    const fault = errorLine('fault', { reference: 'r', route: 'GET /', error: new Error('any') });
    const event = { event: 'token-refused', route: 'GET /', reference: 'r', at: '2026-11-23T09:00:00Z' } as never;
    expect(JSON.parse(fault)).toMatchObject({ message: 'fault' });
    expect(JSON.parse(securityLine(event))).toMatchObject({ message: 'security', event: 'token-refused' });
  });

  test('work that must go on has runs of its own, whatever the others do', () => {
    const reserved = resources('AWS::Lambda::Function')
      .filter(([, { Properties }]) => Properties['ReservedConcurrentExecutions'] !== undefined)
      .map(([name]) => name.replace(/Function[0-9A-F]{8}$/, ''));
    expect(reserved.sort()).toEqual(['LedgerSequencer', 'Reactions', 'ReactionsScheduled']);
  });

  test('every log is encrypted with a key of ours and ends', () => {
    const logs = resources('AWS::Logs::LogGroup');
    expect(logs.length).toBeGreaterThan(7);
    for (const [name, { Properties }] of logs) {
      expect(Properties['KmsKeyId'], name).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^StorageDataKey/), 'Arn'] });
      expect(Properties['RetentionInDays'], name).toBeLessThanOrEqual(90);
    }
  });

  test('every alarm says what to look at and reaches a person', () => {
    const alarms = resources('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(10);
    for (const [name, { Properties }] of alarms) {
      expect(Properties['AlarmDescription'], name).toMatch(/\w+ \w+/);
      expect(Properties['AlarmActions'], name).toHaveLength(1);
    }
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: { Ref: 'AlarmMail' } });
  });
});

describe('what the public sees', () => {
  const distribution = only('AWS::CloudFront::Distribution').Properties['DistributionConfig'];

  test('every behaviour of the CDN answers with the security headers', () => {
    for (const behavior of [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors]) {
      expect(behavior.ResponseHeadersPolicyId.Ref).toMatch(/Headers/);
      expect(['redirect-to-https', 'https-only']).toContain(behavior.ViewerProtocolPolicy);
    }
    const policies = resources('AWS::CloudFront::ResponseHeadersPolicy');
    expect(policies).toHaveLength(3);
    for (const [name, { Properties }] of policies) {
      const headers = Properties['ResponseHeadersPolicyConfig'].SecurityHeadersConfig;
      expect(headers.StrictTransportSecurity).toMatchObject({ IncludeSubdomains: true, Override: true });
      expect(headers.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThanOrEqual(31_536_000);
      expect(headers.ContentTypeOptions).toEqual({ Override: true });
      expect(headers.FrameOptions).toEqual({ FrameOption: 'DENY', Override: true });
      expect(headers.ReferrerPolicy).toEqual({ ReferrerPolicy: 'same-origin', Override: true });
      const policy = JSON.stringify(headers.ContentSecurityPolicy.ContentSecurityPolicy);
      if (name.startsWith('SitePage'))
        expect(policy).toMatch(/connect-src 'self' https:\/\/",\{"Fn::GetAtt":\["StorageUploads/);
      else expect(policy).toBe(JSON.stringify(pagePolicy()));
    }
  });

  test('pages may run nothing inline, load nothing from elsewhere and stand in no frame', () => {
    expect(pagePolicy()).not.toMatch(/unsafe-|\*|https?:|data:/);
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(pagePolicy().split('; ')).toContain(rule);
    }
  });

  test('proofs come from the portal, tiles from files: the narrower path stands first', () => {
    const paths = (distribution.CacheBehaviors as { PathPattern: string }[]).map((it) => it.PathPattern);
    expect(paths).toEqual(['/api/*', '/ledger/log/proof/*', '/ledger/log/*', '/open-data/*']);
  });

  test('the CDN speaks TLS 1.2 or newer, and the log of visits keeps no cookie', () => {
    expect(distribution).toMatchObject({
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
      Logging: { IncludeCookies: false },
    });
  });

  test('the access log of the API names no address, no query and no cookie', () => {
    const { Format } = only('AWS::ApiGatewayV2::Stage').Properties['AccessLogSettings'];
    expect(Format).toContain('routeKey');
    expect(Format).not.toMatch(/sourceIp|userAgent|context\.path|query|cookie|header/i);
  });
});

describe('the rule pack', () => {
  test('nothing stands unexplained', () => {
    const app = newApp();
    portalIn(app);
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  test('a planted wildcard is found', () => {
    const app = newApp();
    const stack = new Stack(app, 'Planted');
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }));
    const found = new AwsSolutionsChecks(app).validateScope(app).violations.map((it) => it.ruleName);
    expect(found.join()).toContain('IAM5');
  });
});
