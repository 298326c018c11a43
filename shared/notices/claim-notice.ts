import { cents, formatCents } from '../kernel/cents.ts';
import { formatDay } from '../kernel/day.ts';
import { clockOf, dayOfWall } from '../kernel/wall-time.ts';
import { claimedCents, recognisedCents, type ClaimDecisionFacts } from './claim-decision.ts';
import { list, paragraph, typed, type Block, type Grid, type Item, type NoticeContent, type Text } from './content.ts';
import { headOf, reasonParagraphs, remedyForm, remedySection, SIGNATURE_NOTE } from './letter.ts';
import { amountInWords } from './number-words.ts';
import { cited, euros, longDay, prose } from './wording.ts';

const isRejected = (facts: ClaimDecisionFacts): boolean => recognisedCents(facts) === 0;

const AS = { member: 'als Mitglied', deputy: 'als stellvertretendes Mitglied' } as const;

/** `der Sitzung des Gremiums „Bezirksbeirat …“ am 3. Dezember 2026`. */
const sittingOf = ({ body, sitting }: ClaimDecisionFacts): Text =>
  prose`der Sitzung des Gremiums „${typed(body.name)}“ am ${longDay(dayOfWall(sitting.from))}`;

const granted = (facts: ClaimDecisionFacts): Item => ({
  name: 'Anerkannter Betrag',
  text: prose`Für Ihre Teilnahme an ${sittingOf(facts)} wird Ihnen eine Entschädigung von ${{ strong: euros(recognisedCents(facts)) }} (in Worten: ${amountInWords(recognisedCents(facts))}) gewährt.`,
});

const refused = (facts: ClaimDecisionFacts): Item => {
  const amount = cents(claimedCents(facts) - recognisedCents(facts));
  return {
    name: isRejected(facts) ? 'Ablehnung' : 'Ablehnung im Übrigen',
    text: isRejected(facts)
      ? prose`Ihr Antrag auf Entschädigung von ${{ strong: euros(amount) }} für die Teilnahme an ${sittingOf(facts)} wird abgelehnt.`
      : prose`Im Übrigen, das heißt in Höhe von ${{ strong: euros(amount) }}, wird Ihr Antrag abgelehnt.`,
  };
};

const amounts = (facts: ClaimDecisionFacts): Grid => {
  const row = (label: Grid['rows'][number][number], norm: string, claimed: number, recognised: number) => [
    label,
    cited(norm),
    ...[claimed, recognised, claimed - recognised].map((amount) => formatCents(cents(amount))),
  ];
  return {
    kind: 'grid',
    size: 9.5,
    columns: [
      { head: 'Position', align: 'left', width: 1 },
      { head: 'Rechtsgrundlage', align: 'left', width: 1 },
      { head: 'Beantragt (Euro)', align: 'right', width: 'auto' },
      { head: 'Anerkannt (Euro)', align: 'right', width: 'auto' },
      { head: 'Abgelehnt (Euro)', align: 'right', width: 'auto' },
    ],
    rows: facts.lines.map((line) => row(typed(line.label), line.norm, line.claimedCents, line.recognisedCents)),
    sum: row('Summe', '', claimedCents(facts), recognisedCents(facts)),
  };
};

const breakdown = (facts: ClaimDecisionFacts): Item => ({
  name: 'Aufstellung',
  text: prose`Die Entscheidung betrifft die einzelnen Beträge wie folgt:`,
  more: [amounts(facts)],
});

/** `19.00 bis 21.00 Uhr`; past midnight the end is on the day after. */
const hoursOf = ({ sitting: { from, to } }: ClaimDecisionFacts): string =>
  `${clockOf(from)} bis ${clockOf(to)} Uhr${dayOfWall(from) === dayOfWall(to) ? '' : ' des Folgetages'}`;

const circumstances = (facts: ClaimDecisionFacts): Block =>
  paragraph(
    prose`Nach der bestätigten Anwesenheitsliste haben Sie ${AS[facts.as]} an ${sittingOf(facts)} von ${hoursOf(facts)} teilgenommen. Das Gremium besteht auf der Grundlage von ${cited(facts.body.legalBasis)}. Am ${longDay(facts.submittedOn)} haben Sie dafür eine Entschädigung von insgesamt ${euros(claimedCents(facts))} beantragt.`,
  );

const LEGAL_FRAME = prose`Mitglieder von Beiräten, die in der Hauptverwaltung oder in den Bezirksverwaltungen auf Grund von Rechtsvorschriften oder durch Senatsbeschluss gebildet sind, erhalten nach § 1 Abs. 1 der Verordnung zur Durchführung des Gesetzes über die Entschädigung der Mitglieder der Bezirksverordnetenversammlungen, der Bürgerdeputierten und sonstiger ehrenamtlich tätiger Personen (DepEntschGDV) für jede Sitzung ein Sitzungsgeld. Für mehrere Sitzungen an einem Tag wird es nur einmal gezahlt; die zweimalige Zahlung ist zulässig, wenn eine Sitzung am Vormittag und eine am Nachmittag stattfindet. Dauert eine Sitzung länger als sechs Stunden, wird das Sitzungsgeld doppelt gezahlt. § 1 Abs. 3 nimmt unter anderem Angehörige des öffentlichen Dienstes von der Entschädigung nach Absatz 1 aus; Auslagen bleiben davon unberührt. Auslagen werden erstattet, soweit eine Rechtsvorschrift oder die für das Gremium geltende Regelung es vorsieht; für Fahrkosten gelten die Maßstäbe des Bundesreisekostengesetzes (BRKG), insbesondere die §§ 3 bis 5. Soweit die Voraussetzungen vorliegen, besteht ein Anspruch.`;

