import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, type BucketProps, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** A bucket as all of ours are: private, TLS only, kept when the stack goes. */
export const closedBucket = (scope: Construct, id: string, props: BucketProps): IBucket =>
  // The assertion: the library declares an optional property that its own interface requires.
  new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  }) as IBucket;

/** Old versions of files that can be written again from the table need not be kept long. */
export const FORGET_OLD_VERSIONS = {
  noncurrentVersionExpiration: Duration.days(90),
  abortIncompleteMultipartUploadAfter: Duration.days(3),
};
