import { describe, expect, test } from 'vitest';
import { STREAMS } from '../../infra/partitions.ts';
import { listOf, resources, rightsOf, type Statement, template } from './synthesised.ts';

const rights = rightsOf();
const all = [...rights.values()].flat();
const granting = (action: string): [role: string, statement: Statement][] =>
  [...rights].flatMap(([role, statements]) =>
    statements.filter((it) => listOf(it.Action).includes(action)).map((it): [string, Statement] => [role, it]),
  );

describe('what the roles may do', () => {
  test('every function, the pipe and the schedule have a role with written rights', () => {
    expect([...rights.keys()].map((role) => role.replace(/Role[0-9A-F]{8}$/, '')).sort()).toEqual([
      'Api',
      'ApiBoards',
      'ApiNotices',
      'ApiPayments',
      'Doorbell',
      'LedgerSequencer',
      'Reactions',
      'ReactionsScheduled',
      'Scanner',
      'Schedule',
    ]);
  });

  test('no action and no resource is a wildcard, but for any object of a named bucket or folder and the rules of the scanner', () => {
    expect(all.flatMap((it) => listOf(it.Action)).filter((action) => action.includes('*'))).toEqual([]);
    const open = all
      .flatMap((it) => (Array.isArray(it.Resource) ? it.Resource : [it.Resource]))
      .map((resource) => JSON.stringify(resource))
      .filter((resource) => resource.includes('*'))
      .filter((resource) => !resource.includes('rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*'))
      .filter(
        (resource) => !/^\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["\w+","Arn"\]\},"(\/[a-z-]+)?\/\*"\]\]\}$/.test(resource),
      );
    expect(open).toEqual([]);
  });

  test('no role brings a managed policy or an inline policy with it', () => {
    for (const [name, { Properties }] of resources('AWS::IAM::Role')) {
      expect(Properties['ManagedPolicyArns'], name).toBeUndefined();
      expect(Properties['Policies'], name).toBeUndefined();
    }
  });

  test('rows are written within a transaction only', () => {
    const writes = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'].flatMap(granting);
    expect(writes.length).toBeGreaterThan(3);
    for (const [role, { Condition }] of writes) {
      const enclosing = Condition?.['ForAnyValue:StringEquals']?.['dynamodb:EnclosingOperation'];
      expect(listOf(enclosing as string), role).toEqual(['TransactWriteItems']);
    }
  });

  test('rows are deleted only in named partitions, none of which holds facts', () => {
    const deletions = granting('dynamodb:DeleteItem');
    expect(deletions.map(([role]) => role.replace(/Role\w+$/, '')).sort()).toEqual([
      'Api',
      'ApiBoards',
      'ApiPayments',
      'LedgerSequencer',
      'Reactions',
      'ReactionsScheduled',
    ]);
    for (const [role, { Condition }] of deletions) {
      const keys = listOf(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] as string);
      expect(keys.length, role).toBeGreaterThan(0);
      for (const stream of STREAMS) expect(keys.filter((key) => `${stream}1`.startsWith(key.slice(0, -1)))).toEqual([]);
      expect(Condition?.['Null'], role).toEqual({ 'dynamodb:LeadingKeys': 'false' });
    }
  });

  test('an update can move the cents of a budget and nothing else', () => {
    const updates = granting('dynamodb:UpdateItem');
    expect(updates.map(([role]) => role.replace(/Role\w+$/, ''))).toEqual([
      'Api',
      'ApiBoards',
      'Reactions',
      'ReactionsScheduled',
    ]);
    for (const [role, { Condition }] of updates) {
      expect(Condition?.['ForAllValues:StringEquals'], role).toEqual({
        'dynamodb:Attributes': ['pk', 'sk', 'freeCents', 'takenCents'],
      });
    }
  });

  test('whoever only listens to the table cannot write it', () => {
    const listening = granting('dynamodb:GetRecords').filter(([role]) => role.startsWith('Doorbell'));
    expect(listening).toHaveLength(1);
    const actions = rights.get(listening[0]![0])!.flatMap((it) => listOf(it.Action));
    expect(actions.filter((action) => action.endsWith('Item'))).toEqual([]);
  });

  test('nobody can empty, change or restore the table, or take object lock away', () => {
    const granted = new Set(all.flatMap((it) => listOf(it.Action)));
    for (const action of [
      'dynamodb:BatchWriteItem',
      'dynamodb:PartiQLDelete',
      'dynamodb:DeleteTable',
      'dynamodb:UpdateTable',
      'dynamodb:Scan',
      's3:DeleteObjectVersion',
      's3:BypassGovernanceRetention',
      's3:PutBucketPolicy',
      'kms:ScheduleKeyDeletion',
    ]) {
      expect(granted, action).not.toContain(action);
    }
  });

  test('only the sequencer signs, with Ed25519, and only it writes the published files', () => {
    const signing = granting('kms:Sign');
    expect(signing.map(([role]) => role)).toEqual([expect.stringMatching(/^LedgerSequencer/)]);
    expect(signing[0]![1].Condition).toEqual({ StringEquals: { 'kms:SigningAlgorithm': 'ED25519_SHA_512' } });
    const published = granting('s3:PutObject').filter(([, it]) => JSON.stringify(it.Resource).includes('LedgerFiles'));
    expect(published.map(([role]) => role)).toEqual([expect.stringMatching(/^LedgerSequencer/)]);
  });

  /** Folders of the documents bucket that the roles reach by this action. */
  const foldersBy = (action: string) =>
    granting(action).flatMap(([role, { Resource }]) =>
      (Array.isArray(Resource) ? Resource : [Resource])
        .map((resource) => JSON.stringify(resource))
        .filter((resource) => resource.includes('StorageDocuments'))
        .map((resource) => `${role.replace(/Role\w+$/, '')} ${/"(\/.*\*)"/.exec(resource)?.[1]}`),
    );

  test('bank files are made, read and written by the payments function alone', () => {
    for (const action of ['s3:GetObject', 's3:PutObject'])
      expect(foldersBy(action).filter((line) => line.endsWith('/payments/*'))).toEqual(['ApiPayments /payments/*']);
  });

  test('every function writes its own folders of the documents and no others', () => {
    expect(foldersBy('s3:PutObject').sort()).toEqual([
      'ApiBoards /papers/*',
      'ApiBoards /receipts/*',
      'ApiNotices /notices/*',
      'ApiNotices /order-lists/*',
      'ApiNotices /yearly-statements/*',
      'ApiPayments /payments/*',
      'ApiPayments /statements/*',
    ]);
  });

  test('every function reads its own folders of the documents and no others', () => {
    expect(foldersBy('s3:GetObject').sort()).toEqual([
      'Api /notices/*',
      'ApiBoards /papers/*',
      'ApiBoards /receipts/*',
      'ApiNotices /notices/*',
      'ApiNotices /order-lists/*',
      'ApiNotices /yearly-statements/*',
      'ApiPayments /payments/*',
      'ApiPayments /statements/*',
      'Reactions /notices/*',
      'Reactions /statements/*',
      'ReactionsScheduled /notices/*',
      'ReactionsScheduled /statements/*',
    ]);
  });

  test('only reactions send mail, and only in the name of the portal', () => {
    const mailing = granting('ses:SendEmail');
    expect(mailing.map(([role]) => role.slice(0, 9))).toEqual(['Reactions', 'Reactions']);
    for (const [, { Condition }] of mailing) {
      expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': { Ref: 'MailFrom' } } });
    }
  });

  test('nothing is bound to one partition of the cloud', () => {
    const text = JSON.stringify(template.toJSON());
    expect(text.match(/arn:aws[^.]{0,3}:/g)).toBeNull();
  });
});
