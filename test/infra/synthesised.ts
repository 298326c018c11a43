import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { FLAGS } from '../../infra/flags.ts';
import { Portal } from '../../infra/portal.ts';

export interface Resource {
  readonly Type: string;
  // eslint-disable-next-line typescript/no-explicit-any -- CloudFormation has no types
  readonly Properties: Readonly<Record<string, any>>;
  readonly DeletionPolicy?: string;
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const anyCode = (): Code => {
  const folder = mkdtempSync(join(tmpdir(), 'anteil-code-'));
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = () => undefined;\n');
  return Code.fromAsset(folder);
};

/** The stack as it would be deployed, with any code in its functions. */
export const portalIn = (app: App): Portal => {
  const code = anyCode();
  return new Portal(app, 'Anteil', { code: () => code });
};

export const newApp = (): App => new App({ analyticsReporting: false, context: FLAGS });

export const template = Template.fromStack(portalIn(newApp()));

export const resources = (type: string): [name: string, resource: Resource][] =>
  Object.entries(template.findResources(type) as unknown as Record<string, Resource>);

export const only = (type: string): Resource => {
  const [first, ...others] = resources(type);
  if (first === undefined || others.length > 0) throw new Error(`${type}: not exactly one`);
  return first[1];
};

export const listOf = (value: string | string[]): string[] => (typeof value === 'string' ? [value] : value);

/** What each role may do, by the role's logical name. */
export const rightsOf = (): Map<string, Statement[]> => {
  const byRole = new Map<string, Statement[]>();
  for (const [, { Properties }] of resources('AWS::IAM::Policy')) {
    for (const { Ref } of Properties['Roles'] as { Ref: string }[]) {
      byRole.set(Ref, [...(byRole.get(Ref) ?? []), ...(Properties['PolicyDocument'].Statement as Statement[])]);
    }
  }
  return byRole;
};
