import { describe, expect, test } from 'vitest';
import type { CaseView } from '../../shared/funding/wire.ts';
import { approvalOf, emptyFields, fieldOf, proposalFor, refusalOf } from './proposal-draft.ts';

const CASE = {
  sections: {
    project: { purpose: 'Beratung', place: '03', from: '2027-01-01', to: '2027-12-31' },
    plan: {
      costs: [{ category: 'staff', label: 'Leitung', cents: 500_000 }],
      cover: [{ category: 'ownFunds', label: 'Beiträge', cents: 50_000 }],
    },
  },
} as unknown as CaseView;

describe('a proposal', () => {
  test('that was sent back keeps every word and amount', () => {
    const returned = {
      kind: 'grant',
      by: 'Katrin',
      amountCents: 400_000,
      costsCents: [450_000],
      coverCents: [50_000],
      reasons: 'Gründe',
      examinationNote: 'Vermerk',
      specialClauses: ['Eine Auflage'],
      clauseReasons: 'Weil',
      purpose: 'Halbe Stelle',
      publicLine: { purpose: 'Beratung', place: 'Pankow' },
    };
    expect(proposalFor({ ...CASE, returned } as unknown as CaseView)).toMatchObject({
      kind: 'grant',
      amountCents: 400_000,
      costsCents: [450_000],
      reasons: 'Gründe',
      examinationNote: 'Vermerk',
      clauses: 'Eine Auflage',
      clauseReasons: 'Weil',
      purpose: 'Halbe Stelle',
      publicPurpose: 'Beratung',
      place: 'Pankow',
    });
  });

  test('begins with what was applied for', () => {
    expect(proposalFor(CASE)).toMatchObject({
      kind: '',
      amountCents: 450_000,
      costsCents: [500_000],
      coverCents: [50_000],
      from: '2027-01-01',
      purpose: 'Beratung',
      place: 'Berlin-Pankow',
    });
  });

  test('names what is still empty, for a refusal only reasons and note', () => {
    const draft = proposalFor(CASE);
    expect(emptyFields(draft)).toEqual(['kind']);
    expect(emptyFields({ ...draft, kind: 'grant' })).toEqual(['reasons', 'examinationNote']);
    expect(emptyFields({ ...draft, kind: 'grant', clauses: 'x' })).toContain('clauseReasons');
    expect(
      emptyFields({ ...draft, kind: 'refusal', amountCents: undefined, reasons: 'x', examinationNote: 'y' }),
    ).toEqual([]);
    expect(emptyFields({ ...draft, kind: 'grant', amountCents: undefined })).toContain('amountCents');
  });

  test('sends each paragraph of the clauses as one clause, and for a refusal no amounts', () => {
    const draft = { ...proposalFor(CASE), clauses: 'Eins\nweiter\n\n Zwei \n\n\n' };
    expect(approvalOf(draft)).toMatchObject({ specialClauses: ['Eins\nweiter', 'Zwei'] });
    expect(Object.keys(refusalOf(draft))).toEqual(['reasons', 'examinationNote']);
  });

  test('finds the field that an issue is about', () => {
    expect([fieldOf('publicLine.place'), fieldOf('specialClauses.2'), fieldOf('reasons')]).toEqual([
      'place',
      'clauses',
      'reasons',
    ]);
  });
});
