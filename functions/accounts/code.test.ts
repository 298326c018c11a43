import { beforeEach, describe, expect, test } from 'vitest';
import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { enterAccount, makeMember, newestCode, OTHER_IBAN } from '../../test/support/accounts.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';
import { accountAsk } from './views.ts';

const NOON = '2026-11-23T11:00:00.000Z' as Instant;
const HOLDER = 'member2';
const OWNER = { kind: 'person', id: asId<'person'>(HOLDER) } as const;

let city: TestCity;
beforeEach(async () => {
  city = await testCity(NOON);
  await makeMember(city, HOLDER);
});

const refusalOf = async (answer: Response | Promise<Response>) => {
  const { status } = await answer;
  return [status, ((await (await answer).json()) as { refusal?: string }).refusal];
};
const confirm = (code: string, who = HOLDER) => city.post(who, '/api/accounts/mine/confirm', { code });
/** The mails that carry a code. */
const codes = ({ mails }: TestCity) => mails.filter(({ text }) => text.includes('/account/confirm#'));

describe('the code', () => {
  test('goes to the contact known before, names no number, and only its hash is stored', async () => {
    await enterAccount(city, HOLDER);
    await city.settle();
    const [mail] = city.mails;
    expect(mail).toMatchObject({ to: 'member2@board.example', language: 'en' });
    expect(mail!.text).not.toMatch(/DE89|3000/);
    expect(mail!.text).toContain('If it was not you');
    const [rows = []] = await city.deps.journal.read([accountAsk(OWNER)]);
    expect(JSON.stringify(rows)).not.toContain(newestCode(city));
    expect(Buffer.from(newestCode(city), 'base64url')).toHaveLength(16);
  });

  test('never goes to an address that was changed within a day, and the page is told so', async () => {
    await makeMember(city, HOLDER, { email: 'thief@elsewhere.example', emailSince: addSeconds(NOON, -86_399) });
    expect(await (await enterAccount(city, HOLDER)).json()).toMatchObject({
      contact: 'm•••@anteil.example',
      isEarlierContact: true,
    });
    await city.settle();
    expect(city.mails.map(({ to }) => to)).toEqual(['member2@anteil.example']);
    city.at(addSeconds(NOON, 1));
    expect(await (await enterAccount(city, HOLDER, OTHER_IBAN)).json()).toMatchObject({
      contact: 't•••@elsewhere.example',
    });
  });

  test('never goes to an address that nobody has proven, however long it stands there', async () => {
    const emailSince = addSeconds(NOON, -90 * 86_400);
    const { emailProvenAt: _, ...unproven } = {
      email: 'thief@elsewhere.example',
      emailSince,
      emailProvenAt: undefined,
    };
    await makeMember(city, HOLDER, { ...unproven, emailProvenAt: undefined as never });
    await enterAccount(city, HOLDER);
    await city.settle();
    expect(city.mails.map(({ to }) => to)).toEqual(['member2@anteil.example']);
    const { items } = (await (await city.get('certifier', '/api/accounts/pending')).json()) as { items: object[] };
    expect(items).toMatchObject([{ changedContact: { address: 't•••@elsewhere.example', isProven: false } }]);
  });

  test('goes to the proven address, and the address of the sign-in is told', async () => {
    await enterAccount(city, HOLDER);
    await city.settle();
    expect(city.mails.map(({ to }) => to)).toEqual(['member2@board.example', 'member2@anteil.example']);
    expect(city.mails[1]!.text).not.toContain(newestCode(city));
  });

  test('ends after three days, to the second', async () => {
    await enterAccount(city, HOLDER);
    await city.settle();
    city.at(addSeconds(NOON, 3 * 86_400));
    expect(await refusalOf(confirm(newestCode(city)))).toEqual([409, 'code-over']);
    city.at(addSeconds(NOON, 3 * 86_400 - 1));
    expect((await confirm(newestCode(city))).status).toBe(200);
  });

  test('of someone else is as wrong as any other; after five wrong ones the right one is too late', async () => {
    await makeMember(city, 'member');
    await enterAccount(city, 'member', OTHER_IBAN);
    await city.settle();
    const foreign = newestCode(city);
    await enterAccount(city, HOLDER);
    await city.settle();
    const right = newestCode(city);
    const wrong = await refusalOf(confirm(foreign));
    expect(wrong).toEqual([409, 'code-wrong']);
    for (const code of ['a', 'b', 'c']) expect(await refusalOf(confirm(code))).toEqual(wrong);
    expect(await refusalOf(confirm('d'))).toEqual([409, 'code-used-up']);
    expect(await refusalOf(confirm(right))).toEqual([409, 'code-used-up']);
    await enterAccount(city, HOLDER, OTHER_IBAN);
    await city.settle();
    expect(await refusalOf(confirm(right))).toEqual([409, 'code-wrong']);
    expect((await confirm(newestCode(city))).status).toBe(200);
  });

  test('is sent again with another one when its reaction failed, and both are good', async () => {
    await enterAccount(city, HOLDER);
    const send = city.deps.mailer.send;
    let failures = 1;
    city.deps.mailer.send = async (mail) => {
      await send(mail);
      if ((failures -= 1) === 0) throw new Error('The line broke after the mail had left');
    };
    await expect(city.settle()).rejects.toThrow();
    await city.settle();
    expect(codes(city)).toHaveLength(2);
    const [first = ''] = codes(city).map(({ text }) => /confirm#([\w-]{22})/.exec(text)?.[1] ?? '');
    expect(first).not.toBe(newestCode(city));
    expect((await confirm(first)).status).toBe(200);
  });
});
