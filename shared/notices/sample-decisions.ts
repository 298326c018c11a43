import { cents } from '../kernel/cents.ts';
import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import type { DecisionFacts } from './decision.ts';

/** Complete decisions on fictional cases, for tests and for looking at notices. */
export const SAMPLE_GRANT: DecisionFacts = {
  kind: 'grant',
  noticeId: asId<'notice'>('notice-2026-000123-1'),
  applicationId: asId<'application'>('application-2026-000123'),
  caseNumber: 'II B 4 – 2026/000123',
  day: day('2026-11-23'),
  authority: {
    id: asId<'authority'>('be-sen-integration'),
    kind: 'senate',
    name: 'Senatsverwaltung für Arbeit, Soziales, Gleichstellung, Integration, Vielfalt und Antidiskriminierung',
    street: 'Oranienstraße 106',
    postcode: '10969',
    town: 'Berlin',
    mail: 'zuwendungen@senat.example',
    unit: 'Die Beauftragte für Partizipation, Integration und Migration, II B 4',
  },
  signer: { name: 'Dr. Henriette Beispiel', function: 'Referatsleiterin' },
  addressee: {
    name: 'Nachbarschaft Beispielkiez e.V.',
    street: 'Musterstraße 12 A',
    postcode: '12043',
    town: 'Berlin',
  },
  programme: {
    name: 'Strukturförderung für Migrantenorganisationen',
    guideline: 'Richtlinie zur Förderung der Partizipation in der Migrationsgesellschaft vom 1. Juni 2026',
    budgetChapter: '1140',
    budgetTitle: '68406',
  },
  title: 'Selbstorganisation stärken – Beratung und Geschäftsstelle',
  submittedOn: day('2026-10-05'),
  ruleSetId: 'BE-2025-07',
  fundingMode: 'project',
  isStructural: true,
  financingType: 'share',
  rate: { grantCents: cents(4_000_000), eligibleCents: cents(5_000_000) },
  requestedCents: cents(4_000_000),
  grantedCents: cents(4_000_000),
  purpose:
    'Betrieb einer Geschäftsstelle mit Beratung in drei Sprachen, Qualifizierung der ehrenamtlich Tätigen und Vertretung der Organisation in den Beiräten für Partizipation.',
  approvalPeriod: { from: day('2027-01-01'), to: day('2027-12-31') },
  eligibleCents: cents(5_000_000),
  plan: {
    costs: [
      { label: 'Personalausgaben (Geschäftsstelle, 0,5 Stelle)', cents: cents(3_120_000) },
      { label: 'Honorare', cents: cents(480_000) },
      { label: 'Miete und Nebenkosten', cents: cents(960_000) },
      { label: 'Sachausgaben und Öffentlichkeitsarbeit', cents: cents(290_050) },
      { label: 'Verwaltungsausgaben', cents: cents(149_950) },
    ],
    cover: [
      { label: 'Eigenmittel', cents: cents(500_000) },
      { label: 'Mittel Dritter (Stiftung Beispiel)', cents: cents(500_000) },
    ],
  },
  payoutInstalments: [
    { day: day('2027-01-15'), cents: cents(2_000_000) },
    { day: day('2027-07-01'), cents: cents(2_000_000) },
  ],
  stateMinimumWage: [
    { cents: cents(1484), from: day('2026-01-01') },
    { cents: cents(1559), from: day('2027-01-01') },
  ],
  specialClauses: [
    'Die Beratung ist mindestens an drei Tagen in der Woche anzubieten; die Sprechzeiten sind öffentlich bekannt zu machen.',
  ],
  clauseReasons: [
    'Feste Sprechzeiten sind erforderlich, damit die Beratung die Menschen erreicht, für die sie gefördert wird.',
  ],
  annex: { file: 'ANBest-P.pdf', sha256: 'c0ffee00'.repeat(8) },
  privacyAddress: 'https://anteil.example/privacy',
  reasons: [],
  remedy: {
    text: 'Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Klage beim Verwaltungsgericht Berlin, Kirchstraße 7, 10557 Berlin, erhoben werden.',
    form: 'Eine einfache E-Mail genügt für eine Klage nicht.',
  },
  publication: {
    entryId: asId<'entry'>('entry-2026-000123-1'),
    address: 'https://anteil.example/ledger/entries/entry-2026-000123-1',
    line: {
      recipient: { shown: true, name: 'Nachbarschaft Beispielkiez e.V.' },
      purpose: 'Geschäftsstelle, Beratung und Qualifizierung Ehrenamtlicher',
      place: '12043 Berlin',
    },
  },
};

