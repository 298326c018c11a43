import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { testCity, type TestCity } from '../support/city.ts';
import { draftExample, EXAMPLE_PROPOSAL, seeNotice, submitExample } from '../support/example-case.ts';

let city: TestCity;
beforeEach(async () => {
  city = await testCity('2026-11-23T11:00:00.000Z' as Instant);
});

const refusalOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { refusal?: string }).refusal;

describe('B05: each step from each stage', () => {
  const SHA = 'a'.repeat(64);
  const ACTS: readonly (readonly [string, string, object])[] = [
    ['submit', 'signatory', { version: 5 }],
    ['withdraw', 'signatory', {}],
    ['take', 'case-officer', {}],
    ['propose-approval', 'case-officer', EXAMPLE_PROPOSAL],
    ['propose-refusal', 'case-officer', { reasons: 'x', examinationNote: 'y' }],
    ['return', 'approver', { comment: 'x' }],
    ['approve', 'approver', { noticeSha256: SHA }],
    ['refuse', 'approver', { noticeSha256: SHA }],
  ];
  /** How a case gets to the stage, and what is possible there; all else is 409. */
  const STAGES: Readonly<Record<string, { way: readonly string[]; legal: readonly string[] }>> = {
    submitted: { way: [], legal: ['withdraw', 'take', 'propose-approval', 'propose-refusal'] },
    inReview: { way: ['take'], legal: ['withdraw', 'take', 'propose-approval', 'propose-refusal'] },
    proposedApproval: { way: ['propose-approval'], legal: ['withdraw', 'return', 'approve'] },
    proposedRefusal: { way: ['propose-refusal'], legal: ['withdraw', 'return', 'refuse'] },
    approved: { way: ['propose-approval', 'approve'], legal: [] },
    refused: { way: ['propose-refusal', 'refuse'], legal: [] },
    withdrawn: { way: ['withdraw'], legal: [] },
  };

  const doIt = async (id: string, act: string): Promise<Response> => {
    const [, who, body] = ACTS.find(([name]) => name === act)!;
    const decides = act === 'approve' || act === 'refuse';
    const preview = decides ? await city.post(who, `/api/notices/previews/${id}`, {}) : undefined;
    const seen = preview?.ok === true ? { noticeSha256: ((await preview.json()) as { sha256: string }).sha256 } : body;
    return city.post(who, `/api/funding/applications/${id}/${act}`, seen);
  };

  test.each(Object.entries(STAGES))('%s', async (stage, { way, legal }) => {
    for (const [number, [act]] of ACTS.entries()) {
      const id = `app-${stage.toLowerCase()}-${number}`;
      await submitExample(city, id);
      for (const step of way) expect((await doIt(id, step)).status, `${step} on the way to ${stage}`).toBe(200);
      const answer = await doIt(id, act);
      expect(answer.status, `${act} when ${stage}`).toBe(legal.includes(act) ? 200 : 409);
      if (answer.status === 409) expect(await refusalOf(answer)).toBe('illegal-step');
    }
  });

  test('a draft is submitted or withdrawn; for the authority it is not there', async () => {
    for (const [number, [act, who, body]] of ACTS.entries()) {
      const version = await draftExample(city, `app-${number}-draft`);
      const sent = act === 'submit' ? { version } : body;
      const { status } = await city.post(who, `/api/funding/applications/app-${number}-draft/${act}`, sent);
      expect(status, act).toBe(who === 'signatory' ? 200 : 404);
    }
  });
});

describe('B06: the last of a budget', () => {
  test('of thirty-four grants at once, as many are approved as the budget holds', async () => {
    const ids = Array.from({ length: 34 }, (_, number) => `app-gleich-${number}`);
    const seen: [string, string][] = [];
    for (const id of ids) {
      await submitExample(city, id);
      await city.post('case-officer', `/api/funding/applications/${id}/propose-approval`, EXAMPLE_PROPOSAL);
      seen.push([id, (await seeNotice(city, id)).sha256]);
    }
    const answers = await Promise.all(
      seen.map(([id, noticeSha256]) =>
        city.post('approver', `/api/funding/applications/${id}/approve`, { noticeSha256 }),
      ),
    );
    // 1,500,000 EUR hold 33 grants of 45,000 EUR.
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(33);
    expect(await refusalOf(answers.find(({ status }) => status === 409)!)).toBe('budget-exhausted');
    expect(await city.budget('struktur-2027')).toEqual({ freeCents: 1_500_000, takenCents: 148_500_000 });
  });
});
