import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { history, type KnownVersion } from '../parameter.ts';

const ORDINANCE = '§ 1(1) DepEntschGDV';
const EDITION_READ = day('2011-01-01');

/** Amounts were read in editions of the Act to March 2022 and of the ordinance to September 2021. */
const amount = (value: number, norm: string, source: string): KnownVersion<ReturnType<typeof cents>> => ({
  value: cents(value),
  validFrom: EDITION_READ,
  norm,
  source,
  status: 'verified-older',
  question: 'Was the amount changed after March 2022?',
});

/** Compensation (Aufwandsentschädigung) of volunteers on bodies: attendance fees (Sitzungsgeld) and their limits. */
export const COMPENSATION = {
  'compensation.attendanceFee': history(
    'cents',
    amount(20_00, ORDINANCE, 'DepEntschGDV, editions of 2011 and 2021; parliamentary answer 17/11732; Pankow'),
  ),
  'compensation.citizenDeputyFee': history(
    'cents',
    amount(20_00, '§ 7 DepEntschG BE', 'bezirksverwaltungsrecht.berlin'),
  ),
  'compensation.assemblyPlenaryFee': history(
    'cents',
    amount(31_00, '§ 2 DepEntschG BE', 'bezirksverwaltungsrecht.berlin'),
  ),
  'compensation.assemblyTravelPerMonth': history(
    'cents',
    amount(41_00, '§ 3 DepEntschG BE', 'bezirksverwaltungsrecht.berlin'),
  ),
  /** A sitting that is longer than this, not exactly as long, counts twice. */
  'compensation.longSittingOver': history('minutes', {
    value: 360,
    validFrom: EDITION_READ,
    norm: ORDINANCE,
    source: 'DepEntschGDV, editions of 2011 and 2021',
    status: 'verified-older',
  }),
  /** Local time before which a sitting must begin to be one of the morning. */
  'compensation.morningBefore': history('text', {
    value: '12:00',
    validFrom: EDITION_READ,
    norm: ORDINANCE,
    source: 'common understanding of morning',
    status: 'general',
  }),
  /** Fees for one day at most; whether a long sitting and another half-day make three is open. */
  'compensation.unitsPerDay': history('count', {
    assumed: 2,
    validFrom: EDITION_READ,
    norm: ORDINANCE,
    source: 'wording of the ordinance, which leaves the case open',
    status: 'unknown',
    question: 'Do a sitting over six hours and one in the other half of the day make three fees?',
  }),
  'compensation.workingGroupsPaid': history('flag', {
    assumed: false,
    validFrom: EDITION_READ,
    norm: ORDINANCE,
    source: 'asked in parliamentary question 17/11732',
    status: 'unknown',
    question: 'Are sittings of working groups paid?',
  }),
  'compensation.onlineAttendancePaid': history('flag', {
    validFrom: EDITION_READ,
    norm: ORDINANCE,
    source: 'not found',
    status: 'unknown',
    question: 'Does taking part online count as attendance? To be decided for each body.',
  }),
  /** Counted from the end of the year in which the claim arose. */
  'compensation.limitation': history('months', {
    value: 36,
    validFrom: EDITION_READ,
    norm: '§§ 195, 199(1) BGB',
    source: 'general limitation; no shorter period was found',
    status: 'general',
  }),
  'compensation.remindAfter': history('days', {
    value: 42,
    validFrom: EDITION_READ,
    norm: 'no norm: the portal’s own reminder',
    source: 'own choice',
    status: 'general',
  }),
  'compensation.softCloseAfter': history('months', {
    value: 6,
    validFrom: EDITION_READ,
    norm: 'no norm: the portal’s own reminder',
    source: 'own choice',
    status: 'general',
  }),
};
