import { describe, expect, test } from 'vitest';
import { headingOf, problemFrom } from './problem.ts';

describe('an answer that is no success', () => {
  test('a refusal keeps its reason and the sentence of the server', () => {
    expect(problemFrom(409, { refusal: 'own-proposal', detail: 'Nein.' })).toEqual({
      kind: 'refused',
      refusal: 'own-proposal',
      detail: 'Nein.',
    });
  });

  test('malformed input names the places', () => {
    const issues = [{ path: 'plan.0.cents', message: 'zu groß' }];
    expect(problemFrom(400, { refusal: 'malformed', issues })).toMatchObject({ kind: 'malformed', issues });
  });

  test.each([
    [401, 'signed-out'],
    [403, 'refused'],
    [404, 'not-found'],
    [413, 'too-large'],
    [422, 'refused'],
    [429, 'busy'],
    [500, 'fault'],
    [502, 'fault'],
  ])('%i is told as %s', (status, kind) => {
    expect(problemFrom(status, {}).kind).toBe(kind);
  });
});

test.each([
  ['call-not-open', 'passing'],
  ['changed-meanwhile', 'changed'],
  ['above-requested', 'refused'],
  ['no-target-day', 'refused'],
  ['upload-unsafe', 'refused'],
  ['', 'refused'],
])('the refusal %j is headed as %s', (refusal, heading) => {
  expect(headingOf({ kind: 'refused', refusal })).toBe(heading);
});
