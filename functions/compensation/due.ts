import type { Day } from '../../shared/kernel/day.ts';
import type { ClaimId } from '../../shared/kernel/id.ts';
import type { Row } from '../kernel/journal.ts';

/** Claims by the day on which the portal looks at them again, so that the daily work is a query and no scan. */
export const DUE_PK = 'claim-due';

/** What the portal does on the day: remind of a claim that lies there, or that travel costs will be lost. */
export type Due = 'remind' | 'travel';

export const dueRow = (on: Day, claim: ClaimId, due: Due): Row => ({ pk: DUE_PK, sk: `${on}#${claim}`, claim, due });
