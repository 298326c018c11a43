/** What the people of a journey write, in the language of their device; amounts as that language types them. */
export interface JourneyWords {
  readonly title: string;
  readonly purpose: string;
  readonly goals: string;
  readonly costs: readonly { readonly category: string; readonly label: string; readonly typed: string }[];
  readonly cover: readonly { readonly category: string; readonly label: string; readonly typed: string }[];
}

/** 48,000.50 + 9,000.00 costs, 8,000.50 own funds: 49,000 euros are asked for. */
export const WORDS: Readonly<Record<'de' | 'ar', JourneyWords>> = {
  de: {
    title: 'Beratung und Begegnung im Musterkiez',
    purpose: 'Eine halbe Stelle für die mehrsprachige Beratung und die Miete der Räume.',
    goals: 'Mindestens 120 Beratungen im Jahr und zwölf offene Nachmittage. Wir zählen beides in einer Liste.',
    costs: [
      { category: 'staff', label: 'Beratung, halbe Stelle', typed: '48.000,50' },
      { category: 'rent', label: 'Miete der Räume', typed: '9.000' },
    ],
    cover: [{ category: 'ownFunds', label: 'Beiträge der Mitglieder', typed: '8.000,50' }],
  },
  ar: {
    title: 'استشارة ولقاء في الحي',
    purpose: 'نصف وظيفة للاستشارة بعدة لغات وإيجار المكان.',
    goals: 'ما لا يقل عن 120 استشارة في السنة واثنا عشر لقاءً مفتوحاً، ونسجلها في قائمة.',
    costs: [
      { category: 'staff', label: 'استشارة، نصف وظيفة', typed: '٤٨٬٠٠٠٫٥٠' },
      { category: 'rent', label: 'إيجار المكان', typed: '٩٬٠٠٠' },
    ],
    cover: [{ category: 'ownFunds', label: 'اشتراكات الأعضاء', typed: '٨٬٠٠٠٫٥٠' }],
  },
};

/** The officer's own words stand in the notice, whose language is German. */
export const OFFICIAL = {
  grant: {
    reasons:
      'Das Vorhaben entspricht den Zielen des Programms: Es stärkt die Selbstvertretung und erreicht Menschen, die andere Angebote nicht nutzen.\n\nDie Ausgaben sind notwendig und angemessen; der Eigenanteil von mehr als zehn Prozent ist nachgewiesen.',
    note: 'Finanzierungsplan geprüft, Ansätze angemessen. Keine Doppelförderung bekannt.',
    purpose: 'Mehrsprachige Beratung und Begegnung im Musterkiez',
  },
  refusal: {
    reasons:
      'Die verfügbaren Mittel reichen nicht für alle Anträge. Anträge mit stärkerem Bezug zur Selbstvertretung wurden vorgezogen.\n\nBei der Abwägung wurde berücksichtigt, dass die Organisation in diesem Jahr schon anderweitig gefördert wird.',
    note: 'Rang 23 von 27 nach den Kriterien der Förderrichtlinie.',
  },
  comment: 'Bitte begründen, warum zwölf Nachmittage genügen.',
} as const;
