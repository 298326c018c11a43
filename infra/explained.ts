import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

/** A finding of the rule pack that stands, and why. The reason is what an auditor reads, so it says what protects instead. */
export const explain = (construct: IConstruct, findings: Readonly<Record<string, string>>): void => {
  for (const [id, reason] of Object.entries(findings)) Validations.of(construct).acknowledge({ id, reason });
};

/** The only wildcard that a role of the portal may have: any object of one named bucket. */
export const explainAnyObject = (construct: IConstruct, buckets: readonly IBucket[]): void => {
  for (const bucket of buckets) {
    const name = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement);
    explain(construct, {
      [`AwsSolutions-IAM5[Resource::<${name}.Arn>/*]`]:
        'Files are named by content or case, so the names cannot be listed beforehand; the bucket is named and the actions are written out.',
    });
  }
};
