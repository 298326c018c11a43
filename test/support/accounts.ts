import { asId } from '../../shared/kernel/id.ts';
import { addSeconds, instant, type Instant } from '../../shared/kernel/day.ts';
import { HOLD_SECONDS } from '../../shared/accounts/rules/permit.ts';
import { memberKey, type Member } from '../../functions/bodies/views.ts';
import type { TestCity } from './city.ts';

export const IBAN = 'DE89370400440532013000';
export const OTHER_IBAN = 'DE38469138101051802512';

/** Makes somebody a member who is paid by these authorities. */
export const makeMember = (city: TestCity, person: string, more: Partial<Member> = {}) => {
  const member: Member = {
    person: asId(person),
    name: person,
    email: `${person}@board.example`,
    emailSince: instant('2026-01-01T00:00:00Z'),
    emailProvenAt: instant('2026-01-01T00:00:00Z'),
    language: 'en',
    isNamed: false,
    bodies: [],
    authorities: [asId('be-sen-integration')],
    ...more,
  };
  return city.deps.journal.commit({
    at: city.deps.clock.now(),
    by: 'system',
    writes: [{ put: { ...memberKey(member.person), member, version: 1 } }],
  });
};

/** The code in the newest mail. */
export const newestCode = ({ mails }: TestCity): string =>
  /account\/confirm#([\w-]{22})/.exec(
    mails.findLast(({ text }) => text.includes('/account/confirm#'))?.text ?? '',
  )?.[1] ?? '';

export const mine = async (city: TestCity, who: string) =>
  (await (await city.get(who, '/api/accounts/mine')).json()) as {
    version: number;
    current?: { iban: string; holder: string };
    pending?: { hash: string; heldUntil: Instant };
  };

export const enterAccount = async (city: TestCity, who: string, iban = IBAN, holder = 'Goran Erfundenic') => {
  const { version } = await mine(city, who);
  return city.put(who, '/api/accounts/mine', { iban, holder }, { 'if-match': `"${version}"` });
};

/** Enters bank details, confirms them by code and by a second person, and lets the hold pass. */
export const giveAccount = async (city: TestCity, who: string, iban = IBAN): Promise<void> => {
  await makeMember(city, who);
  const entered = await enterAccount(city, who, iban);
  if (!entered.ok) throw new Error(await entered.text());
  await city.settle();
  await city.post(who, '/api/accounts/mine/confirm', { code: newestCode(city) });
  const { pending } = await mine(city, who);
  await city.post('certifier', `/api/accounts/${who}/confirm`, { hash: pending?.hash });
  city.at(addSeconds(city.deps.clock.now(), HOLD_SECONDS));
};
