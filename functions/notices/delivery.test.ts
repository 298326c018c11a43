import { beforeEach, describe, expect, test } from 'vitest';
import { decideExample } from '../../test/support/example-case.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';
import { organisationKey } from '../organisations/views.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/day.ts';

describe('delivering a notice', () => {
  let city: TestCity;
  beforeEach(async () => {
    city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  });

  const post = (notice: string, postedOn: string, who = 'case-officer') =>
    city.post(who, `/api/notices/${notice}/posted`, { postedOn });
  const published = async () => (await city.deps.journal.page({ pk: 'ledger#queue', limit: 10 })).rows.length;

  test('not opened within ten days after the mail: nothing is delivered, it has to be posted', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    expect((await post(notice, '2026-11-23')).status).toBe(409);
    city.at('2026-12-03T23:30:00.000Z' as Instant);
    expect(await (await city.get('signatory', `/api/notices/${notice}`)).json()).toMatchObject({
      delivery: { state: 'failed' },
    });
    expect(await (await post(notice, '2026-12-04')).json()).toMatchObject({
      state: 'posted',
      deliveredOn: '2026-12-08',
      remedyUntil: '2027-01-08',
    });
    expect((await post(notice, '2026-12-04')).status).toBe(409);
    expect(await published()).toBe(1);
  });

  test('without consent to the portal no mail is sent, and a grant is published once the letter is posted', async () => {
    const key = organisationKey(asId('org-brueckenhaus'));
    const [[row] = []] = await city.deps.journal.read([key]);
    const { portalDelivery: _, ...withoutConsent } = row!['organisation'] as { portalDelivery: object };
    await city.deps.journal.commit({
      at: city.deps.clock.now(),
      by: 'system',
      writes: [{ put: { ...row!, organisation: withoutConsent } }],
    });
    const { notice } = await decideExample(city, 'app-eins');
    expect(city.mails).toEqual([]);
    expect(await published()).toBe(0);
    for (const impossible of ['2026-11-22', '2026-11-24'])
      expect(await (await post(notice, impossible)).json()).toMatchObject({ refusal: 'posted-on-impossible' });
    expect(await (await post(notice, '2026-11-23')).json()).toMatchObject({
      deliveredOn: '2026-11-27',
      remedyUntil: '2026-12-28',
    });
    await city.settle();
    expect(await published()).toBe(1);
  });

  test('only an officer of the authority records a posting', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    for (const who of ['signatory', 'approver', 'district-officer', 'auditor'])
      expect((await post(notice, '2026-11-23', who)).status).toBe(404);
  });
});
