import { beforeEach, describe, expect, test } from 'vitest';
import { decideExample, takeEffect } from '../../test/support/example-case.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';
import { organisationKey } from '../organisations/views.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { noticePath } from './views.ts';

describe('delivering a notice', () => {
  let city: TestCity;
  beforeEach(async () => {
    city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
  });

  const post = (notice: string, postedOn: string, who = 'case-officer', annex: object = { annexEnclosed: true }) =>
    city.post(who, `/api/notices/${notice}/posted`, { postedOn, ...annex });
  const open = (notice: string, who = 'signatory') => city.post(who, `/api/notices/${notice}/open`, {});
  const provide = (notice: string, who = 'case-officer') => city.post(who, `/api/notices/${notice}/provide`, {});
  const view = async (notice: string, who = 'signatory') =>
    (await city.get(who, `/api/notices/${notice}`)).json() as Promise<Record<string, unknown>>;
  const published = async () => (await city.deps.journal.page({ pk: 'ledger#queue', limit: 10 })).rows.length;
  const daily = async (at: string) => {
    city.at(at as Instant);
    await city.daily();
    await city.settle();
  };
  const changeOrganisation = async (change: (organisation: Record<string, unknown>) => object) => {
    const [[row] = []] = await city.deps.journal.read([organisationKey(asId('org-brueckenhaus'))]);
    const organisation = change(row!['organisation'] as Record<string, unknown>);
    const act = { at: city.deps.clock.now(), by: 'system' } as const;
    await city.deps.journal.commit({ ...act, writes: [{ put: { ...row!, organisation } }] });
  };
  const withdrawConsent = () => changeOrganisation(({ portalDelivery: _, ...rest }) => rest);

  test('not opened within ten days after the mail: nothing is delivered, it has to be posted', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    expect((await post(notice, '2026-11-23')).status).toBe(409);
    city.at('2026-12-03T23:30:00.000Z' as Instant);
    expect(await view(notice)).toMatchObject({ delivery: { state: 'failed' }, opensByRetrieval: false });
    expect(await (await post(notice, '2026-12-04')).json()).toMatchObject({
      state: 'posted',
      deliveredOn: '2026-12-08',
      remedyUntil: '2027-01-08',
    });
    expect((await post(notice, '2026-12-04')).status).toBe(409);
  });

  test('opened after the provision has ended it delivers nothing, and can still be posted', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    city.at('2026-12-20T09:00:00.000Z' as Instant);
    expect(await (await open(notice)).json()).toMatchObject({ refusal: 'provision-ended' });
    expect(await (await open(notice, 'editor')).json()).toMatchObject({ refusal: 'provision-ended' });
    expect((await open(notice, 'case-officer')).status).toBe(200);
    expect(await view(notice)).toMatchObject({ delivery: { state: 'failed' } });
    expect(await view(notice, 'case-officer')).toMatchObject({ acts: ['post', 'provide'] });
    expect(await (await post(notice, '2026-12-21')).json()).toMatchObject({ refusal: 'posted-on-impossible' });
    expect(await (await post(notice, '2026-12-20')).json()).toMatchObject({ deliveredOn: '2026-12-24' });
    expect((await open(notice)).status).toBe(200);
    expect(await view(notice)).toMatchObject({ delivery: { deliveredOn: '2026-12-24' } });
  });

  test('no letter counts from a day on which the portal still provided the notice, nor from one before a second provision', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    city.at('2026-12-04T09:00:00.000Z' as Instant);
    for (const early of ['2026-11-23', '2026-12-03'])
      expect(await (await post(notice, early)).json()).toMatchObject({ refusal: 'posted-while-provided' });
    expect((await provide(notice)).status).toBe(200);
    city.at('2027-01-10T09:00:00.000Z' as Instant);
    for (const early of ['2026-12-04', '2026-12-14'])
      expect(await (await post(notice, early)).json()).toMatchObject({ refusal: 'posted-while-provided' });
    expect(await view(notice)).toMatchObject({ delivery: { state: 'failed' } });
    expect(await (await post(notice, '2026-12-15')).json()).toMatchObject({ deliveredOn: '2026-12-19' });
  });

  test('consent found withdrawn while it is provided: no letter counts from a day before that', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    await withdrawConsent();
    city.at('2026-11-25T09:00:00.000Z' as Instant);
    for (const early of ['2026-11-23', '2026-11-24'])
      expect(await (await post(notice, early)).json()).toMatchObject({ refusal: 'posted-while-provided' });
    expect((await post(notice, '2026-11-25')).status).toBe(200);
  });

  test('provided anew it is announced again and has ten days of its own', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    const before = city.mails.length;
    expect(await (await provide(notice)).json()).toMatchObject({ refusal: 'already-dispatched' });
    city.at('2026-12-04T09:00:00.000Z' as Instant);
    for (const who of ['signatory', 'approver', 'district-officer', 'auditor'])
      expect((await provide(notice, who)).status).toBe(404);
    expect(await (await provide(notice)).json()).toMatchObject({ state: 'waiting', provisionEnds: '2026-12-14' });
    await city.settle();
    expect(city.mails).toHaveLength(before + 1);
    city.at('2026-12-14T09:00:00.000Z' as Instant);
    expect(await (await open(notice)).json()).toMatchObject({ delivery: { deliveredOn: '2026-12-15' } });
  });

  test('without consent to the portal no mail is sent, and a grant is published once the letter counts as delivered', async () => {
    const { notice } = await decideExample(city, 'app-eins', withdrawConsent);
    expect(city.mails.filter(({ id }) => id.includes('mail'))).toEqual([]);
    expect(await view(notice, 'case-officer')).toMatchObject({ delivery: { state: 'undispatched' }, acts: ['post'] });
    for (const impossible of ['2026-11-22', '2026-11-24'])
      expect(await (await post(notice, impossible)).json()).toMatchObject({ refusal: 'posted-on-impossible' });
    expect(await (await post(notice, '2026-11-23')).json()).toMatchObject({
      deliveredOn: '2026-11-27',
      remedyUntil: '2026-12-28',
    });
    await city.settle();
    await daily('2026-11-26T20:00:00.000Z');
    expect(await published()).toBe(0);
    await daily('2026-11-27T06:00:00.000Z');
    expect(await published()).toBe(1);
    await daily('2026-11-28T06:00:00.000Z');
    expect(await published()).toBe(1);
  });

  test('consent withdrawn while the case runs: neither portal nor mail', async () => {
    const { notice } = await decideExample(city, 'app-eins', withdrawConsent);
    expect(city.mails.filter(({ text }) => text.includes(notice))).toEqual([]);
    expect((await post(notice, '2026-11-23')).status).toBe(200);
  });

  test('consent withdrawn while it waits in the portal: opening delivers nothing, and it can be posted at once', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    await withdrawConsent();
    expect((await open(notice)).status).toBe(200);
    expect(await view(notice)).toMatchObject({ delivery: { state: 'waiting' }, opensByRetrieval: false });
    expect(await (await provide(notice)).json()).toMatchObject({ refusal: 'no-consent' });
    expect(await (await post(notice, '2026-11-23')).json()).toMatchObject({ deliveredOn: '2026-11-27' });
  });

  test('a grant in the portal is published on the day it takes effect, never while it waits', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    await daily('2026-11-24T09:00:00.000Z');
    expect(await published()).toBe(0);
    await open(notice);
    await city.settle();
    await daily('2026-11-24T22:59:00.000Z');
    expect(await published()).toBe(0);
    await daily('2026-11-24T23:01:00.000Z');
    expect(await published()).toBe(1);
  });

  test('a letter whose posting is recorded late is published at once', async () => {
    const { notice } = await decideExample(city, 'app-eins', withdrawConsent);
    city.at('2026-12-10T09:00:00.000Z' as Instant);
    await post(notice, '2026-11-23');
    await city.settle();
    expect(await published()).toBe(1);
  });

  test('case and list say until when a remedy is in time, once the notice was opened', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    const asked = async () => ({
      file: (await (await city.get('signatory', '/api/funding/applications/app-eins')).json()) as object,
      list: (await (await city.get('signatory', '/api/funding/applications')).json()) as { items: object[] },
    });
    expect((await asked()).file).not.toHaveProperty('delivery');
    await takeEffect(city, notice);
    const delivery = { on: '2026-11-24', remedyUntil: '2026-12-24' };
    const { file, list } = await asked();
    expect(file).toMatchObject({ delivery });
    expect(list.items[0]).toMatchObject({ delivery });
  });

  test('nothing counts as opened whose bytes are not there', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    const { sha256 } = await view(notice);
    const bytes = city.deps.files.all.get(noticePath(String(sha256)))!;
    city.deps.files.all.delete(noticePath(String(sha256)));
    await expect(open(notice)).rejects.toThrow('are missing');
    expect(await view(notice)).toMatchObject({ delivery: { state: 'waiting' } });
    city.deps.files.all.set(noticePath(String(sha256)), bytes);
    expect(await (await open(notice)).json()).toMatchObject({ delivery: { state: 'delivered' } });
  });

  test('no notice is issued whose released bytes are missing', async () => {
    const lose = async () => {
      for (const path of city.deps.files.all.keys()) if (path.startsWith('notices/')) city.deps.files.all.delete(path);
    };
    await expect(decideExample(city, 'app-eins', lose)).rejects.toThrow('missing');
    const { items } = (await (await city.get('signatory', '/api/notices')).json()) as { items: object[] };
    expect(items).toEqual([]);
    expect(city.mails.filter(({ subject }) => subject.includes('Bescheid'))).toEqual([]);
  });

  test('a grant is posted only with its general clauses enclosed, which a printed letter does not carry', async () => {
    const { notice } = await decideExample(city, 'app-eins', withdrawConsent);
    expect(await view(notice, 'case-officer')).toMatchObject({ carriesAnnex: true });
    const without = await post(notice, '2026-11-23', 'case-officer', {});
    expect(without.status).toBe(409);
    expect(await without.json()).toMatchObject({ refusal: 'annex-not-enclosed' });
    expect(await view(notice, 'case-officer')).toMatchObject({ delivery: { state: 'undispatched' } });
    expect((await post(notice, '2026-11-23', 'case-officer', { annexEnclosed: false })).status).toBe(400);
    expect((await post(notice, '2026-11-23')).status).toBe(200);
  });

  test('only an officer of the authority records a posting', async () => {
    const { notice } = await decideExample(city, 'app-eins');
    for (const who of ['signatory', 'approver', 'district-officer', 'auditor'])
      expect((await post(notice, '2026-11-23', who)).status).toBe(404);
  });
});
