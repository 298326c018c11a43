import type { Form } from '../form.ts';

/** The 12 districts by their two-digit keys, or the whole city. */
const PLACES = ['all', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

/** Cost categories of the financing plan, in the order in which proofs of use will list them. */
const COSTS = ['staff', 'fees', 'rent', 'administration', 'equipment', 'events', 'languageAccess', 'other'] as const;

/** Cover funds: own funds, third-party funds, project income (rules 1.5: OWN and INC). */
const COVER = ['ownFunds', 'thirdPartyFunds', 'income'] as const;

/** Application for structural funding, version 1 for the call 2027. */
export const structural20271: Form = {
  id: 'structural-2027-1',
  sections: [
    {
      id: 'eligibility',
      questions: [
        { id: 'seatInBerlin', kind: 'yesNo', required: true, mustBe: true },
        { id: 'boardMajority', kind: 'yesNo', required: true, mustBe: true },
        { id: 'notBegun', kind: 'yesNo', required: true, mustBe: true },
        { id: 'noDoubleFunding', kind: 'yesNo', required: true, mustBe: true },
      ],
    },
    {
      id: 'project',
      questions: [
        { id: 'title', kind: 'line', max: 120, printed: true, required: true },
        { id: 'purpose', kind: 'prose', max: 600, printed: true, required: true },
        { id: 'goals', kind: 'prose', max: 4000, required: true },
        { id: 'place', kind: 'choice', options: PLACES, required: true },
        { id: 'from', kind: 'day', required: true },
        { id: 'to', kind: 'day', required: true },
      ],
    },
    {
      id: 'plan',
      questions: [
        { id: 'costs', kind: 'amounts', categories: COSTS, maxRows: 40, required: true },
        { id: 'cover', kind: 'amounts', categories: COVER, maxRows: 20, required: false },
      ],
    },
    {
      id: 'declarations',
      questions: [
        { id: 'contact', kind: 'line', max: 120, required: true },
        { id: 'inputTax', kind: 'yesNo', required: true },
        { id: 'truthful', kind: 'confirm', required: true },
        { id: 'changes', kind: 'confirm', required: true },
        { id: 'publication', kind: 'confirm', required: true },
      ],
    },
  ],
};
