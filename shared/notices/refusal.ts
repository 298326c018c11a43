import { list, paragraph, typed, type Block, type Item, type NoticeContent } from './content.ts';
import type { DecisionFacts } from './decision.ts';
import {
  dataProtection,
  forWhat,
  frameOf,
  languageNote,
  legalFrame,
  reasonParagraphs,
  remedyForm,
  remedySection,
} from './letter.ts';
import { euros, longDay, prose, quoted } from './wording.ts';

const decision = (facts: DecisionFacts): Block =>
  paragraph(
    prose`Ihr Antrag vom ${longDay(facts.submittedOn)} auf Gewährung einer Zuwendung in Höhe von ${{ strong: euros(facts.requestedCents) }} ${forWhat(facts)} wird ${{ strong: 'abgelehnt' }}.`,
  );

const facts = (of: DecisionFacts): Block[] => [
  paragraph(
    prose`Am ${longDay(of.submittedOn)} haben Sie im Förderprogramm ${quoted(of.programme.name)} ${forWhat(of)} eine Zuwendung in Höhe von ${euros(of.requestedCents)} beantragt. Die Förderung sollte den Zeitraum vom ${longDay(of.approvalPeriod.from)} bis zum ${longDay(of.approvalPeriod.to)} umfassen.`,
  ),
  ...(of.purpose.trim() === ''
    ? []
    : [paragraph(prose`Nach Ihrem Antrag sollte die Zuwendung folgendem Zweck dienen: ${typed(of.purpose)}`)]),
];

const NEW_APPLICATION: Item = {
  name: 'Neuer Antrag',
  text: prose`Diese Entscheidung schließt einen Antrag zu einem späteren Förderaufruf nicht aus.`,
};

const NO_PUBLICATION: Item = {
  name: 'Keine Veröffentlichung',
  text: prose`Diese Ablehnung wird nicht veröffentlicht. Sie geht nur in zusammengefasste Zahlen ein.`,
};

/** Ablehnungsbescheid: decision, facts, reasons with the considerations of discretion, notes, remedy. */
export const refusalNotice = (of: DecisionFacts): NoticeContent => ({
  ...frameOf(of),
  title: `Ablehnungsbescheid ${of.caseNumber} vom ${longDay(of.day)}`,
  subject: prose`Ablehnungsbescheid`,
  sections: [
    { heading: 'I. Entscheidung', blocks: [decision(of)] },
    { heading: 'II. Sachverhalt', blocks: facts(of) },
    {
      heading: 'III. Gründe',
      blocks: [
        paragraph(legalFrame(of)),
        paragraph(prose`Die Ausübung des Ermessens beruht auf den folgenden Erwägungen:`),
        ...reasonParagraphs(of),
        paragraph(prose`Nach Abwägung dieser Gesichtspunkte war der Antrag abzulehnen.`),
      ],
    },
    {
      heading: 'IV. Hinweise',
      blocks: [list([NEW_APPLICATION, NO_PUBLICATION, dataProtection(of), ...remedyForm(of), ...languageNote(of)])],
    },
    { ...remedySection(of), heading: 'V. Rechtsbehelfsbelehrung' },
  ],
  attachments: [prose`Datensatz dieser Entscheidung (decision.json, nur in der Datei dieses Bescheids eingebettet)`],
});