/**
 * Where the ordinance says „zulässig“ there is discretion (§ 40 VwVfG): the notice names the standing decision by which it is
 * used, or that there is none, so that the officer's own reasons have to say how it was used here.
 */
const discretion = ({ halfDays }: ClaimDecisionFacts): Block[] => {
  if (halfDays === undefined) return [];
  if (halfDays.isPaidTwice === undefined || halfDays.since === undefined)
    return [
      paragraph(
        prose`Ob bei einer Sitzung am Vormittag und einer am Nachmittag zweimal gezahlt wird, steht im Ermessen der Behörde. Eine allgemeine Festlegung für das Gremium besteht nicht; bis dahin wird in diesen Fällen zweimal gezahlt.`,
      ),
    ];
  return [
    paragraph(
      prose`Ob bei einer Sitzung am Vormittag und einer am Nachmittag zweimal gezahlt wird, steht im Ermessen der Behörde. Sie hat am ${longDay(halfDays.since)} für alle Mitglieder des Gremiums gleichmäßig festgelegt, dass in diesen Fällen ${halfDays.isPaidTwice ? 'zweimal' : 'einmal'} gezahlt wird.`,
    ),
  ];
};

const PAYMENT: Item = {
  name: 'Auszahlung',
  text: prose`Der anerkannte Betrag wird auf Ihr bestätigtes Konto überwiesen. Sie müssen dafür nichts weiter tun. Ein Rechtsbehelf gegen die Ablehnung im Übrigen hält die Auszahlung nicht auf.`,
};

const NO_PUBLICATION: Item = {
  name: 'Keine Veröffentlichung',
  text: prose`Dieser Bescheid wird nicht veröffentlicht. Entschädigungen gehen nur in zusammengefasste Zahlen ein, in denen keine einzelne Person erkennbar ist.`,
};

const DATA_PROTECTION: Item = {
  name: 'Datenschutz',
  text: prose`Ihre Angaben werden zur Prüfung und Auszahlung der Entschädigung verarbeitet (Art. 6 Abs. 1 Buchst. e DSGVO i. V. m. § 3 BlnDSG).`,
};

const subjectOf = (facts: ClaimDecisionFacts): string =>
  isRejected(facts)
    ? 'Ablehnung Ihres Antrags auf Aufwandsentschädigung'
    : 'Teilweise Ablehnung Ihres Antrags auf Aufwandsentschädigung';

/** Bescheid on a claim that is not recognised in full. Facts must be complete (claim-decision.ts). */
export const claimNotice = (facts: ClaimDecisionFacts): NoticeContent => ({
  head: headOf(facts),
  title: `Bescheid über Aufwandsentschädigung ${facts.caseNumber} vom ${longDay(facts.day)}`,
  subject: [subjectOf(facts)],
  reference: [
    prose`Ihr Antrag vom ${longDay(facts.submittedOn)}, ${typed(facts.body.name)}, Sitzung am ${longDay(dayOfWall(facts.sitting.from))}`,
  ],
  opening: [
    prose`Guten Tag ${typed(facts.addressee.name)},`,
    prose`auf Ihren Antrag vom ${longDay(facts.submittedOn)} ergeht der folgende Bescheid.`,
  ],
  sections: [
    {
      heading: 'I. Entscheidung',
      blocks: [list([...(isRejected(facts) ? [] : [granted(facts)]), refused(facts), breakdown(facts)])],
    },
    { heading: 'II. Sachverhalt', blocks: [circumstances(facts)] },
    { heading: 'III. Gründe', blocks: [paragraph(LEGAL_FRAME), ...discretion(facts), ...reasonParagraphs(facts)] },
    {
      heading: 'IV. Hinweise',
      blocks: [list([...(isRejected(facts) ? [] : [PAYMENT]), NO_PUBLICATION, DATA_PROTECTION, ...remedyForm(facts)])],
    },
    { ...remedySection(facts), heading: 'V. Rechtsbehelfsbelehrung' },
  ],
  signature: { closing: 'Im Auftrag', name: facts.signer.name, role: facts.signer.function, note: SIGNATURE_NOTE },
  attachments: [prose`Datensatz dieser Entscheidung (decision.json, nur in der Datei dieses Bescheids eingebettet)`],
  running: { left: `Geschäftszeichen ${facts.caseNumber}`, right: `Bescheid vom ${formatDay(facts.day)}` },
});
