import { instant } from '../../../shared/kernel/day.ts';
import { asId } from '../../../shared/kernel/id.ts';
import type { Organisation } from '../../../shared/organisations/organisation.ts';
import { DEMO_CALL } from '../../../shared/programmes/demo-call.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Journal } from '../../kernel/journal.ts';
import { enteredOrganisation } from '../../organisations/views.ts';
import { seedCompensation } from './compensation.ts';
import { seedPayers } from './seed-payments.ts';
import { publishedCall } from '../../programmes/views.ts';

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

/** Enters the demo organisations and the call with its budget; what is there already stays as it is. */
export const seedCity = async ({
  journal,
  clock,
}: {
  readonly journal: Journal;
  readonly clock: Clock;
}): Promise<void> => {
  const act = { at: clock.now(), by: 'system' } as const;
  for (const organisation of ORGANISATIONS)
    await journal.commit({ ...act, writes: [enteredOrganisation(organisation)] });
  await journal.commit({ ...act, guards: publishedCall(DEMO_CALL) });
  await seedCompensation({ journal, clock });
  await seedPayers({ journal, clock });
};
