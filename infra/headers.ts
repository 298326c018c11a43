import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { pagePolicy, PAGE_HEADERS, TLS_ONLY_SECONDS } from '../shared/kernel/page-headers.ts';

/**
 * Every answer of the CDN carries these (attack S08). Where the portal itself has set a content policy it stays, since its
 * answers allow even less; all else is set here, whatever the origin said.
 */
export const securityHeaders = (
  scope: Construct,
  id: string,
  options: { readonly crossOrigin: boolean; readonly uploadHost?: string },
) =>
  new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: pagePolicy(options.uploadHost), override: false },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(TLS_ONLY_SECONDS),
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'permissions-policy', value: PAGE_HEADERS['permissions-policy'], override: true },
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        {
          header: 'cross-origin-resource-policy',
          value: options.crossOrigin ? 'cross-origin' : 'same-origin',
          // What the API says stays: its public answers may be read from anywhere.
          override: options.crossOrigin,
        },
      ],
    },
    // The published log and the open data may be read by pages of other hosts: anyone may verify.
    ...(options.crossOrigin
      ? {
          corsBehavior: {
            accessControlAllowOrigins: ['*'],
            accessControlAllowMethods: ['GET', 'HEAD'],
            accessControlAllowHeaders: ['range'],
            accessControlAllowCredentials: false,
            originOverride: true,
          },
        }
      : {}),
  });
