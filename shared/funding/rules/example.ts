import type { Actor, Role } from '../../kernel/actor.ts';
import { cents } from '../../kernel/cents.ts';
import { day, type Instant } from '../../kernel/day.ts';
import { record } from '../../kernel/decider.ts';
import { asId } from '../../kernel/id.ts';
import type { Organisation } from '../../organisations/organisation.ts';
import { DEMO_CALL } from '../../programmes/demo-call.ts';
import type { Draft } from '../draft.ts';
import { readApplication, type Application, type FundingFact } from '../facts.ts';
import { planOf } from '../plan.ts';
import type { Release } from './decide.ts';
import type { Parties } from './permit.ts';
import type { ProposeApproval, ProposalEvidence } from './propose.ts';

/** One complete example case, for rule tests and property tests. Plainly fictional. */
export const ANY_INSTANT = '2026-11-22T09:00:00.000Z' as Instant;

export const person = (id: string, role: Role, scope: string): Actor => ({
  person: asId(id),
  name: id,
  email: `${id}@example.org`,
  roles: [{ role, scope }],
});

export const OFFICER = person('officer', 'caseOfficer', 'be-sen-integration');
export const APPROVER = person('approver', 'approver', 'be-sen-integration');
export const SIGNATORY = person('signatory', 'signatory', 'org-brueckenhaus');
export const EDITOR = person('editor', 'editor', 'org-brueckenhaus');

export const PARTIES: Parties = {
  organisation: asId('org-brueckenhaus'),
  authority: asId('be-sen-integration'),
  authors: [EDITOR.person, SIGNATORY.person],
};

const SECTIONS = {
  eligibility: { seatInBerlin: true, boardMajority: true, notBegun: true, noDoubleFunding: true },
  project: {
    title: 'Beratung im Kiez',
    purpose: 'Stelle für die Beratung',
    goals: 'Mehr Menschen erreichen',
    place: '03',
    from: '2027-04-01',
    to: '2027-12-31',
  },
  plan: {
    costs: [
      { category: 'staff', label: 'Leitung, halbe Stelle', cents: 4_000_000 },
      { category: 'rent', label: 'Büro', cents: 1_000_000 },
    ],
    cover: [{ category: 'ownFunds', label: 'Mitgliedsbeiträge', cents: 500_000 }],
  },
  declarations: { contact: 'Mina Beispiel', inputTax: false, truthful: true, changes: true, publication: true },
};

export const DRAFT: Draft = {
  id: asId('app-1'),
  organisation: PARTIES.organisation,
  call: DEMO_CALL.id,
  formId: DEMO_CALL.formId,
  sections: SECTIONS,
  version: 7,
  createdAt: ANY_INSTANT,
  createdBy: EDITOR.person,
  savedAt: ANY_INSTANT,
  savedBy: EDITOR.person,
};

export const ORGANISATION: Organisation = {
  id: PARTIES.organisation,
  name: 'Brückenhaus e.V.',
  isLegalPerson: true,
  transparencyDbNumber: 'TDB-000123',
  street: 'Musterstraße 1',
  postcode: '13187',
  town: 'Berlin',
  addressIsOffice: true,
};

export const EVIDENCE: ProposalEvidence = {
  call: DEMO_CALL,
  organisation: ORGANISATION,
  plan: planOf(SECTIONS.plan),
  today: day('2026-11-22'),
};

export const PROPOSAL: ProposeApproval = {
  amountCents: cents(4_500_000),
  eligibleCents: cents(5_000_000),
  from: DEMO_CALL.fundingFrom,
  to: DEMO_CALL.fundingTo,
  textsHash: 'hash',
};

export const SUBMITTED: FundingFact = {
  type: 'application.submitted',
  organisation: PARTIES.organisation,
  programme: DEMO_CALL.programme.id,
  call: DEMO_CALL.id,
  authority: PARTIES.authority,
  caseNumber: 'SF27-ABCD2345',
  formId: DEMO_CALL.formId,
  formVersion: 7,
  formHash: 'hash',
  requestedCents: cents(4_500_000),
  receivedOn: DEMO_CALL.opens,
  isLate: false,
};

const proposed: FundingFact = {
  type: 'application.approvalProposed',
  ...PROPOSAL,
  shareBasisPoints: 9000,
  ruleSetId: DEMO_CALL.ruleSetId,
};
const proposedRefusal: FundingFact = {
  type: 'application.refusalProposed',
  ruleSetId: DEMO_CALL.ruleSetId,
  textsHash: 'hash',
};

/** Facts that lead to each stage, with the person who did each. */
export const PATHS = {
  draft: [],
  submitted: [[SUBMITTED, SIGNATORY]],
  inReview: [
    [SUBMITTED, SIGNATORY],
    [{ type: 'application.taken' }, OFFICER],
  ],
  proposedApproval: [
    [SUBMITTED, SIGNATORY],
    [proposed, OFFICER],
  ],
  proposedRefusal: [
    [SUBMITTED, SIGNATORY],
    [proposedRefusal, OFFICER],
  ],
  approved: [
    [SUBMITTED, SIGNATORY],
    [proposed, OFFICER],
    [
      {
        type: 'application.approved',
        amountCents: PROPOSAL.amountCents,
        notice: asId('notice-1'),
        noticeSha256: 'sha',
        noticeDay: DEMO_CALL.opens,
        entry: asId('entry-1'),
      },
      APPROVER,
    ],
  ],
  refused: [
    [SUBMITTED, SIGNATORY],
    [proposedRefusal, OFFICER],
    [
      { type: 'application.refused', notice: asId('notice-1'), noticeSha256: 'sha', noticeDay: DEMO_CALL.opens },
      APPROVER,
    ],
  ],
  withdrawn: [
    [SUBMITTED, SIGNATORY],
    [{ type: 'application.withdrawn' }, SIGNATORY],
  ],
} as const satisfies Record<Application['stage'], readonly (readonly [FundingFact, Actor])[]>;

export const at = (stage: Application['stage']): Application =>
  readApplication(
    PATHS[stage].flatMap(([fact, actor], index) =>
      record(index, { at: ANY_INSTANT, by: actor.person }, [fact as FundingFact]),
    ),
  );

export const release = (application: Application, signer: Actor): Release => ({
  noticeSha256: 'sha',
  notice: asId('notice-1'),
  entry: asId('entry-1'),
  preview: {
    sha256: 'sha',
    day: day('2026-11-22'),
    seq: application.seq,
    ruleSetId: DEMO_CALL.ruleSetId,
    signer: signer.person,
  },
});
