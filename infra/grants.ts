import { Aws } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { TableInUse } from './table-in-use.ts';
import { type Objects, patternsOf } from './folders.ts';

/**
 * Rights, written out: no wildcard action, no wildcard resource but "any object of this folder" (`folders.ts`), or of a whole bucket.
 *
 * What the platform can say about facts (attack L04) and what it cannot:
 * - it knows tables and partition keys, not sort keys, so "may not touch `fact#…`" cannot be written down;
 * - it knows the enclosing operation: every write must be part of a transaction, which only the journal makes, and there
 *   each fact is conditioned on `attribute_not_exists`;
 * - it knows partition keys: rows are deleted only where no stream of facts lies (`partitions.ts`);
 * - it knows attributes: an update can move the cents of a budget and touch nothing else;
 * - the rest is noticed instead of forbidden: any change or removal of a fact rings an alarm (`doorbell.ts`), recovery is
 *   possible for 35 days, and the published log would no longer match.
 */
export const readTable = (table: TableInUse): PolicyStatement =>
  new PolicyStatement({
    sid: 'ReadTable',
    actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
    resources: [table.tableArn],
  });

const IN_A_TRANSACTION = { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } };

export const commitToTable = (table: TableInUse): PolicyStatement =>
  new PolicyStatement({
    sid: 'CommitToTable',
    actions: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'],
    resources: [table.tableArn],
    conditions: IN_A_TRANSACTION,
  });

/** Rows are replaced, not edited; the one edit there is moves cents in a budget, and no other attribute can be touched. */
export const chargeBudgets = (table: TableInUse): PolicyStatement =>
  new PolicyStatement({
    sid: 'ChargeBudgets',
    actions: ['dynamodb:UpdateItem'],
    resources: [table.tableArn],
    conditions: {
      ...IN_A_TRANSACTION,
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'freeCents', 'takenCents'] },
      Null: { 'dynamodb:Attributes': 'false' },
    },
  });

/** Deleting within a transaction, in partitions whose key begins so. */
export const removeFrom = (table: TableInUse, partitions: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    sid: 'RemoveRows',
    actions: ['dynamodb:DeleteItem'],
    resources: [table.tableArn],
    conditions: {
      ...IN_A_TRANSACTION,
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions.map((partition) => `${partition}*`) },
      // An empty set of keys satisfies "for all values"; it must not.
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });

/** The data key, only through the services that hold the data. */
export const useDataKey = (key: Key): PolicyStatement =>
  new PolicyStatement({
    sid: 'UseDataKey',
    actions: [
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
      'kms:DescribeKey',
    ],
    resources: [key.keyArn],
    conditions: {
      StringEquals: {
        'kms:ViaService': ['dynamodb', 's3'].map((service) => `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}`),
      },
    },
  });

const objectsIn = (all: readonly Objects[]): string[] =>
  all.flatMap((objects) => patternsOf(objects).map((pattern) => objects.bucket.arnForObjects(pattern)));

export const readFiles = (...objects: readonly Objects[]): PolicyStatement =>
  new PolicyStatement({ sid: 'ReadFiles', actions: ['s3:GetObject'], resources: objectsIn(objects) });

export const writeFiles = (...objects: readonly Objects[]): PolicyStatement =>
  new PolicyStatement({ sid: 'WriteFiles', actions: ['s3:PutObject'], resources: objectsIn(objects) });

/** What the scanner for malware wrote on a file. */
export const readTags = (bucket: IBucket): PolicyStatement =>
  new PolicyStatement({
    sid: 'ReadTags',
    actions: ['s3:GetObjectTagging', 's3:GetObjectVersionTagging'],
    resources: [bucket.arnForObjects('*')],
  });

/** Needed beside reading, so that a missing file is answered as missing and not as forbidden. */
export const listFiles = (...buckets: readonly IBucket[]): PolicyStatement =>
  new PolicyStatement({
    sid: 'ListFiles',
    actions: ['s3:ListBucket'],
    resources: buckets.map((bucket) => bucket.bucketArn),
  });

export const removeFiles = (bucket: IBucket): PolicyStatement =>
  new PolicyStatement({ sid: 'RemoveFiles', actions: ['s3:DeleteObject'], resources: [bucket.arnForObjects('*')] });

export const sendMail = (settings: { readonly mailFrom: string; readonly mailDomain: string }): PolicyStatement =>
  new PolicyStatement({
    sid: 'SendMail',
    actions: ['ses:SendEmail'],
    resources: [`arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:identity/${settings.mailDomain}`],
    conditions: { StringEquals: { 'ses:FromAddress': settings.mailFrom } },
  });

/** Checkpoints are signed with Ed25519 and nothing else. */
export const signCheckpoints = (key: Key): PolicyStatement =>
  new PolicyStatement({
    sid: 'SignCheckpoints',
    effect: Effect.ALLOW,
    actions: ['kms:Sign'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:SigningAlgorithm': 'ED25519_SHA_512' } },
  });

export const readPublicKey = (key: Key): PolicyStatement =>
  new PolicyStatement({ sid: 'ReadPublicKey', actions: ['kms:GetPublicKey'], resources: [key.keyArn] });

/** Reading a table's stream; the platform polls with the rights of the reader. */
export const readStream = (streamArn: string): PolicyStatement =>
  new PolicyStatement({
    sid: 'ReadStream',
    actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    resources: [streamArn],
  });
