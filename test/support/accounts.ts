import type { PersonId } from '../../shared/kernel/id.ts';
import { asId } from '../../shared/kernel/id.ts';
import { addSeconds, type Instant } from '../../shared/kernel/day.ts';
import { HOLD_SECONDS } from '../../shared/accounts/rules/permit.ts';
import { memberKey } from '../../functions/accounts/member.ts';
import type { TestCity } from './city.ts';

export const IBAN = 'DE89370400440532013000';
export const OTHER_IBAN = 'DE38469138101051802512';

/** Makes somebody a member who is paid by these authorities. */
export const makeMember = (city: TestCity, person: string, authorities: readonly string[] = ['be-sen-integration']) =>
  city.deps.journal.commit({
    at: city.deps.clock.now(),
    by: 'system',
    writes: [{ put: { ...memberKey(asId(person)), name: person, language: 'en', authorities } }],
  });

/** The code in the newest mail. */
export const newestCode = ({ mails }: TestCity): string =>
  /confirm\?code=([\w-]{22})/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';

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
  await city.post('certifier', `/api/accounts/${who as PersonId}/confirm`, { hash: pending?.hash });
  city.at(addSeconds(city.deps.clock.now(), HOLD_SECONDS));
};
