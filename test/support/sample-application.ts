const prose = (sentence: string, characters: number): string =>
  `${sentence} `
    .repeat(Math.ceil(characters / (sentence.length + 1)))
    .slice(0, characters - 1)
    .trim();

/** A complete application of the usual length for the form of the demo call, by section. */
export const SAMPLE_ANSWERS: Readonly<Record<string, object>> = {
  eligibility: { seatInBerlin: true, boardMajority: true, notBegun: true, noDoubleFunding: true },
  project: {
    title: 'Beratung und Begegnung im Kiez',
    purpose: prose('Eine Stelle für die Beratung, Miete und Verwaltung.', 400),
    goals: prose('Wir erreichen Menschen, die bisher keinen Weg in die Beratung fanden.', 2000),
    place: '03',
    from: '2027-04-01',
    to: '2027-12-31',
  },
  plan: {
    costs: [
      { category: 'staff', label: 'Leitung der Beratung', cents: 3_600_000 },
      { category: 'rent', label: 'Räume', cents: 900_000 },
      { category: 'administration', label: 'Buchhaltung', cents: 300_000 },
      { category: 'events', label: 'Begegnungen', cents: 200_000 },
    ],
    cover: [{ category: 'ownFunds', label: 'Beiträge der Mitglieder', cents: 500_000 }],
  },
  declarations: { contact: 'Amina Beispiel', inputTax: false, truthful: true, changes: true, publication: true },
};

/** What a case officer writes to grant all that was asked: the eligible costs without the own funds. */
export const SAMPLE_PROPOSAL: object = {
  amountCents: 4_500_000,
  eligibleCents: 5_000_000,
  from: '2027-04-01',
  to: '2027-12-31',
  reasons: prose('Der Antrag entspricht den Zielen des Programms.', 1200),
  examinationNote: prose('Die Ausgaben sind notwendig und angemessen.', 800),
  specialClauses: [],
  purpose: 'Beratung und Begegnung im Stadtteil.',
  publicLine: { purpose: 'Beratung und Begegnung', place: 'Pankow' },
};

export const SAMPLE_REFUSAL_PROPOSAL: object = {
  reasons: prose('Die Mittel reichen nicht für alle Anträge.', 1200),
  examinationNote: prose('Rang 23 von 27.', 400),
};
