import type { Instant } from '../../shared/kernel/day.ts';
import { testCity } from './city.ts';
import { batchOf, claimOfPerson, held, seat, settled, viewOf } from './claims.ts';

export const START = '2026-11-23T18:00:00.000Z' as Instant;
export const EVENING = { sitting: 'sitting-1', from: '2026-11-23T17:00', to: '2026-11-23T19:00' };
export const CLAIM = claimOfPerson('sitting-1');
export const BUDGET = 'compensation-budget#be-ba-03#2026';

interface Outcome {
  readonly done: readonly { readonly stage: string }[];
  readonly refused: readonly { readonly refusal: string; readonly detail: string }[];
}

/** The demo board's sitting of one evening, with the claims that followed from it. */
export const eveningCity = async () => {
  const city = await testCity(START);
  await settled(city);
  await held(city, { ...EVENING, entries: [seat('member'), seat('member2')] });
  await city.settle();
  const at = (path: string) => `/api/compensation/claims/${CLAIM}/${path}`;
  const rowsOf = async (pk: string) => (await city.deps.journal.read([{ pk, prefix: '' }]))[0]!;
  return {
    city,
    at,
    rowsOf,
    act: async (who: string, path: string, body: object) => {
      const answer = await city.post(who, at(path), body);
      const { refusal, stage } = (await answer.json()) as { refusal?: string; stage?: string };
      return answer.ok ? stage : `${answer.status} ${refusal}`;
    },
    seqOf: async (who = 'member') => (await viewOf(city, who, CLAIM)).seq,
    taken: async () => (await rowsOf(BUDGET))[0]?.['takenCents'],
    batch: async (who: string, what: 'certify' | 'order', claims = [CLAIM]) => {
      const answer = await city.post(who, `/api/compensation/${what}`, await batchOf(city, who, claims));
      return (await answer.json()) as Outcome;
    },
  };
};
