import { operativePart } from './approval.ts';
import { collateralClauses } from './clauses.ts';
import { list, paragraph, typed, type Block, type Item, type NoticeContent, type Text } from './content.ts';
import type { DecisionFacts } from './decision.ts';
import { generalClauses, nameOf } from './general-clauses.ts';
import {
  budgetPlace,
  dataProtection,
  frameOf,
  languageNote,
  legalFrame,
  reasonParagraphs,
  remedyForm,
  remedySection,
} from './letter.ts';
import { isInFull } from './granted.ts';
import { rulesNamed } from './rules-of.ts';
import { publicationNote } from './publication.ts';
import { euros, longDay, prose, quoted } from './wording.ts';

const FINALITY: Item = {
  name: 'Bestandskraft und Verzicht',
  text: prose`Der Bescheid wird bestandskräftig, wenn innerhalb der Rechtsbehelfsfrist kein Rechtsbehelf eingelegt wird. Sie können dies nach der Bekanntgabe vorzeitig herbeiführen, indem eine vertretungsberechtigte Person für diesen Bescheid ausdrücklich auf einen Rechtsbehelf verzichtet. Der Verzicht ist freiwillig und unwiderruflich.`,
};

const NO_CLAIM: Item = {
  name: 'Folgejahre',
  text: prose`Aus dieser Bewilligung kann nicht auf eine Förderung in künftigen Jahren geschlossen werden.`,
};

const AUDIT: Item = {
  name: 'Prüfung',
  text: prose`Die Bewilligungsbehörde und der Rechnungshof von Berlin (§ 91 LHO) dürfen die Verwendung der Zuwendung prüfen.`,
};

const REVOCATION: Item = {
  name: 'Aufhebung und Erstattung',
  text: prose`Der Bescheid kann nach den §§ 48 und 49 VwVfG ganz oder teilweise, auch für die Vergangenheit, aufgehoben werden, insbesondere wenn die Zuwendung nicht, nicht alsbald oder nicht mehr für den Zuwendungszweck verwendet oder eine Auflage nicht oder nicht fristgerecht erfüllt wird. Zu Unrecht erhaltene Beträge sind nach § 49a VwVfG zu erstatten und mit fünf Prozentpunkten über dem Basiszinssatz jährlich zu verzinsen.`,
};

const notes = (facts: DecisionFacts): Item[] => [
  FINALITY,
  NO_CLAIM,
  AUDIT,
  REVOCATION,
  ...publicationNote(facts),
  dataProtection(facts),
  ...remedyForm(facts),
  ...languageNote(facts),
];

/** Reasons may be short only where the application is granted in full (§ 39(2) no. 1 VwVfG). */
const reasons = (facts: DecisionFacts): Block[] => {
  const { submittedOn, requestedCents, programme, clauseReasons = [] } = facts;
  const isFull = isInFull(facts);
  return [
    paragraph(
      prose`Am ${longDay(submittedOn)} haben Sie im Förderprogramm ${quoted(programme.name)} eine Zuwendung in Höhe von ${euros(requestedCents)} beantragt.`,
    ),
    paragraph(legalFrame(facts)),
    paragraph(budgetPlace(facts)),
    ...reasonParagraphs(facts),
    paragraph(isFull ? FULL : CUT),
    paragraph(
      prose`Die Nebenbestimmungen beruhen auf § 36 VwVfG und § 44 LHO. Sie sichern, dass die Zuwendung zweckentsprechend, wirtschaftlich und sparsam verwendet und ihre Verwendung nachgewiesen wird.`,
    ),
    ...(clauseReasons.length === 0
      ? []
      : [
          paragraph(prose`Für die besonderen Auflagen sind folgende Erwägungen maßgeblich:`),
          ...clauseReasons.map((reason) => paragraph([typed(reason)])),
        ]),
  ];
};

const FULL: Text = prose`Ihrem Antrag wird in vollem Umfang entsprochen; einer weiteren Begründung bedarf es nicht (§ 39 Abs. 2 Nr. 1 VwVfG).`;
const CUT: Text = prose`Aus diesen Gründen war dem Antrag nur in dem Umfang zu entsprechen, der sich aus Ziffer I ergibt.`;

const attachments = (facts: DecisionFacts): Text[] => {
  const { title, edition } = nameOf(generalClauses(facts.ruleSetId, facts.fundingMode)!);
  return [
    prose`${title} ${edition} (${facts.annex?.file ?? ''}; in der Datei dieses Bescheids eingebettet, bei Postversand gedruckt beigelegt; SHA-256 ${facts.annex?.sha256 ?? ''})`,
    prose`Datensatz dieser Entscheidung (decision.json, nur in der Datei dieses Bescheids eingebettet)`,
  ];
};

/** Zuwendungsbescheid: the sections in the order of berlin-rules 2.2. Facts must be complete (checklist.ts). */
export const grantNotice = (facts: DecisionFacts, rules = rulesNamed(facts.ruleSetId)!): NoticeContent => ({
  ...frameOf(facts),
  title: `Zuwendungsbescheid ${facts.caseNumber} vom ${longDay(facts.day)}`,
  subject: prose`Zuwendungsbescheid (${facts.fundingMode === 'project' ? 'Projektförderung' : 'institutionelle Förderung'})`,
  sections: [
    { heading: 'I. Bewilligung', blocks: [list(operativePart(facts, rules))] },
    {
      heading: 'II. Nebenbestimmungen',
      blocks: [
        paragraph(prose`Die Bewilligung ist mit folgenden Nebenbestimmungen verbunden (§ 36 Abs. 2 VwVfG):`),
        list(collateralClauses(facts, rules)),
      ],
    },
    { heading: 'III. Hinweise', blocks: [list(notes(facts))] },
    { heading: 'IV. Begründung', blocks: reasons(facts) },
    { ...remedySection(facts), heading: 'V. Rechtsbehelfsbelehrung' },
  ],
  attachments: attachments(facts),
});
