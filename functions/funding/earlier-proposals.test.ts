import { expect, test } from 'vitest';
import { EXAMPLE_PROPOSAL, seeNotice, submitExample } from '../../test/support/example-case.ts';
import { testCity } from '../../test/support/city.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { CaseView } from '../../shared/funding/wire.ts';

const CASE = '/api/funding/applications/app-eins';

const started = async () => {
  const city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  await submitExample(city, 'app-eins');
  const propose = (reasons: string) =>
    city.post('case-officer', `${CASE}/propose-approval`, { ...EXAMPLE_PROPOSAL, reasons });
  const sendBack = (comment: string) => city.post('approver', `${CASE}/return`, { comment });
  const seenBy = async (who: string) => (await (await city.get(who, CASE)).json()) as CaseView;
  return { city, propose, sendBack, seenBy };
};

test('every proposal that was sent back stays readable in the file, with its own words', async () => {
  const { city, propose, sendBack, seenBy } = await started();
  await propose('Erste Begründung.');
  await sendBack('Bitte den Zweck nennen.');
  await propose('Zweite Begründung.');
  await sendBack('Bitte die Miete prüfen.');
  await propose('Dritte Begründung.');
  const { sha256 } = await seeNotice(city, 'app-eins');
  expect((await city.post('approver', `${CASE}/approve`, { noticeSha256: sha256 })).status).toBe(200);
  for (const who of ['auditor', 'case-officer', 'approver']) {
    const { steps, proposal } = await seenBy(who);
    const fallen = steps.flatMap((step) => (step.proposal === undefined ? [] : [step.proposal]));
    expect(
      fallen.map(({ reasons, amountCents }) => ({ reasons, amountCents })),
      who,
    ).toEqual([
      { reasons: 'Erste Begründung.', amountCents: 4_500_000 },
      { reasons: 'Zweite Begründung.', amountCents: 4_500_000 },
    ]);
    expect(proposal?.reasons).toBe('Dritte Begründung.');
  }
});

test('the applicant reads no proposal, neither open nor sent back, nor the law beside it', async () => {
  const { propose, sendBack, seenBy } = await started();
  await propose('Erste Begründung.');
  await sendBack('Bitte den Zweck nennen.');
  await propose('Zweite Begründung.');
  const seen = JSON.stringify(await seenBy('signatory'));
  expect(seen).not.toMatch(/Begründung|Zweck nennen|"law"|secondary/);
});

test('officials see the status of the law until the decision, of the rule set that the notice will name', async () => {
  const { city, propose, seenBy } = await started();
  const inReview = await seenBy('case-officer');
  expect(inReview.law).toContainEqual(expect.objectContaining({ name: 'spendWithin', status: 'secondary' }));
  expect(inReview.law).toContainEqual(expect.objectContaining({ name: 'remedy', status: 'general' }));
  await propose('Begründung.');
  expect((await seenBy('approver')).law).toEqual(inReview.law);
  const { sha256 } = await seeNotice(city, 'app-eins');
  await city.post('approver', `${CASE}/approve`, { noticeSha256: sha256 });
  expect(await seenBy('approver')).not.toHaveProperty('law');
});
