import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Objects, patternsOf } from './folders.ts';

/** A finding of the rule pack that stands, and why. The reason is what an auditor reads, so it says what protects instead. */
export const explain = (construct: IConstruct, findings: Readonly<Record<string, string>>): void => {
  for (const [id, reason] of Object.entries(findings)) Validations.of(construct).acknowledge({ id, reason });
};

/** The only wildcard that a role of the portal may have: any object of a named folder, or of a whole named bucket. */
export const explainAnyObject = (construct: IConstruct, all: readonly Objects[]): void => {
  for (const objects of all) {
    const name = Stack.of(objects.bucket).getLogicalId(objects.bucket.node.defaultChild as CfnElement);
    for (const pattern of patternsOf(objects)) {
      explain(construct, {
        [`AwsSolutions-IAM5[Resource::<${name}.Arn>/${pattern}]`]:
          'Files are named by content or case, so the names cannot be listed beforehand; the bucket is named and the actions are written out.',
      });
    }
  }
};
