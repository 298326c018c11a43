import { addSeconds } from '../../../shared/kernel/day.ts';
import type { AccountFact } from '../../../shared/accounts/facts.ts';
import { accountAsk, accountPk, detailsSk } from '../../accounts/views.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Journal } from '../../kernel/journal.ts';
import { seal } from '../../kernel/seal.ts';
import { BOARD_PEOPLE, PEOPLE, type DemoPerson } from './people.ts';

/** Right by their check digits, of banks that do not exist. */
const IBANS = ['DE38469138101051802512', 'DE48831978578963334018', 'DE14225755620939042955', 'DE38853290379443935785'];

const A_MONTH_SECONDS = 30 * 24 * 60 * 60;

/** Everybody who sits on a board but `member2`, who shows what it is like before bank details are entered. */
const holders = (): DemoPerson[] =>
  [...PEOPLE, ...BOARD_PEOPLE].filter(
    ({ id, roles }) => id !== 'member2' && roles.some(({ role }) => role === 'member'),
  );

/** Bank details that were entered and confirmed a month ago, so that the city can pay; what is there already stays. */
export const seedAccounts = async (deps: { readonly journal: Journal; readonly clock: Clock }): Promise<void> => {
  const at = addSeconds(deps.clock.now(), -A_MONTH_SECONDS);
  for (const [index, { id, name }] of holders().entries()) {
    const owner = { kind: 'person', id } as const;
    const [rows = []] = await deps.journal.read([accountAsk(owner)]);
    if (rows.length > 0) continue;
    const details = { iban: IBANS[index % IBANS.length]!, holder: name };
    const { salt, hash } = seal(details);
    const facts: AccountFact[] = [
      { type: 'account.entered', hash, heldUntil: at },
      { type: 'account.confirmedByHolder', hash },
      { type: 'account.confirmedByOfficer', hash },
    ];
    const pk = accountPk(owner);
    await deps.journal.commit({
      at,
      by: 'system',
      facts: [{ pk, after: 0, facts }],
      writes: [{ put: { pk, sk: detailsSk(hash), ...details, salt } }],
    });
  }
};
