import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { explainAnyObject } from './explained.ts';
import type { Objects } from './folders.ts';

/** Names of the entry points, `functions/<entry>.ts`, and of their bundles, `dist/functions/<entry>/`. */
export type Entry = 'lambda' | 'boards' | 'payments' | 'notices' | 'reactions' | 'sequencer' | 'scheduled';

/** Where the code of an entry point comes from: the bundles when deploying, something small in tests. */
export type CodeOf = (entry: Entry) => Code;

export interface PortalFunctionProps {
  readonly entry: Entry;
  readonly code: CodeOf;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  readonly rights: readonly PolicyStatement[];
  /** What of which buckets the rights reach. */
  readonly objects: readonly Objects[];
  /** So many runs at once are kept for this function whatever the others do, and no more. */
  readonly reserved?: number;
  readonly architecture?: Architecture;
}

/**
 * One function with a role and a log of its own. The role gets what is listed and nothing beside: the managed basic
 * policy would let it write every log of the account. No tracing: its rights cannot be narrowed to a resource.
 */
export class PortalFunction extends Construct {
  readonly function: Function;
  readonly role: Role;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: PortalFunctionProps) {
    super(scope, id);
    this.log = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const writeLog = new PolicyStatement({
      sid: 'WriteLog',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.log.logGroupArn],
    });
    for (const right of [writeLog, ...props.rights]) this.role.addToPolicy(right);
    explainAnyObject(this.role, props.objects);
    this.function = new Function(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ?? Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code(props.entry),
      memorySize: props.memoryMb,
      timeout: props.timeout,
      role: this.role,
      logGroup: this.log,
      environment: { ...props.environment },
      ...(props.reserved !== undefined && { reservedConcurrentExecutions: props.reserved }),
    });
  }
}
