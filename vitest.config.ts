import { defineConfig } from 'vitest/config';

const env = { TZ: 'Europe/Berlin' };

/** rules: fast, no engine, part of every commit. engine: DynamoDB Local and bundles. journeys: a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          env,
          testTimeout: 30_000,
          include: [
            'shared/**/*.test.ts',
            'functions/**/*.test.ts',
            'web/**/*.test.ts',
            'scripts/**/*.test.ts',
            'test/{architecture,locales,outside-keys}.test.ts',
          ],
          exclude: ['**/*.dynamo.test.ts', '**/*.engine.test.ts'],
        },
      },
      {
        test: {
          name: 'engine',
          env,
          include: ['**/*.dynamo.test.ts', '**/*.engine.test.ts', 'test/{contracts,faults,infra,bench}/**/*.test.ts'],
          exclude: ['node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          globalSetup: ['test/support/dynamodb.ts'],
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          env,
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
