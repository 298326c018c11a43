import { addSeconds } from '../../../shared/kernel/day.ts';
import type { AccountFact } from '../../../shared/accounts/facts.ts';
import { accountAsk, accountPk, detailsSk } from '../../accounts/views.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Journal } from '../../kernel/journal.ts';
import { seal } from '../../kernel/seal.ts';
import { BOARD_PEOPLE, PEOPLE, type DemoPerson } from './people.ts';

/** Right by their check digits, of banks that do not exist; none of them is an authority's. */
const IBANS = [
  'DE27637129269083016613',
  'DE36297124170308246281',
  'DE92593246291909378657',
  'DE58865434258757491186',
  'DE48363871299555979711',
  'DE30582158575075291703',
  'DE85534778237684268465',
  'DE72743233440792440268',
  'DE46663918976661760313',
  'DE09832612138159013962',
  'DE37566822887741215472',
  'DE55914963918414852538',
];

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
