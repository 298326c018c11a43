import { beforeEach, describe, expect, test } from 'vitest';
import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import {
  enterAccount,
  giveAccount,
  IBAN,
  makeMember,
  mine,
  newestCode,
  OTHER_IBAN,
} from '../../test/support/accounts.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';
import { personKey } from '../kernel/person.ts';
import { accountAsk, accountState, usableAccount } from './views.ts';

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
const second = async (who: string, hash?: string) =>
  city.post(who, `/api/accounts/${HOLDER}/confirm`, { hash: hash ?? (await mine(city, HOLDER)).pending!.hash });
const usable = async () => {
  const [rows = []] = await city.deps.journal.read([accountAsk(OWNER)]);
  const found = usableAccount(rows, city.deps.clock.now());
  return found.ok ? found.value.iban : found.refusal;
};
const state = async () => {
  const [rows = []] = await city.deps.journal.read([accountAsk(OWNER)]);
  return accountState(rows, city.deps.clock.now());
};

/** The mails that carry a code. */
const codes = ({ mails }: TestCity) => mails.filter(({ text }) => text.includes('/account/confirm#'));

describe('new bank details', () => {
  test('are in force when code, second person and 24 hours have come together, to the second', async () => {
    expect(await state()).toBe('none');
    expect((await enterAccount(city, HOLDER)).status).toBe(200);
    await city.settle();
    expect((await confirm(newestCode(city))).status).toBe(200);
    expect((await second('certifier')).status).toBe(200);
    city.at(addSeconds(NOON, 86_399));
    expect([await usable(), await state()]).toEqual(['account-missing', 'pending']);
    city.at(addSeconds(NOON, 86_400));
    expect([await usable(), await state()]).toEqual([IBAN, 'inForce']);
  });

  test.each([
    ['the code', async () => void (await second('certifier'))],
    ['the second person', async () => void (await confirm(newestCode(city)))],
  ])('are not in force without %s, however long ago they were entered', async (_, half) => {
    await enterAccount(city, HOLDER);
    await city.settle();
    await half();
    city.at(addSeconds(NOON, 30 * 86_400));
    expect(await usable()).toBe('account-missing');
  });

  test('hold payments while they wait, and the old ones stay if they are withdrawn or rejected', async () => {
    await giveAccount(city, HOLDER);
    await enterAccount(city, HOLDER, OTHER_IBAN);
    expect([await usable(), await state()]).toEqual(['account-changing', 'changing']);
    await city.post(HOLDER, '/api/accounts/mine/withdraw', {});
    expect(await usable()).toBe(IBAN);
    await enterAccount(city, HOLDER, OTHER_IBAN);
    const { pending } = await mine(city, HOLDER);
    const reason = 'Der Name passt nicht zur Nummer.';
    expect((await city.post('orderer', `/api/accounts/${HOLDER}/reject`, { hash: pending!.hash, reason })).status).toBe(
      200,
    );
    expect(await usable()).toBe(IBAN);
    expect(await mine(city, HOLDER)).toMatchObject({ rejected: { reason }, current: { iban: '•••• 3000' } });
    expect(JSON.stringify((city.deps.journal as { rows?: unknown }).rows ?? '')).not.toContain(OTHER_IBAN);
  });

  test('are entered by someone who signed in a moment ago, in the version they saw', async () => {
    const stale = await city.put(
      `${HOLDER}:stale`,
      '/api/accounts/mine',
      { iban: IBAN, holder: 'G' },
      { 'if-match': '"0"' },
    );
    expect(await refusalOf(stale)).toEqual([401, 'sign-in-again']);
    expect((await enterAccount(city, HOLDER)).status).toBe(200);
    const put = (iban: string) =>
      city.put(HOLDER, '/api/accounts/mine', { iban, holder: 'Goran Erfundenic' }, { 'if-match': '"0"' });
    expect((await put(IBAN)).status).toBe(200);
    expect(await refusalOf(put(OTHER_IBAN))).toEqual([409, 'changed-meanwhile']);
    await city.settle();
    expect(codes(city)).toHaveLength(1);
  });

  test.each([
    [{ iban: 'DE8937040044053201300', holder: 'A' }, 400, 'malformed', /DE.*22.*21/],
    [{ iban: 'DE88370400440532013000', holder: 'A' }, 400, 'malformed', /Prüfziffern/],
    [{ iban: '', holder: 'A' }, 400, 'malformed', /füllen/],
    [{ iban: IBAN, holder: ' ' }, 400, 'malformed', /füllen/],
    [{ iban: IBAN, holder: 'Олена' }, 409, 'holder-not-latin', /Bankkarte/],
    [{ iban: IBAN, holder: 'x'.repeat(71) }, 409, 'holder-not-latin', /70/],
  ])('%j: what is wrong is said in words at its field', async (body, status, refusal, words) => {
    const answer = await city.put(HOLDER, '/api/accounts/mine', body, { 'if-match': '"0"' });
    const problem = (await answer.json()) as { refusal: string; issues: { message: string }[] };
    expect([answer.status, problem.refusal]).toEqual([status, refusal]);
    expect(problem.issues[0]!.message).toMatch(words);
  });

  test('that are in force already are not entered again; nor by people whom nobody pays', async () => {
    await giveAccount(city, HOLDER);
    expect(await refusalOf(enterAccount(city, HOLDER))).toEqual([409, 'account-unchanged']);
    expect(await refusalOf(enterAccount(city, 'editor'))).toEqual([403, 'not-permitted']);
  });
});

