import { cents } from '../../kernel/cents.ts';
import { day } from '../../kernel/day.ts';
import { basisPoints, history, type Known, type Validity } from '../parameter.ts';

const NORM = 'Förderrichtlinie des Partizipations- und Integrationsprogramms (PartIntP)';
const FROM_2026 = day('2026-01-01');
const QUESTION = 'What does the current call of the programme say?';

const until2025 = <V>(value: V, source: string): Known<V> & Validity => ({
  value,
  validFrom: day('2023-01-01'),
  validUntil: day('2025-12-31'),
  norm: NORM,
  source,
  status: 'verified-older',
});

const from2026 = <V>(value: V): Known<V> & Validity => ({
  value,
  validFrom: FROM_2026,
  norm: NORM,
  source: 'berlin.de/lb/intmig 1544657; demokratie-vielfalt-respekt.de',
  status: 'verified',
});

const IKMO = 'ikmo-berlin.de ?p=1409; stark-gemacht.de 2019';

/** The Senate's programme for participation and integration (PartIntP), from which structural funding is paid. */
export const PARTICIPATION_PROGRAMME = {
  /** The least that is granted for a year. */
  'partIntP.leastPerYear': history('cents', until2025(cents(12_000_00), IKMO), {
    validFrom: FROM_2026,
    norm: NORM,
    source: 'the page on 2026 names none',
    status: 'unknown',
    question: QUESTION,
  }),
  /** Own share of the whole cost, in money; about this much. The programme asks for own funds since 2026 too, but no rate was read. */
  'partIntP.ownShare': history('basisPoints', until2025(basisPoints(1000), IKMO), {
    assumed: basisPoints(1000),
    validFrom: FROM_2026,
    norm: NORM,
    source: 'own funds are required; the rate was not found',
    status: 'unknown',
    question: QUESTION,
  }),
  /** Finanzierungsart, Nr. 2 AV § 44 LHO: Fehlbedarfsfinanzierung since 2026. */
  'partIntP.financingType': history('text', from2026('shortfall')),
  'partIntP.longestFunding': history('months', until2025(36, IKMO), from2026(24)),
};
