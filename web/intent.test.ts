import { describe, expect, test } from 'vitest';
import { createIntent } from './intent.ts';

describe('an intent', () => {
  const counted = () => {
    let keys = 0;
    return createIntent(() => `key-${++keys}`);
  };

  test('keeps its key over retries of the same body', () => {
    const intent = counted();
    expect(intent.keyFor({ a: 1 })).toBe('key-1');
    expect(intent.keyFor({ a: 1 })).toBe('key-1');
  });

  test('another body is another intent, since the same key with another body is refused', () => {
    const intent = counted();
    intent.keyFor({ a: 1 });
    expect(intent.keyFor({ a: 2 })).toBe('key-2');
  });

  test('after an answer the next press is a new intent', () => {
    const intent = counted();
    intent.keyFor(undefined);
    intent.settle();
    expect(intent.keyFor(undefined)).toBe('key-2');
  });
});
