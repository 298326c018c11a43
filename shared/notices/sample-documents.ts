import { cents } from '../kernel/cents.ts';
import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import { wallTime } from '../kernel/wall-time.ts';
import type { ClaimDecisionFacts } from './claim-decision.ts';
import type { OrderListFacts } from './order-list.ts';
import { SAMPLE_GRANT, SAMPLE_REFUSAL } from './sample-decisions.ts';
import type { StatementFacts } from './statement.ts';

/** A claim of which a taxi is not recognised: district office, objection. */
export const SAMPLE_CLAIM_DECISION: ClaimDecisionFacts = {
  noticeId: asId<'notice'>('notice-claim-1'),
  claimId: asId<'claim'>('c-0123456789abcdef01234567'),
  caseNumber: 'A26-7K3MPQ',
  day: day('2026-12-14'),
  authority: SAMPLE_REFUSAL.authority,
  signer: { name: 'Petra Kiezowski', function: 'Sachbearbeiterin' },
  addressee: { name: 'Fatima Probemann', street: 'Beispielallee 7', postcode: '13187', town: 'Berlin' },
  body: { name: 'Bezirksbeirat für Partizipation und Integration Neukölln', legalBasis: '§ 19 PartMigG' },
  sitting: { from: wallTime('2026-11-12T17:30'), to: wallTime('2026-11-12T19:45') },
  as: 'member',
  submittedOn: day('2026-11-16'),
  lines: [
    {
      label: 'Sitzungsgeld',
      norm: '§ 1 Abs. 1 DepEntschGDV',
      claimedCents: cents(20_00),
      recognisedCents: cents(20_00),
    },
    {
      label: 'Öffentlicher Nahverkehr',
      norm: '§ 4 Abs. 1 BRKG',
      claimedCents: cents(4_00),
      recognisedCents: cents(4_00),
    },
    { label: 'Taxi', norm: '§ 4 Abs. 4 BRKG', claimedCents: cents(27_40), recognisedCents: cents(0) },
  ],
  reasons: [
    'Die Kosten einer Taxifahrt werden nur erstattet, wenn dafür triftige Gründe bestanden. Sie haben angegeben, es habe geregnet. Das allein ist kein triftiger Grund, zumal die Haltestelle 150 Meter vom Sitzungsort entfernt liegt und die Buslinie zur Zeit der Rückfahrt alle zehn Minuten verkehrte.',
    'Auf Nachfrage vom 20. November 2026 haben Sie keine weiteren Gründe genannt. Gesundheitliche Gründe wurden nicht geltend gemacht.',
  ],
  remedy: SAMPLE_REFUSAL.remedy,
};

export const SAMPLE_STATEMENT: StatementFacts = {
  year: 2026,
  day: day('2027-01-08'),
  payers: ['Senatsverwaltung für Integration, Arbeit und Soziales'],
  name: 'Fatima Probemann',
  address: { street: 'Beispielallee 7', postcode: '13187', town: 'Berlin' },
  lines: ['2026-02-12', '2026-05-07', '2026-09-10', '2026-11-12'].map((on, index) => ({
    claim: asId<'claim'>(`c-${index}23456789abcdef01234567`),
    caseNumber: `A26-7K3MP${index + 2}`,
    body: asId<'body'>(index === 2 ? 'body-landesbeirat' : 'body-bezirk-08'),
    bodyName:
      index === 2 ? 'Landesbeirat für Partizipation' : 'Bezirksbeirat für Partizipation und Integration Neukölln',
    on: day(on),
    paidOn: day(on.replace(/\d\d$/, '27')),
    feeCents: cents(index === 2 ? 40_00 : 20_00),
    expensesCents: cents(index === 1 ? 4_00 : 0),
    legalBasis: '§ 1 Abs. 1 DepEntschGDV',
  })),
  feesCents: cents(100_00),
  expensesCents: cents(4_00),
  totalCents: cents(104_00),
  limits: [
    {
      key: 'tax.volunteerAllowance',
      cents: cents(960_00),
      norm: '§ 3 Nr. 26a EStG',
      status: 'verified',
      state: 'below',
    },
    {
      key: 'tax.publicFundsPerMonth',
      norm: '§ 3 Nr. 12 S. 2 EStG, R 3.12(3) LStR',
      status: 'unknown',
      question: 'Which amount do the LStR name for 2026?',
      state: 'unknown',
    },
    { key: 'tax.reportingThreshold', norm: '§ 7(2) MV', status: 'unknown', state: 'unknown' },
  ],
};

const NAMES = ['Fatima Probemann', 'Goran Erfundenić', 'Nguyễn Thị Muster', 'Tarık Musterbrück', 'Olena Beispielska'];

export const SAMPLE_ORDER_LIST: OrderListFacts = {
  run: asId<'run'>('run-2026-12-17'),
  day: day('2026-12-15'),
  executionDay: day('2026-12-17'),
  authority: SAMPLE_GRANT.authority,
  budgets: [{ chapter: '1140', title: '41201', year: 2026 }],
  payer: { name: 'Landeshauptkasse Berlin (Vorführung)', iban: 'DE02120300000000202051' },
  items: NAMES.map((holder, index) => ({
    holder,
    iban: `DE0212030000000020205${index}`,
    cents: cents(20_00 + index * 4_00),
    purpose: 'Aufwandsentschädigung Landesbeirat, Sitzung 12.11.2026',
    caseNumber: `A26-7K3MP${index + 2}`,
    certifiedBy: index === 2 ? 'Renate Rechnerisch' : 'Sabine Sitzungsreich',
    orderedBy: ['Bernd Anordnung'],
  })),
  count: 5,
  sumCents: cents(140_00),
  steps: [
    { step: 'certified', name: 'Sabine Sitzungsreich', on: day('2026-12-10') },
    { step: 'certified', name: 'Renate Rechnerisch', on: day('2026-12-11') },
    { step: 'ordered', name: 'Bernd Anordnung', on: day('2026-12-14') },
    { step: 'closed', name: 'Renate Rechnerisch', on: day('2026-12-15') },
    { step: 'released', name: 'Bernd Anordnung', on: day('2026-12-15') },
  ],
};