describe('the second person', () => {
  beforeEach(async () => {
    await enterAccount(city, HOLDER);
    await city.settle();
  });

  test('is a certifier or orderer of an authority that pays, signed in a moment ago; all others find nothing', async () => {
    for (const who of ['case-officer', 'body-office', 'member', 'district-officer', 'auditor', 'admin'])
      expect(await refusalOf(second(who))).toEqual([404, 'not-found']);
    expect(await refusalOf(second('certifier:stale'))).toEqual([401, 'sign-in-again']);
    expect((await second('orderer')).status).toBe(200);
  });

  test('confirms exactly what was seen', async () => {
    const { pending } = await mine(city, HOLDER);
    await enterAccount(city, HOLDER, OTHER_IBAN);
    expect(await refusalOf(second('certifier', pending!.hash))).toEqual([409, 'changed-meanwhile']);
  });

  test('is never the holder, whatever roles they hold', async () => {
    const key = personKey(OWNER.id);
    const [[row] = []] = await city.deps.journal.read([key]);
    const roles = [{ role: 'certifier', scope: 'be-sen-integration' }];
    await city.deps.journal.commit({ at: NOON, by: 'system', writes: [{ put: { ...row!, roles } }] });
    expect(await refusalOf(second(HOLDER))).toEqual([409, 'own-account']);
    const lines = (await (await city.get(HOLDER, '/api/accounts/pending')).json()) as { items: object[] };
    expect(lines.items).toEqual([expect.objectContaining({ person: HOLDER, mayConfirm: false })]);
  });

  test('finds it in a list, whole; the auditor reads it masked; it is gone once it is confirmed', async () => {
    const list = async (who: string) =>
      (await (await city.get(who, '/api/accounts/pending?authority=be-sen-integration')).json()) as { items: object[] };
    expect((await list('certifier')).items).toEqual([
      expect.objectContaining({
        name: 'Goran Erfundenić',
        mayConfirm: true,
        pending: expect.objectContaining({ iban: IBAN }),
      }),
    ]);
    expect(JSON.stringify(await list('auditor'))).not.toContain(IBAN);
    expect(await refusalOf(city.get('case-officer', '/api/accounts/pending?authority=be-sen-integration'))).toEqual([
      403,
      'not-permitted',
    ]);
    await second('certifier');
    expect((await list('certifier')).items).toEqual([]);
  });

  test('finds the newest details only, and none that were withdrawn', async () => {
    await enterAccount(city, HOLDER, OTHER_IBAN);
    const list = async () =>
      ((await (await city.get('orderer', '/api/accounts/pending')).json()) as { items: object[] }).items;
    expect(await list()).toEqual([expect.objectContaining({ pending: expect.objectContaining({ iban: OTHER_IBAN }) })]);
    await city.post(HOLDER, '/api/accounts/mine/withdraw', {});
    expect(await list()).toEqual([]);
  });
});
