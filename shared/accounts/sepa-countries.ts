import { day, type Day } from '../kernel/day.ts';

/** Countries whose accounts a SEPA credit transfer reaches (EPC409-09), by the two letters of their IBAN. */
interface Joined {
  readonly country: string;
  readonly from: Day;
  /** `general`: on every list, no source read for the day. `secondary`: read in the press, not with the EPC. */
  readonly status: 'general' | 'secondary';
  readonly source: string;
}

const LONG_THERE =
  'AD AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM VA';

/** Libraries lag behind whoever joins, and people with an account there cannot wait for them: later ones stand here with their day. */
export const SEPA_COUNTRIES: readonly Joined[] = [
  ...LONG_THERE.split(' ').map((country): Joined => ({
    country,
    from: day('2019-03-01'),
    status: 'general',
    source: 'EPC409-09, scheme countries since Andorra and the Vatican joined',
  })),
  ...['AL', 'MD', 'ME', 'MK'].map((country): Joined => ({
    country,
    from: day('2025-10-05'),
    status: 'secondary',
    source: 'agcnews.eu: reachable since 5 October 2025',
  })),
  {
    country: 'RS',
    from: day('2026-05-05'),
    status: 'secondary',
    source: 'incomemagazine.ro: announced for May 2026; the day of the month is to be read with the EPC',
  },
];

/** Whether a transfer in euro reaches accounts of this country on this day. */
export const isInSepa = (country: string, on: Day): boolean =>
  SEPA_COUNTRIES.some((one) => one.country === country && one.from <= on);
