import { CfnOutput, Duration, Fn } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { closedBucket, FORGET_OLD_VERSIONS } from './bucket.ts';
import { explain } from './explained.ts';
import { securityHeaders } from './headers.ts';
import type { Ledger } from './ledger.ts';
import type { Settings } from './settings.ts';
import type { Storage } from './storage.ts';

export interface SiteProps {
  readonly storage: Storage;
  readonly ledger: Ledger;
  readonly http: HttpApi;
  readonly settings: Settings;
}

/** Addresses of pages have no file behind them: the portal's one page answers, and its router shows the right one. */
const PAGES_TO_THE_ONE_PAGE = `function handler(event) {
  var request = event.request;
  if (!/\\.[a-z0-9]+$/i.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

/** The one address of the portal: pages and files from buckets, everything under /api from the functions. */
export class Site extends Construct {
  readonly pages: IBucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.pages = this.makePages(props.storage);
    this.distribution = this.makeDistribution(props);
    new CfnOutput(this, 'PagesBucket', { value: this.pages.bucketName, description: 'The built web is copied here' });
    new CfnOutput(this, 'Address', {
      value: this.distribution.domainName,
      description: 'The domain is an alias of this',
    });
  }

  private makePages(storage: Storage): IBucket {
    return closedBucket(this, 'Pages', {
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      lifecycleRules: [FORGET_OLD_VERSIONS],
      serverAccessLogsBucket: storage.accessLogs,
      serverAccessLogsPrefix: 'pages/',
    });
  }

  private makeDistribution({ storage, ledger, http, settings }: SiteProps): Distribution {
    const api = this.apiBehavior(http);
    const published = this.publishedBehavior(ledger);
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Anteil',
      domainNames: [settings.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', settings.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultRootObject: 'index.html',
      defaultBehavior: this.pagesBehavior(storage),
      additionalBehaviors: {
        '/api/*': api,
        '/ledger/log/proof/*': api,
        '/ledger/log/*': published,
        '/open-data/*': published,
      },
      enableLogging: true,
      logBucket: storage.accessLogs,
      logFilePrefix: 'cdn/',
      logIncludesCookies: false,
    });
    explain(distribution, {
      'AwsSolutions-CFR1': 'A public administration answers people wherever they are; the ledger is for everyone.',
      'AwsSolutions-CFR2':
        'Requests are limited per person and address by counters in the table and by the stage; a firewall would cost more than all else while idle, and can be put in front with one property when attacked.',
    });
    return distribution;
  }

  private pagesBehavior(storage: Storage): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.pages),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: securityHeaders(this, 'PageHeaders', {
        crossOrigin: false,
        uploadHost: storage.uploads.bucketRegionalDomainName,
      }),
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new Function(this, 'OnePage', {
            code: FunctionCode.fromInline(PAGES_TO_THE_ONE_PAGE),
            runtime: FunctionRuntime.JS_2_0,
          }),
        },
      ],
    };
  }

  /** A missing tile answers 404, since the CDN may list the bucket; how long each file is cached stands on the file. */
  private publishedBehavior(ledger: Ledger): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(ledger.files, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: new CachePolicy(this, 'AsTheFileSays', {
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(5),
        maxTtl: Duration.days(365),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
      responseHeadersPolicy: securityHeaders(this, 'PublishedHeaders', { crossOrigin: true }),
    };
  }

  private apiBehavior(http: HttpApi): BehaviorOptions {
    const host = Fn.select(2, Fn.split('/', http.apiEndpoint));
    return {
      origin: new HttpOrigin(host, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        readTimeout: Duration.seconds(30),
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: securityHeaders(this, 'ApiHeaders', { crossOrigin: false }),
    };
  }
}
