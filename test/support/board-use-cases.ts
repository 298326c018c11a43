import { BOARD, planned, seated } from './board.ts';
import { browserOf } from './browser-requests.ts';
import { batchOf, claimOfPerson, viewOf } from './claims.ts';
import { done, type FilledCity } from './filled-city.ts';
import type { UseCase } from './use-cases.ts';

type Measure = (kind: UseCase['kind'], name: string, act: () => Promise<Response>) => Promise<Response>;

const TIMES = { from: '2026-11-19T17:00', to: '2026-11-19T19:00' };
const SITTING = `/api/bodies/${BOARD}/sittings/measured-1`;
const CLAIM = claimOfPerson('measured-1', 'member');
const CLAIM_AT = `/api/compensation/claims/${CLAIM}`;

const sitting = async ({ city }: FilledCity, measure: Measure): Promise<void> => {
  const office = await browserOf(city, 'body-office');
  const words = { title: 'Sitzung', mode: 'inPerson', place: 'Rathaus' };
  await measure('command', 'plan a sitting', () => office('PUT', SITTING, { ...words, ...TIMES }));
  await measure('page', 'a sitting, as its office sees it', () => office('GET', SITTING));
  const entries = [
    { seat: 'sitz-1', present: 'member' },
    { seat: 'sitz-2', present: 'member' },
  ];
  await measure('command', 'confirm who was there', () =>
    office('POST', `${SITTING}/confirm`, { seq: 1, ...TIMES, entries }),
  );
};

const claiming = async ({ city }: FilledCity, measure: Measure): Promise<void> => {
  const member = await browserOf(city, 'member');
  const office = await browserOf(city, 'body-office');
  const orderer = await browserOf(city, 'orderer');
  await measure('page', 'my claims', () => member('GET', '/api/compensation/claims'));
  const { seq, totalCents } = await viewOf(city, 'member', CLAIM);
  await measure('command', 'confirm a claim', () => member('POST', `${CLAIM_AT}/submit`, { seq, totalCents }));
  await measure('page', 'the claims to certify', () =>
    office('GET', `/api/compensation/work-list?queue=certify&scope=${BOARD}`),
  );
  const seen = await viewOf(city, 'body-office', CLAIM);
  await measure('command', 'certify a claim', () => office('POST', `${CLAIM_AT}/certify`, { seq: seen.seq }));
  const batch = await batchOf(city, 'orderer', [CLAIM]);
  await done(orderer('POST', '/api/compensation/order', batch));
};

const paying = async ({ city }: FilledCity, measure: Measure): Promise<void> => {
  const certifier = await browserOf(city, 'certifier');
  const authority = 'be-ba-03';
  await measure('page', 'the payments that are held', () =>
    certifier('GET', `/api/payments/orders?queue=held&authority=${authority}`),
  );
  await measure('command', 'open a run', () =>
    certifier('PUT', '/api/payments/runs/measured-run', { authority, executionDay: '2026-11-25', channel: 'verified' }),
  );
  await measure('page', 'a run', () => certifier('GET', '/api/payments/runs/measured-run'));
};

/** From planning a sitting to a run, each step once; `settle` lets everything happen that the steps set in motion. */
export const boardUseCases = async (
  filled: FilledCity,
  measure: Measure,
  settle: () => Promise<void>,
): Promise<void> => {
  const { city } = filled;
  await seated(city, { seat: 'sitz-1', as: 'member', person: 'member' });
  await seated(city, { seat: 'sitz-2', as: 'member', person: 'member2' });
  await planned(city, { sitting: 'measured-0', from: '2026-12-03T17:00', to: '2026-12-03T19:00' });
  await measure('public page', 'a board', () => city.get(undefined, `/api/bodies/${BOARD}`));
  await sitting(filled, measure);
  await settle();
  await claiming(filled, measure);
  await settle();
  await paying(filled, measure);
  await settle();
};
