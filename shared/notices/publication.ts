import { typed, type Block, type Item, type Text } from './content.ts';
import type { DecisionFacts, Publication } from './decision.ts';
import { euros, prose } from './wording.ts';

const recipient = ({ line }: Publication): Text =>
  line.recipient.shown
    ? prose`Empfänger: ${typed(line.recipient.name)}`
    : prose`Empfänger ohne Namensnennung (${typed(line.recipient.ground)})`;

const code = ({ address }: Publication): Block => ({
  kind: 'qr',
  address,
  alt: `QR-Code mit der Adresse des öffentlichen Eintrags: ${address}`,
  caption: prose`Dauerhafte Adresse des Eintrags:`,
});

/** What will stand in the public ledger about this grant, word for word, and where. */
export const publicationNote = ({ publication, grantedCents }: DecisionFacts): Item[] => {
  if (publication === undefined) return [];
  const { purpose, place } = publication.line;
  return [
    {
      name: 'Veröffentlichung',
      text: prose`Sobald dieser Bescheid bekannt gegeben und damit wirksam ist (§ 43 Abs. 1 VwVfG), wird die Bewilligung nach den Ausführungsvorschriften zu § 44 LHO (Zuwendungsdatenbank) im öffentlichen Register der Zuwendungen veröffentlicht, und zwar mit Zuwendungsgeber, Förderprogramm, Politikfeld, Art der Förderung, Bezirk, Jahr, Geschäftszeichen, der Registernummer eines namentlich genannten Empfängers und folgenden Angaben: ${recipient(publication)}; Betrag: ${euros(grantedCents)}; Zweck: ${typed(purpose)}; Ort: ${typed(place)}. Einträge werden nicht überschrieben; Berichtigungen erscheinen als neue Einträge.`,
      more: [code(publication)],
    },
  ];
};
