import { Arn, Aws, Stack } from 'aws-cdk-lib';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { explain, explainAnyObject } from './explained.ts';
import { readFiles, readTags, useDataKey } from './grants.ts';
import type { Storage } from './storage.ts';

/** Whom the service answers for; its name stands in the rules that it makes for itself. */
const SERVICE = 'malware-protection-plan.guardduty.amazonaws.com';
const ITS_RULES = 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*';

/**
 * GuardDuty Malware Protection looks at every object of the bucket for uploads and writes what it found on it as a tag. No
 * room takes a file over before that (functions/kernel/upload-claim.ts). Rights as the service's manual lists them.
 */
export class Scanner extends Construct {
  constructor(scope: Construct, id: string, storage: Storage) {
    super(scope, id);
    const role = this.makeRole(storage);
    const plan = new CfnMalwareProtectionPlan(this, 'Plan', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: storage.uploads.bucketName } },
      actions: { tagging: { status: 'ENABLED' } },
    });
    // The service tries its rights when the plan is made.
    plan.node.addDependency(role);
  }

  private makeRole({ uploads, dataKey }: Storage): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal(SERVICE, {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const rules = Arn.format({ service: 'events', resource: 'rule', resourceName: ITS_RULES }, Stack.of(this));
    const statement = (sid: string, actions: string[], resource: string, conditions = {}): PolicyStatement =>
      new PolicyStatement({ sid, actions, resources: [resource], conditions });
    for (const right of [
      readFiles({ bucket: uploads }),
      readTags(uploads),
      statement('ReadVersions', ['s3:GetObjectVersion'], uploads.arnForObjects('*')),
      statement('WriteTags', ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'], uploads.arnForObjects('*')),
      statement(
        'TryTheBucket',
        ['s3:PutObject'],
        uploads.arnForObjects('malware-protection-resource-validation-object'),
      ),
      statement('BeTold', ['s3:ListBucket', 's3:GetBucketNotification', 's3:PutBucketNotification'], uploads.bucketArn),
      statement(
        'MakeItsRules',
        ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
        rules,
        {
          StringEquals: { 'events:ManagedBy': SERVICE },
        },
      ),
      statement('ReadItsRules', ['events:DescribeRule', 'events:ListTargetsByRule'], rules),
      useDataKey(dataKey),
    ])
      role.addToPolicy(right);
    explainAnyObject(role, [{ bucket: uploads }]);
    explain(role, {
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/${ITS_RULES}]`]:
        'The service makes one rule and ends its name as it likes; the beginning of the name is reserved for it, and making is bound to the service itself.',
    });
    return role;
  }
}
