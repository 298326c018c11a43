import { createHash } from 'node:crypto';
import { dayOf, instant } from '../../../shared/kernel/day.ts';
import { asId } from '../../../shared/kernel/id.ts';
import type { Organisation } from '../../../shared/organisations/organisation.ts';
import { DEMO_CALL } from '../../../shared/programmes/demo-call.ts';
import type { Clock } from '../../kernel/clock.ts';
import { listed } from '../../kernel/directory.ts';
import type { Files } from '../../kernel/files.ts';
import type { Journal } from '../../kernel/journal.ts';
import { enteredOrganisation } from '../../organisations/views.ts';
import { RULE_SET_IDS } from '../../../shared/law/rule-set.ts';
import { generalClauses } from '../../../shared/notices/general-clauses.ts';
import { annexPath, annexRow } from '../../notices/annex.ts';
import { placeholderAnnex } from './placeholder-annex.ts';
import { seedCompensation } from './compensation.ts';
import { seedPayers } from './seed-payments.ts';
import { publishedCall } from '../../programmes/views.ts';

interface Ground {
  readonly journal: Journal;
  readonly files: Files;
  readonly clock: Clock;
}

/** Two fictional migrant organisations; names and addresses are made up. */
const ORGANISATIONS: readonly Organisation[] = [
  {
    id: asId('org-brueckenhaus'),
    name: 'Brückenhaus Musterkiez e.V.',
    isLegalPerson: true,
    register: 'VR 99901 B, Amtsgericht Charlottenburg',
    recipientId: 'VR_099901',
    transparencyDbNumber: 'TDB-DEMO-0001',
    street: 'Beispielallee 12',
    postcode: '13187',
    town: 'Berlin',
    addressIsOffice: true,
    portalDelivery: {
      consentedAt: instant('2026-10-01T08:00:00Z'),
      email: 'vorstand@brueckenhaus.example',
      language: 'de',
    },
  },
  {
    id: asId('org-horizont'),
    name: 'Horizont – Nguyễn & Şahin Kulturverein e.V.',
    isLegalPerson: true,
    register: 'VR 99902 B, Amtsgericht Charlottenburg',
    recipientId: 'VR_099902',
    transparencyDbNumber: 'TDB-DEMO-0002',
    street: 'Musterweg 3',
    postcode: '10967',
    town: 'Berlin',
    addressIsOffice: false,
    portalDelivery: { consentedAt: instant('2026-10-02T08:00:00Z'), email: 'post@horizont.example', language: 'ar' },
  },
];

/** The general clauses of every rule set as placeholders that say so: without a stored text no grant can be released. */
const seedAnnexes = async ({ journal, files, clock }: Ground): Promise<void> => {
  for (const ruleSet of RULE_SET_IDS)
    for (const mode of ['project', 'institutional'] as const) {
      const of = { authority: DEMO_CALL.programme.authority, ruleSet, mode };
      const { title, edition } = generalClauses(ruleSet, mode)!;
      const bytes = placeholderAnnex(`${title} ${edition}`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await files.put(annexPath(sha256), bytes, { type: 'application/pdf', immutable: true });
      const row = annexRow(of, sha256, dayOf(clock.now()));
      await journal.commit({ at: clock.now(), by: 'system', writes: [{ put: row, if: { version: 0 } }] });
    }
};

/** Enters the demo organisations and the call with its budget; what is there already stays as it is. */
export const seedCity = async (ground: Ground): Promise<void> => {
  const { journal, clock } = ground;
  const act = { at: clock.now(), by: 'system' } as const;
  for (const organisation of ORGANISATIONS)
    await journal.commit({ ...act, writes: [enteredOrganisation(organisation)] });
  await journal.commit({ ...act, writes: ORGANISATIONS.flatMap((one) => listed('organisations', one)) });
  await journal.commit({ ...act, guards: publishedCall(DEMO_CALL) });
  await seedAnnexes(ground);
  await seedCompensation({ journal, clock });
  await seedPayers({ journal, clock });
};
