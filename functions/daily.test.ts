import { expect, test } from 'vitest';
import { workDaily } from './daily.ts';
import type { ReactionDeps } from './reactions.ts';

const ANY_DEPS = {} as ReactionDeps;

test('one daily work that fails does not hold up the others, and is named', async () => {
  const done: string[] = [];
  const works = {
    first: () => Promise.reject(new Error('no')),
    second: async () => void done.push('second'),
  };
  await expect(workDaily(ANY_DEPS, works)).rejects.toThrow('first');
  expect(done).toEqual(['second']);
});
