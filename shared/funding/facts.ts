import type { Cents } from '../kernel/cents.ts';
import { dayOf, type Day, type Instant } from '../kernel/day.ts';
import { replay, type Recorded } from '../kernel/decider.ts';
import type { AuthorityId, CallId, EntryId, NoticeId, OrganisationId, PersonId, ProgrammeId } from '../kernel/id.ts';

/**
 * What can have happened to an application (Antrag). Facts carry ids, cents, days and salted hashes; words stand in
 * records that can be erased. Fields are only ever added, and then optional.
 */
export type FundingFact =
  | {
      readonly type: 'application.submitted';
      readonly organisation: OrganisationId;
      readonly programme: ProgrammeId;
      readonly call: CallId;
      readonly authority: AuthorityId;
      readonly caseNumber: string;
      readonly formId: string;
      readonly formVersion: number;
      /** SHA-256 over salt and canonical JSON of the submitted form, base64url. */
      readonly formHash: string;
      readonly requestedCents: Cents;
      readonly receivedOn: Day;
      readonly isLate: boolean;
    }
  | { readonly type: 'application.taken' }
  | {
      readonly type: 'application.approvalProposed';
      readonly amountCents: Cents;
      readonly eligibleCents: Cents;
      /** Rounded half up, to be shown; the rate itself is amountCents of eligibleCents. */
      readonly shareBasisPoints: number;
      /** Recognised by cost line and counted by cover line, in the order of the plan; missing where nothing was changed. */
      readonly costsCents?: readonly Cents[];
      readonly coverCents?: readonly Cents[];
      /** What the applicant has to bring up besides the plan. */
      readonly additionalCoverCents?: Cents;
      readonly from: Day;
      readonly to: Day;
      readonly ruleSetId: string;
      readonly textsHash: string;
    }
  | { readonly type: 'application.refusalProposed'; readonly ruleSetId: string; readonly textsHash: string }
  | { readonly type: 'application.returned'; readonly textsHash: string }
  /** Zustimmung zum vorzeitigen Maßnahmebeginn (AV § 44 LHO no. 1.3): costs from this day on may count. It gives no claim to a grant. */
  | { readonly type: 'application.earlyStartConsented'; readonly from: Day; readonly textsHash: string }
  /** Besorgnis der Befangenheit (§ 21 VwVfG) or exclusion (§ 20): whoever declares it takes no further step in this case. */
  | { readonly type: 'application.biasDeclared'; readonly textsHash: string }
  | {
      readonly type: 'application.approved';
      readonly amountCents: Cents;
      readonly notice: NoticeId;
      readonly noticeSha256: string;
      readonly noticeDay: Day;
      readonly entry: EntryId;
    }
  | {
      readonly type: 'application.refused';
      readonly notice: NoticeId;
      readonly noticeSha256: string;
      readonly noticeDay: Day;
    }
  | { readonly type: 'application.withdrawn' }
  /** Its notice was retrieved or posted: it takes effect on that day (§ 41, § 43 VwVfG), and a remedy is in time until the other. */
  | {
      readonly type: 'application.deliveryDated';
      readonly notice: NoticeId;
      readonly on: Day;
      readonly remedyUntil: Day;
    }
  | { readonly type: 'application.published'; readonly entry: EntryId };

export type Stage =
  | 'draft'
  | 'submitted'
  | 'inReview'
  | 'proposedApproval'
  | 'proposedRefusal'
  | 'approved'
  | 'refused'
  | 'withdrawn';

type FactOf<T extends FundingFact['type']> = Extract<FundingFact, { type: T }>;

export type Submission = Omit<FactOf<'application.submitted'>, 'type'> & {
  readonly by: PersonId;
  readonly at: Instant;
};

export type Proposal = {
  readonly by: PersonId;
  readonly at: Instant;
  readonly ruleSetId: string;
  readonly textsHash: string;
} & (
  | ({ readonly kind: 'grant' } & Pick<
      FactOf<'application.approvalProposed'>,
      | 'amountCents'
      | 'eligibleCents'
      | 'shareBasisPoints'
      | 'costsCents'
      | 'coverCents'
      | 'additionalCoverCents'
      | 'from'
      | 'to'
    >)
  | { readonly kind: 'refusal' }
);

export interface Decision {
  readonly kind: 'grant' | 'refusal';
  readonly by: PersonId;
  readonly at: Instant;
  readonly notice: NoticeId;
  readonly noticeSha256: string;
  readonly noticeDay: Day;
  readonly amountCents?: Cents;
  readonly entry?: EntryId;
}

