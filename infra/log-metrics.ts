import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Lines that the functions write (functions/kernel/log-line.ts), counted so that alarms can read them. */
export const FAULTS = 'Faults';
export const SECURITY_EVENTS = 'SecurityEvents';

/**
 * A fault that a request met is answered in words, so the platform counts no error: the line is all that tells of it. Security
 * events are counted by their name.
 */
export const countLines = (scope: Construct, name: string, logGroup: ILogGroup): void => {
  const count = (id: string, message: string, metricName: string, dimensions?: Record<string, string>): MetricFilter =>
    new MetricFilter(scope, `${name}${id}`, {
      logGroup,
      metricNamespace: 'Anteil',
      metricName,
      filterPattern: FilterPattern.stringValue('$.message', '=', message),
      metricValue: '1',
      ...(dimensions && { dimensions }),
    });
  count('FaultLines', 'fault', FAULTS);
  count('SecurityLines', 'security', SECURITY_EVENTS, { event: '$.event' });
};
