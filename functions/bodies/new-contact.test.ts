import { beforeEach, describe, expect, test } from 'vitest';
import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import { seated } from '../../test/support/board.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';

const NOON = '2026-11-23T11:00:00.000Z' as Instant;
const NEW = 'fatima@verein.example';

let city: TestCity;
beforeEach(async () => {
  city = await testCity(NOON);
  await seated(city, { seat: 'sitz-1', as: 'member', person: 'member' });
});

interface Mine {
  readonly version: number;
  readonly email: string;
  readonly newEmail?: string;
}
const mine = async () => (await (await city.get('member', '/api/bodies/mine')).json()) as Mine;
const asked = async (email = NEW, who = 'member') => {
  const { version } = await mine();
  const body = { email, language: 'de', isNamed: false, acceptsPortalDelivery: false };
  const answer = await city.put(who, '/api/bodies/mine', body, { 'if-match': `"${version}"` });
  await city.settle();
  return answer;
};
const code = () => /#([\w-]{22})/.exec(city.mails.findLast(({ to }) => to === NEW)?.text ?? '')?.[1] ?? '';
const confirmed = async (with_: string) => {
  const answer = await city.post('member', '/api/bodies/mine/confirm-contact', { code: with_ });
  return answer.status === 200 ? 'done' : ((await answer.json()) as { refusal: string }).refusal;
};

describe('another mail address', () => {
  test('counts when its owner has shown the code, and not before', async () => {
    expect((await asked()).status).toBe(200);
    expect(await mine()).toMatchObject({ email: 'member@anteil.example', newEmail: NEW });
    expect(await confirmed('wrong')).toBe('contact-code-wrong');
    expect(await confirmed(code())).toBe('done');
    const after = await mine();
    expect(after).toMatchObject({ email: NEW });
    expect(after).not.toHaveProperty('newEmail');
    expect(await confirmed(code())).toBe('no-new-contact');
  });

  test('is told to the old one, without the code', async () => {
    await asked();
    const [, notice] = city.mails;
    expect(city.mails.map(({ to }) => to)).toEqual([NEW, 'member@anteil.example']);
    expect(notice!.text).not.toContain(code());
    expect(notice!.text).not.toContain(NEW);
  });

  test('after another change is told to the sign-in as well', async () => {
    await asked();
    await confirmed(code());
    city.mails.length = 0;
    await asked('drittes@verein.example');
    expect(city.mails.map(({ to }) => to)).toEqual(['drittes@verein.example', NEW, 'member@anteil.example']);
  });

  test('is asked for by someone who signed in a moment ago; other details are not', async () => {
    expect((await asked(NEW, 'member:stale')).status).toBe(401);
    expect((await asked('member@anteil.example', 'member:stale')).status).toBe(200);
    expect(city.mails).toEqual([]);
  });

  test('ends after three days or five wrong codes', async () => {
    await asked();
    city.at(addSeconds(NOON, 3 * 86_400));
    expect(await confirmed(code())).toBe('contact-code-over');
    city.at(NOON);
    for (const wrong of ['a', 'b', 'c', 'd']) expect(await confirmed(wrong)).toBe('contact-code-wrong');
    expect(await confirmed('e')).toBe('contact-code-used-up');
    expect(await confirmed(code())).toBe('contact-code-used-up');
  });

  test('that cannot receive mail is refused at the field', async () => {
    for (const typed of ['a\u0000b@x.example', 'a@x.example,evil.example', 'a..b@x.example', 'mailto:a@x.example'])
      expect((await asked(typed)).status, JSON.stringify(typed)).toBe(400);
  });
});
