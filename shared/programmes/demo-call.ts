import { cents } from '../kernel/cents.ts';
import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import type { Call, Programme } from './programme.ts';

/** A fictional programme of the demo city, shaped after the rules of structural funding in Berlin. */
const PROGRAMME: Programme = {
  id: asId('struktur-mo'),
  authority: asId('be-sen-integration'),
  name: {
    de: 'Strukturförderung für Migrantenorganisationen',
    en: 'Structural funding for migrant organisations',
    ar: 'التمويل البنيوي لمنظمات المهاجرين',
  },
  guideline: 'Förderrichtlinie Strukturförderung für Migrantenorganisationen (Demonstration)',
  budgetChapter: '1150',
  budgetTitle: '68406',
  policyField: 'Integration',
  fundingMode: 'project',
  isStructural: true,
  financingType: 'share',
  maxShareBasisPoints: 9000,
};

/** Funds two months after its last day at the earliest: what may not begin before the decision must not be invited to. */
export const DEMO_CALL: Call = {
  id: asId('struktur-2027'),
  programme: PROGRAMME,
  title: { de: 'Strukturförderung 2027', en: 'Structural funding 2027', ar: 'التمويل البنيوي لعام 2027' },
  summary: {
    de: 'Gefördert werden Personal, Miete und Verwaltung von Organisationen, in denen Menschen mit Migrationsgeschichte sich selbst vertreten. Mindestens 10 Prozent der Ausgaben tragen Sie aus eigenen oder anderen Mitteln. Über die Anträge wird ab Februar 2027 entschieden; gefördert wird ab dem 1. April 2027.',
    en: 'The programme pays for staff, rent and administration of organisations in which people with a migration history speak for themselves. At least 10 per cent of the costs come from your own or other funds. Applications are decided on from February 2027; funding starts on 1 April 2027.',
    ar: 'يموّل البرنامج الموظفين والإيجار والإدارة في المنظمات التي يمثّل فيها أصحابُ تاريخ الهجرة أنفسهم. وتتحملون ما لا يقل عن 10 في المئة من النفقات من أموالكم أو من مصادر أخرى. يبدأ البتّ في الطلبات في فبراير 2027، ويبدأ التمويل في 1 أبريل 2027.',
  },
  opens: day('2026-10-01'),
  closes: day('2027-01-31'),
  fundingFrom: day('2027-04-01'),
  fundingTo: day('2027-12-31'),
  minCents: cents(1_000_000),
  maxCents: cents(10_000_000),
  budgetCents: cents(150_000_000),
  formId: 'structural-2027-1',
  ruleSetId: 'BE-2025-07',
};
