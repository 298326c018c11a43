import type { TestProject } from 'vitest/node';
import { startDynamoDb } from '../../functions/local/dynamodb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Endpoint of the one DynamoDB Local of this run; every test makes tables of its own in it. */
    dynamodb: string;
  }
}

/** Starts DynamoDB Local in memory for the engine tests: `inject('dynamodb')` or DYNAMODB_ENDPOINT. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { endpoint, stop } = await startDynamoDb();
  process.env['DYNAMODB_ENDPOINT'] = endpoint;
  project.provide('dynamodb', endpoint);
  return stop;
};
