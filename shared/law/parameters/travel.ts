import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { history, type KnownVersion } from '../parameter.ts';

const read = <V>(value: V, norm: string): KnownVersion<V> => ({
  value,
  validFrom: day('2005-09-01'),
  norm,
  source: 'BRKG, text of March 2022; no later change was found',
  status: 'verified-older',
  question: 'Was the BRKG changed after March 2022?',
});

/** Travel costs (Fahrkosten, Wegstrecke) of official journeys. A flat rate for members of boards was not found. */
export const TRAVEL = {
  'travel.carPerKilometre': history('cents', read(cents(20), '§ 5(1) BRKG')),
  'travel.carAtMost': history('cents', read(cents(130_00), '§ 5(1) BRKG')),
  'travel.carAtMostByOrder': history('cents', read(cents(150_00), '§ 5(1) BRKG')),
  /** Only where a considerable official interest was established before the journey. */
  'travel.carPerKilometreInOfficialInterest': history('cents', read(cents(30), '§ 5(2) BRKG')),
  /** After the end of this period the claim is lost (Ausschlussfrist). */
  'travel.claimWithin': history('months', read(6, '§ 3(2) BRKG')),
  'travel.vouchersRequestedWithin': history('months', read(6, '§ 3(2) BRKG')),
  'travel.vouchersShownWithin': history('months', read(3, '§ 3(2) BRKG')),
  /** The portal's reminder, so many days before travel costs are lost. */
  'travel.remindBefore': history('days', {
    value: 30,
    validFrom: day('2005-09-01'),
    norm: 'no norm: the portal’s own reminder',
    source: 'own choice',
    status: 'general',
  }),
};
