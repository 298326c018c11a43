import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { history } from '../parameter.ts';

const FROM_2025 = day('2025-01-01');
const UNTIL_2025 = day('2025-12-31');
const FROM_2026 = day('2026-01-01');
const AMENDMENT = 'Steueränderungsgesetz 2025, Bundesrat of 2025-12-19';

/** Amounts that the yearly statement explains. It never promises that something is free of tax. */
export const TAX = {
  'tax.instructorAllowance': history(
    'cents',
    {
      value: cents(3_000_00),
      validFrom: FROM_2025,
      validUntil: UNTIL_2025,
      norm: '§ 3 Nr. 26 EStG',
      source: AMENDMENT,
      status: 'verified',
    },
    { value: cents(3_300_00), validFrom: FROM_2026, norm: '§ 3 Nr. 26 EStG', source: AMENDMENT, status: 'verified' },
  ),
  'tax.volunteerAllowance': history(
    'cents',
    {
      value: cents(840_00),
      validFrom: FROM_2025,
      validUntil: UNTIL_2025,
      norm: '§ 3 Nr. 26a EStG',
      source: AMENDMENT,
      status: 'verified',
    },
    { value: cents(960_00), validFrom: FROM_2026, norm: '§ 3 Nr. 26a EStG', source: AMENDMENT, status: 'verified' },
  ),
  /** One third of a compensation from public funds is free, at least this a month; all bodies of Berlin together. */
  'tax.publicFundsPerMonth': history(
    'cents',
    {
      value: cents(250_00),
      validFrom: FROM_2025,
      validUntil: UNTIL_2025,
      norm: '§ 3 Nr. 12 S. 2 EStG, R 3.12(3) LStR',
      source: 'Deutsche Rentenversicherung; Haufe',
      status: 'secondary',
    },
    {
      assumed: cents(250_00),
      validFrom: FROM_2026,
      norm: '§ 3 Nr. 12 S. 2 EStG, R 3.12(3) LStR',
      source: 'a rise to 275 euros was heard of and not found',
      status: 'unknown',
      question: 'Which amount do the LStR name for 2026?',
    },
  ),
  'tax.casualActivityPerDay': history('cents', {
    value: cents(8_00),
    validFrom: day('2021-01-01'),
    norm: 'R 3.12(5) LStR',
    source: 'Federal Ministry of Finance, 2021',
    status: 'verified-older',
  }),
  /** Payments to one person in a year below this amount need not be reported to the tax office. */
  'tax.reportingThreshold': history(
    'cents',
    {
      value: cents(1_500_00),
      validFrom: day('2022-01-01'),
      validUntil: day('2024-12-31'),
      norm: '§ 7(2) MV',
      source: 'MV, text of March 2022',
      status: 'verified',
    },
    {
      value: cents(3_000_00),
      validFrom: FROM_2025,
      norm: '§ 7(2) MV',
      source:
        'leaflets of VGH Baden-Württemberg and Schleswig-Holstein (2026); kommunal.de; each names it per authority',
      status: 'secondary',
    },
  ),
};
