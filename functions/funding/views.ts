import { holds, type Actor, type Role } from '../../shared/kernel/actor.ts';
import type { ApplicationId, PersonId } from '../../shared/kernel/id.ts';
import type { Draft } from '../../shared/funding/draft.ts';
import {
  proposalIn,
  readApplication,
  type Application,
  type FundingFact,
  type Proposal,
} from '../../shared/funding/facts.ts';
import type { Preview } from '../../shared/funding/rules/decide.ts';
import type { Parties } from '../../shared/funding/rules/permit.ts';
import type { Organisation } from '../../shared/organisations/organisation.ts';
import type { Call } from '../../shared/programmes/programme.ts';
import { streamOf, type Ask, type Row, type Write } from '../kernel/journal.ts';

/** What the public will read, reviewed by the officer; the name may be withheld for a business secret only. */
export interface PublicLine {
  readonly purpose: string;
  readonly place: string;
  readonly withheldGround?: 'business-secret';
}

/** Words of one step, which the facts know only by their salted hash. */
export interface StepTexts {
  /** Of the operative part of a grant. */
  readonly purpose?: string;
  readonly reasons?: string;
  readonly examinationNote?: string;
  readonly specialClauses?: readonly string[];
  readonly clauseReasons?: string;
  readonly publicLine?: PublicLine;
  readonly comment?: string;
}

/** Everything that lies in the case's partition: one read answers each command and each page of the case. */
export interface Case {
  readonly id: ApplicationId;
  readonly application: Application;
  readonly facts: readonly {
    readonly seq: number;
    readonly type: FundingFact['type'];
    readonly by: PersonId;
    readonly at: string;
    readonly proposal?: Proposal;
  }[];
  readonly draft: Draft;
  /** As it stood when the draft was begun: running drafts keep their call and form. */
  readonly call: Call;
  /** As it stood when the draft was begun, and from a proposal on as it stood then (decision 0014). */
  readonly organisation: Organisation;
  readonly parties: Parties;
  readonly names: Readonly<Record<string, string>>;
  readonly texts: ReadonlyMap<number, StepTexts>;
  /** By person: what each approver has seen last. */
  readonly previews: ReadonlyMap<string, Preview>;
}

export const casePk = (id: ApplicationId): string => `application#${id}`;

export const caseAsk = (id: ApplicationId): Ask => ({ pk: casePk(id), prefix: '' });

const PREVIEW = 'preview#';

export const textSk = (seq: number): string => `text#${String(seq).padStart(6, '0')}`;

/** The record of the draft; `version` is the journal's own. */
export const draftRow = (id: ApplicationId, draft: Omit<Draft, 'version'>, drafters: readonly PersonId[]): Row => ({
  pk: casePk(id),
  sk: 'draft',
  draft,
  drafters,
});

/** Call and organisation, as the case keeps them. */
export const contextRow = ({ id, call, organisation }: Pick<Case, 'id' | 'call' | 'organisation'>): Row => ({
  pk: casePk(id),
  sk: 'context',
  call,
  organisation,
});

const authorsOf = (draft: Draft, application: Application, drafters: readonly PersonId[]): PersonId[] => [
  ...new Set([
    draft.createdBy,
    draft.savedBy,
    ...drafters,
    ...(application.submission ? [application.submission.by] : []),
  ]),
];

/** The case from its partition's rows; undefined where there is none, or only a draft that was thrown away. */
export const caseOf = (id: ApplicationId, rows: readonly Row[]): Case | undefined => {
  const at = (sk: string): Row | undefined => rows.find((row) => row.sk === sk);
  const draftRow = at('draft');
  const context = at('context');
  if (draftRow === undefined || context === undefined) return undefined;
  const draft: Draft = { ...(draftRow['draft'] as Omit<Draft, 'version'>), version: draftRow.version ?? 0 };
  if (draft.discardedAt !== undefined) return undefined;
  const stream = streamOf<FundingFact>(rows);
  const application = readApplication(stream);
  const call = context['call'] as Call;
  const texts = rows
    .filter((row) => row.sk.startsWith('text#'))
    .map((row) => [Number(row.sk.slice(5)), row['texts'] as StepTexts] as const);
  return {
    id,
    application,
    facts: stream.map(({ seq, by, at, fact }) => {
      const who = { by: by as PersonId, at };
      const proposal = proposalIn(fact, who);
      return { seq, ...who, type: fact.type, ...(proposal && { proposal }) };
    }),
    draft,
    call,
    organisation: context['organisation'] as Organisation,
    parties: {
      organisation: draft.organisation,
      authority: call.programme.authority,
      authors: authorsOf(draft, application, (draftRow['drafters'] ?? []) as PersonId[]),
    },
    names: (at('names')?.['names'] ?? {}) as Record<string, string>,
    texts: new Map(texts),
    previews: new Map(
      rows
        .filter((row) => row.sk.startsWith(PREVIEW))
        .map((row) => [row.sk.slice(PREVIEW.length), row['preview'] as Preview] as const),
    ),
  };
};

const OFFICIALS: readonly Role[] = ['caseOfficer', 'approver', 'certifier', 'orderer', 'programmeManager', 'auditor'];

export const isApplicant = (actor: Actor, { parties }: Case): boolean =>
  holds(actor, 'editor', parties.organisation) || holds(actor, 'signatory', parties.organisation);

/** Officials see a case from its submission on; a draft is the organisation's own. */
export const isOfficial = (actor: Actor, { parties, application }: Case): boolean =>
  application.submission !== undefined && OFFICIALS.some((role) => holds(actor, role, parties.authority));

/** Whoever may not read a case is answered as if it did not exist. */
export const readableCase = (actor: Actor, id: ApplicationId, rows: readonly Row[]): Case | undefined => {
  const found = caseOf(id, rows);
  return found !== undefined && (isApplicant(actor, found) || isOfficial(actor, found)) ? found : undefined;
};

/** Remembers the rendering of the notice that this person has just seen. */
export const seenPreview = (id: ApplicationId, preview: Preview): Write => ({
  put: { pk: casePk(id), sk: `${PREVIEW}${preview.signer}`, preview },
});

/** The number of the proposal that is open, from which the decision's ids follow. */
export const proposalSeq = ({ application }: Pick<Case, 'application'>): number => application.seq;

/** The words of the last proposal. */
export const proposalTexts = ({ texts }: Case): StepTexts =>
  [...texts.values()].findLast((one) => one.reasons !== undefined) ?? {};

export const publicLineOf = (found: Case): PublicLine | undefined => proposalTexts(found).publicLine;