/** An application as its facts tell it; `seq` is the number of the last one. */
export interface Application {
  readonly stage: Stage;
  readonly seq: number;
  readonly since?: Instant;
  readonly submission?: Submission;
  readonly officer?: PersonId;
  readonly earlyStart?: { readonly from: Day; readonly consentedOn: Day };
  /** Everyone who declared bias in this case. */
  readonly biased?: readonly PersonId[];
  /** The proposal that was sent back last, until a new one is made. */
  readonly returned?: Proposal;
  readonly proposal?: Proposal;
  /** Everyone who ever proposed a decision in this case, also where the proposal was sent back. */
  readonly proposers?: readonly PersonId[];
  readonly decision?: Decision;
  readonly delivery?: { readonly on: Day; readonly remedyUntil: Day };
  readonly published?: EntryId;
}

export const NEW_APPLICATION: Application = { stage: 'draft', seq: 0 };

const withoutProposal = ({ proposal: _, ...rest }: Application): Application => rest;

const withoutReturned = ({ returned: _, ...rest }: Application): Application => rest;

type Who = { readonly by: PersonId; readonly at: Instant };

const said = <F extends FundingFact>({ type: _, ...rest }: F): Omit<F, 'type'> => rest;

/** The proposal that this fact makes, as `readApplication` holds it while it is open. */
export const proposalIn = (fact: FundingFact, who: Who): Proposal | undefined => {
  if (fact.type === 'application.approvalProposed') return { kind: 'grant', ...said(fact), ...who };
  if (fact.type === 'application.refusalProposed') return { kind: 'refusal', ...said(fact), ...who };
  return undefined;
};

const proposedBy = ({ proposers = [] }: Application, by: PersonId): readonly PersonId[] => [
  ...new Set([...proposers, by]),
];

/** Their own open proposal falls, and a case that they held waits to be taken over. */
const withoutPerson = (state: Application, person: PersonId): Application => {
  const biased = [...new Set([...(state.biased ?? []), person])];
  const isTheirs = state.proposal?.by === person;
  const { officer, ...rest } = isTheirs ? { ...withoutProposal(state), stage: 'inReview' as const } : state;
  return { ...rest, ...(officer !== undefined && officer !== person && { officer }), biased };
};

const APPLY: { readonly [T in FundingFact['type']]: (state: Application, fact: FactOf<T>, who: Who) => Application } = {
  'application.submitted': (state, fact, who) => ({
    ...state,
    stage: 'submitted',
    submission: { ...said(fact), ...who },
  }),
  'application.taken': (state, _, { by }) => ({ ...state, stage: 'inReview', officer: by }),
  'application.approvalProposed': (state, fact, who) => ({
    ...withoutReturned(state),
    stage: 'proposedApproval',
    officer: who.by,
    proposers: proposedBy(state, who.by),
    proposal: { kind: 'grant', ...said(fact), ...who },
  }),
  'application.refusalProposed': (state, fact, who) => ({
    ...withoutReturned(state),
    stage: 'proposedRefusal',
    officer: who.by,
    proposers: proposedBy(state, who.by),
    proposal: { kind: 'refusal', ...said(fact), ...who },
  }),
  'application.returned': (state) => ({
    ...withoutProposal(state),
    stage: 'inReview',
    ...(state.proposal !== undefined && { returned: state.proposal }),
  }),
  'application.earlyStartConsented': (state, { from }, { at }) => ({
    ...state,
    earlyStart: { from, consentedOn: dayOf(at) },
  }),
  'application.biasDeclared': (state, _, { by }) => withoutPerson(state, by),
  'application.approved': (state, fact, who) => ({
    ...state,
    stage: 'approved',
    decision: { kind: 'grant', ...said(fact), ...who },
  }),
  'application.refused': (state, fact, who) => ({
    ...state,
    stage: 'refused',
    decision: { kind: 'refusal', ...said(fact), ...who },
  }),
  'application.withdrawn': (state) => ({ ...state, stage: 'withdrawn' }),
  'application.deliveryDated': (state, { on, remedyUntil }) => ({ ...state, delivery: { on, remedyUntil } }),
  'application.published': (state, fact) => ({ ...state, published: fact.entry }),
};

export const evolve = (before: Application, { seq, fact, at, by }: Recorded<FundingFact>): Application => {
  const apply = APPLY[fact.type] as (state: Application, fact: FundingFact, who: Who) => Application;
  const after = apply({ ...before, seq }, fact, { by: by as PersonId, at });
  return after.stage === before.stage ? after : { ...after, since: at };
};

export const readApplication = (stream: readonly Recorded<FundingFact>[]): Application =>
  replay(NEW_APPLICATION, evolve, stream);