const { publication: _unpublished, payoutInstalments: _unpaid, ...UNPUBLISHED } = SAMPLE_GRANT;

/** A refusal by a district office: objection instead of court action, nothing published. */
export const SAMPLE_REFUSAL: DecisionFacts = {
  ...UNPUBLISHED,
  kind: 'refusal',
  noticeId: asId<'notice'>('notice-2026-000124-1'),
  applicationId: asId<'application'>('application-2026-000124'),
  caseNumber: 'Int 2 – 2026/000124',
  authority: {
    id: asId<'authority'>('be-ba-08'),
    kind: 'district',
    name: 'Bezirksamt Neukölln von Berlin',
    street: 'Karl-Marx-Straße 83',
    postcode: '12043',
    town: 'Berlin',
    mail: 'integration@bezirk.example',
    unit: 'Büro der Integrationsbeauftragten',
  },
  signer: { name: 'Tarık Mustermann', function: 'Sachgebietsleiter' },
  addressee: { name: 'Kulturbrücke Musterhof gUG', street: 'Beispielweg 3', postcode: '12055', town: 'Berlin' },
  programme: {
    name: 'Bezirklicher Integrationsfonds',
    guideline: 'Fördergrundsätze für den bezirklichen Integrationsfonds vom 15. Januar 2026',
    budgetChapter: '3306',
    budgetTitle: '68406',
  },
  title: 'Sommerfest der Nachbarschaften',
  requestedCents: cents(1_250_000),
  grantedCents: cents(0),
  purpose: 'Ausrichtung eines dreitägigen Straßenfests mit Bühnenprogramm.',
  specialClauses: [],
  reasons: [
    'Für das Programm standen im Haushaltsjahr 2027 insgesamt 180.000,00 Euro zur Verfügung. Beantragt wurden 412.600,00 Euro. Die Anträge wurden nach den in Nummer 5 der Fördergrundsätze bekannt gemachten Kriterien bewertet und in eine Rangfolge gebracht; Ihr Antrag erreichte 11 von 30 Punkten und damit Rang 23 von 27.',
    'Ausschlaggebend war, dass die beantragten Ausgaben zu 71 Prozent auf Bühnentechnik und Gagen entfallen und der Antrag keine Maßnahmen nennt, die über die drei Veranstaltungstage hinaus wirken. Nach Nummer 2 der Fördergrundsätze sind auf Dauer angelegte Vorhaben vorrangig zu fördern. Demgegenüber wurde berücksichtigt, dass das Fest gut besucht und ehrenamtlich getragen ist; dieses Interesse wiegt bei knappen Mitteln weniger schwer als die dauerhafte Wirkung der vorrangig bewerteten Vorhaben. Eine Förderung in geringerer Höhe kam nicht in Betracht, weil die Gesamtfinanzierung dann nicht gesichert wäre.',
  ],
  remedy: {
    text: 'Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch bei dem Bezirksamt Neukölln von Berlin, Karl-Marx-Straße 83, 12043 Berlin, erhoben werden.',
    form: 'Der Widerspruch ist schriftlich, in elektronischer Form nach § 3a Absatz 2 des Verwaltungsverfahrensgesetzes, schriftformersetzend nach § 3a Absatz 3 des Verwaltungsverfahrensgesetzes und § 9a Absatz 5 des Onlinezugangsgesetzes oder zur Niederschrift bei der Behörde zu erheben. Eine einfache E-Mail genügt nicht.',
  },
};
