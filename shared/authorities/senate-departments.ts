import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import type { Authority } from './authority.ts';

/** The department to which the Senate commissioner for participation, integration and migration belongs. */
export const SENATE_INTEGRATION: Authority = {
  id: asId<'authority'>('be-sen-integration'),
  kind: 'senate',
  names: [
    {
      name: 'Senatsverwaltung für Integration, Arbeit und Soziales',
      nameInDative: 'der Senatsverwaltung für Integration, Arbeit und Soziales',
      validFrom: day('2021-12-21'),
      validUntil: day('2023-04-26'),
      norm: 'Geschäftsverteilung des Senats von Berlin',
      source: 'common knowledge',
      status: 'general',
    },
    {
      name: 'Senatsverwaltung für Arbeit, Soziales, Gleichstellung, Integration, Vielfalt und Antidiskriminierung',
      nameInDative:
        'der Senatsverwaltung für Arbeit, Soziales, Gleichstellung, Integration, Vielfalt und Antidiskriminierung',
      validFrom: day('2023-04-27'),
      norm: 'Geschäftsverteilung des Senats von Berlin',
      source: 'berlin.de, 2023; a Senate formed after September 2026 may have renamed it',
      status: 'verified-older',
    },
  ],
  unit: 'Die Beauftragte des Senats für Partizipation, Integration und Migration',
  address: {
    street: 'Potsdamer Straße 65',
    postcode: '10785',
    town: 'Berlin',
    norm: 'no norm',
    source: 'common knowledge; the department itself has its seat elsewhere in Berlin',
    status: 'general',
  },
  contact: {
    mail: 'post@integration.berlin.example',
    website: 'https://www.berlin.de/lb/intmig/',
    norm: 'no norm',
    source: 'the mail address is a placeholder that reaches nobody; set it before going live',
    status: 'unknown',
  },
};
