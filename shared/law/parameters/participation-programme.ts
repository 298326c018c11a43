import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { basisPoints, history, type Version } from '../parameter.ts';

const NORM = 'Förderrichtlinie des Partizipations- und Integrationsprogramms (PartIntP)';
const SOURCE = 'ikmo-berlin.de ?p=1409; stark-gemacht.de 2019';

/** As the period 2023 to 2025 had it; the call for the years after was not found. */
const until2025 = <V>(value: V): [Version<V>, Version<V>] => [
  {
    value,
    validFrom: day('2023-01-01'),
    validUntil: day('2025-12-31'),
    norm: NORM,
    source: SOURCE,
    status: 'verified-older',
  },
  {
    assumed: value,
    validFrom: day('2026-01-01'),
    norm: NORM,
    source: 'the call for 2026 and later was not found',
    status: 'unknown',
    question: 'What does the current call of the programme say?',
  },
];

/** The Senate's programme for participation and integration (PartIntP), from which structural funding is paid. */
export const PARTICIPATION_PROGRAMME = {
  /** A grant must be higher than this. */
  'partIntP.grantOver': history('cents', ...until2025(cents(10_000_00))),
  /** Own share of the whole cost, in money; about this much. */
  'partIntP.ownShare': history('basisPoints', ...until2025(basisPoints(1000))),
  'partIntP.longestFunding': history('months', ...until2025(36)),
};
