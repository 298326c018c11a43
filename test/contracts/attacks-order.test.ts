import { beforeEach, describe, expect, test } from 'vitest';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { testCity, type TestCity } from '../support/city.ts';
import { EXAMPLE_ANSWERS, EXAMPLE_PROPOSAL, draftExample, seeNotice, submitExample } from '../support/example-case.ts';
import { heldJournal, type HeldJournal } from '../support/held-journal.ts';

const NOON = '2026-11-23T11:00:00.000Z' as Instant;
const at = (rest = ''): string => `/api/funding/applications/app-eins${rest}`;

let journal: HeldJournal;
let city: TestCity;
beforeEach(async () => {
  journal = heldJournal(memoryJournal());
  city = await testCity(NOON, journal);
});

/** Lets `second` happen while `first` has decided and not yet committed; gives both answers. */
const overtaken = async (first: () => Promise<Response>, second: () => Promise<Response>) => {
  const { reached, release } = journal.hold();
  const slow = first();
  await reached;
  const quick = await second();
  release();
  return { slow: await slow, quick };
};

const refusalOf = async (response: Response): Promise<string | undefined> =>
  ((await response.json()) as { refusal?: string }).refusal;

const proposed = async (): Promise<string> => {
  await submitExample(city, 'app-eins');
  await city.post('case-officer', at('/propose-approval'), EXAMPLE_PROPOSAL);
  return (await seeNotice(city, 'app-eins')).sha256;
};

const stage = async (): Promise<unknown> =>
  ((await (await city.get('editor', at())).json()) as { stage: string }).stage;

describe('B05: steps that meet on the way', () => {
  const save = (version: number) =>
    city.put(
      'editor',
      at('/sections/project'),
      { answers: { ...EXAMPLE_ANSWERS['project'], title: 'Nach der Unterschrift' } },
      { 'if-match': `"${version}"` },
    );

  test('a save that is overtaken by the submission changes nothing of what was signed', async () => {
    const version = await draftExample(city, 'app-eins');
    const { slow, quick } = await overtaken(
      () => save(version),
      () => city.post('signatory', at('/submit'), { version }),
    );
    expect(quick.status).toBe(200);
    expect([slow.status, await refusalOf(slow)]).toEqual([409, 'changed-meanwhile']);
    const text = await (await city.get('case-officer', at())).text();
    expect(text).toContain('Beratung im Kiez');
    expect(text).not.toContain('Nach der Unterschrift');
    expect(await (await city.get('editor', '/api/funding/applications')).json()).toMatchObject({
      items: [{ stage: 'submitted' }],
    });
  });

  test('a submission that is overtaken by a save does not sign what nobody checked', async () => {
    const version = await draftExample(city, 'app-eins');
    const { slow, quick } = await overtaken(
      () => city.post('signatory', at('/submit'), { version }),
      () => save(version),
    );
    expect([slow.status, quick.status]).toEqual([409, 200]);
    expect(await stage()).toBe('draft');
  });

  test('a save that is overtaken by the withdrawal brings no draft back', async () => {
    const version = await draftExample(city, 'app-eins');
    const { slow } = await overtaken(
      () => save(version),
      () => city.post('signatory', at('/withdraw'), {}),
    );
    expect(slow.status).toBe(409);
    expect(await (await city.get('editor', '/api/funding/applications')).json()).toMatchObject({
      items: [{ stage: 'withdrawn' }],
    });
  });

  test.each(['approve', 'withdraw'])('of a withdrawal and an approval one happens: %s is overtaken', async (late) => {
    const noticeSha256 = await proposed();
    const acts = {
      approve: () => city.post('approver', at('/approve'), { noticeSha256 }),
      withdraw: () => city.post('signatory', at('/withdraw'), {}),
    };
    const [first, second] = late === 'approve' ? [acts.approve, acts.withdraw] : [acts.withdraw, acts.approve];
    const { slow, quick } = await overtaken(first, second);
    expect([slow.status, quick.status]).toEqual([409, 200]);
    expect(await stage()).toBe(late === 'approve' ? 'withdrawn' : 'approved');
    expect(await city.budget('struktur-2027')).toMatchObject({ takenCents: late === 'approve' ? 0 : 4_500_000 });
  });

  test('of two approvers who release at once one decides, and the budget is charged once', async () => {
    const mine = await proposed();
    const yours = (await seeNotice(city, 'app-eins', 'approver2')).sha256;
    const { slow, quick } = await overtaken(
      () => city.post('approver', at('/approve'), { noticeSha256: mine }),
      () => city.post('approver2', at('/approve'), { noticeSha256: yours }),
    );
    expect([slow.status, quick.status]).toEqual([409, 200]);
    expect(await city.budget('struktur-2027')).toMatchObject({ takenCents: 4_500_000 });
  });

  test('a preview of an older proposal releases nothing, though the new one says the same', async () => {
    const old = await proposed();
    await city.post('approver', at('/return'), { comment: 'Bitte noch einmal.' });
    await city.post('case-officer', at('/propose-approval'), EXAMPLE_PROPOSAL);
    expect(await refusalOf(await city.post('approver', at('/approve'), { noticeSha256: old }))).toBe('notice-outdated');
    const { sha256 } = await seeNotice(city, 'app-eins');
    expect(sha256).not.toBe(old);
    expect(await refusalOf(await city.post('approver', at('/approve'), { noticeSha256: old }))).toBe('notice-outdated');
    expect((await city.post('approver', at('/approve'), { noticeSha256: sha256 })).status).toBe(200);
  });

  test('a preview ends with its day in Berlin, to the millisecond', async () => {
    const noticeSha256 = await proposed();
    city.at('2026-11-23T23:00:00.000Z' as Instant);
    expect(await refusalOf(await city.post('approver', at('/approve'), { noticeSha256 }))).toBe('notice-outdated');
    city.at('2026-11-23T22:59:59.999Z' as Instant);
    expect((await city.post('approver', at('/approve'), { noticeSha256 })).status).toBe(200);
  });
});
