import { CfnCondition, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';

/** What functions, rights, alarms and listeners know of the table. */
export interface TableInUse {
  readonly tableName: string;
  readonly tableArn: string;
  readonly tableStreamArn: string;
}

/**
 * The table that the portal works on: the stack's own, or one that was restored to an earlier second. A restored table has
 * another name and lies outside of the stack; both parameters are empty until a city has needed that (docs/operations.md).
 */
export const tableInUse = (scope: Construct, own: Table): TableInUse => {
  const stack = Stack.of(scope);
  const name = new CfnParameter(stack, 'ExistingTable', {
    description: 'Name of a restored table that the portal takes; empty for its own',
    allowedPattern: '^([a-zA-Z0-9_.-]{3,255})?$',
    default: '',
  });
  const stream = new CfnParameter(stack, 'ExistingTableStream', {
    description: 'Stream of the restored table (LatestStreamArn); empty for its own',
    allowedPattern: '^(arn:.+:dynamodb:.+:table/.+/stream/.+)?$',
    default: '',
  });
  const isOther = new CfnCondition(scope, 'TakesExistingTable', {
    expression: Fn.conditionNot(Fn.conditionEquals(name.valueAsString, '')),
  });
  const either = (other: string, ours: string): string => Fn.conditionIf(isOther.logicalId, other, ours).toString();
  const arn = stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: name.valueAsString });
  return {
    tableName: either(name.valueAsString, own.tableName),
    tableArn: either(arn, own.tableArn),
    tableStreamArn: either(stream.valueAsString, own.tableStreamArn!),
  };
};
