import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../shared/kernel/day.ts';
import { mailFailureRow } from '../kernel/mail-failure.ts';
import { BOARD, done, planned, seated } from '../../test/support/board.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';

const AT = `/api/bodies/${BOARD}/sittings/sitzung-1`;
const MOVED = { from: '2026-12-04T18:00', to: '2026-12-04T20:00', mode: 'inPerson', place: 'Kiezhaus' };

let city: TestCity;
beforeEach(async () => {
  city = await testCity(instant('2026-11-23T09:00:00Z'));
  await seated(city, { seat: 'sitz-1', as: 'member', person: 'member' });
  await seated(city, { seat: 'sitz-1', as: 'deputy', person: 'editor' });
  await seated(city, { seat: 'sitz-2', as: 'member', person: 'member2', until: '2026-11-30' });
  await planned(city, { sitting: 'sitzung-1', from: '2026-12-03T17:00', to: '2026-12-03T19:00' });
});

const step = (act: string, body: object = {}) => done(city.post('body-office', `${AT}/${act}`, body));
const files = () => city.mails.map(({ attachments }) => attachments?.[0]?.text ?? '');

describe('mail about a sitting', () => {
  test('an invitation reaches member and deputy of that day, nobody whose term has ended, each once', async () => {
    await step('invite');
    await city.settle();
    await city.settle();
    expect(city.mails.map(({ to }) => to).sort()).toEqual(['editor@anteil.example', 'member@anteil.example']);
    expect(city.mails[0]!.text).toContain('03.12.2026');
    for (const file of files()) expect(file).toContain('DTSTART:20261203T160000Z');
  });

  test('speaks the language of whoever reads it', async () => {
    const { version, email } = (await (await city.get('member', '/api/bodies/mine')).json()) as {
      version: number;
      email: string;
    };
    const body = { email, language: 'ar', isNamed: false, acceptsPortalDelivery: false };
    await done(city.put('member', '/api/bodies/mine', body, { 'if-match': `"${version}"` }));
    await step('invite');
    await city.settle();
    const mail = city.mails.find(({ to }) => to === email);
    expect(mail).toMatchObject({ language: 'ar', subject: expect.stringContaining('دعوة') });
  });

  test('a move changes the same entry, a cancellation takes it back and says why', async () => {
    await step('invite');
    await city.settle();
    await step('move', MOVED);
    await city.settle();
    await step('cancel', { reason: 'Der Saal ist gesperrt.' });
    await city.settle();
    expect(city.mails).toHaveLength(6);
    const uids = files().map((file) => /UID:(.*)\r/.exec(file)?.[1]);
    expect(new Set(uids)).toEqual(new Set(['sitzung-1@portal.example']));
    expect(files().map((file) => /SEQUENCE:(\d)/.exec(file)?.[1])).toEqual(['0', '0', '1', '1', '2', '2']);
    expect(city.mails.at(-1)!.text).toContain('Der Saal ist gesperrt.');
    expect(files().at(-1)).toContain('METHOD:CANCEL');
  });

  test('an invitation that was still under way when the sitting was cancelled is not sent', async () => {
    await step('invite');
    await step('cancel', { reason: 'Der Saal ist gesperrt.' });
    await city.settle();
    expect(city.mails.map(({ subject }) => subject.split(':')[0])).toEqual(['Abgesagt', 'Abgesagt']);
  });

  test('nobody is told of a change to a sitting to which nobody was invited', async () => {
    await step('move', MOVED);
    await city.settle();
    expect(city.mails).toEqual([]);
  });

  test('the office reads on the sitting who was not reached, and nobody else does', async () => {
    await step('invite');
    const task = { id: 'told-member', kind: 'bodies.mail', sitting: 'sitzung-1', person: 'member' };
    const at = instant('2026-11-23T10:00:00Z');
    const put = mailFailureRow(task, 'address-refused', at)!;
    await city.deps.journal.commit({ at, by: 'system', writes: [{ put }] });
    const seenBy = async (who: string) => (await (await city.get(who, AT)).json()) as { unreached?: unknown };
    expect((await seenBy('body-office')).unreached).toEqual([
      { name: 'Fatima Probemann', at, reason: 'address-refused' },
    ]);
    for (const who of ['member', 'district-officer']) expect((await seenBy(who)).unreached, who).toBeUndefined();
  });

  test('whoever may read the sitting can take the same file, and nobody else', async () => {
    const taken = await city.get('member', `${AT}/calendar`);
    expect(taken.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    expect(await taken.text()).toContain('UID:sitzung-1@portal.example');
    expect((await city.get('signatory', `${AT}/calendar`)).status).toBe(404);
    expect((await city.get(undefined, `${AT}/calendar`)).status).toBe(401);
  });
});
