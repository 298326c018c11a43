import type { Day, Instant } from '../kernel/day.ts';
import { replay, type Recorded } from '../kernel/decider.ts';
import type { ApplicationId, ClaimId, EntryId, PersonId } from '../kernel/id.ts';
import { portalProvisionEnds } from '../law/deadlines.ts';
import type { NoticeKind } from './decision.ts';

/** What a notice decides: on an application, or on a claim for compensation that is not recognised in full. */
export type IssuedKind = NoticeKind | 'claimPartialRefusal' | 'claimRefusal';

/** Whether general clauses go with it as Anlage: only a grant names any (AV § 44 LHO no. 5). */
export const carriesAnnex = (kind: IssuedKind): boolean => kind === 'grant';

/** What can have happened to a notice (Bescheid) after its release. The bytes never change; they are named by their hash. */
export type NoticeFact =
  | {
      readonly type: 'notice.issued';
      readonly kind: IssuedKind;
      /** The case: an application, or a claim. */
      readonly application?: ApplicationId;
      readonly claim?: ClaimId;
      readonly sha256: string;
      readonly day: Day;
      readonly entry?: EntryId;
    }
  /** Made available, perhaps again; by portal only with the consent of § 41(2a) VwVfG on that day, else it has to be posted. */
  | {
      readonly type: 'notice.dispatched';
      readonly channel: 'portal' | 'post';
      readonly on: Day;
      /** The officer's word that the printed general clauses lay in the letter. */
      readonly annexEnclosed?: true;
    }
  /** First retrieval by an entitled person: delivered on the next day (§ 41(2a) sentence 3 VwVfG). */
  | { readonly type: 'notice.retrieved'; readonly on: Day };

export type NoticeStage = 'none' | 'issued' | 'dispatched' | 'delivered';

/** The state of domain rules 10.2 as far as built. */
export interface Notice {
  readonly stage: NoticeStage;
  readonly seq: number;
  readonly issued?: Extract<NoticeFact, { type: 'notice.issued' }>;
  readonly dispatched?: { readonly channel: 'portal' | 'post'; readonly on: Day };
  readonly retrieved?: { readonly on: Day; readonly by: PersonId; readonly at: Instant };
}

/** After the provision in the portal has ended a retrieval delivers nothing (§ 41(2a) S. 4, 5 VwVfG), whoever recorded it. */
const isInProvision = ({ dispatched }: Notice, on: Day): boolean =>
  dispatched?.channel === 'portal' && on <= portalProvisionEnds(dispatched.on);

const evolveNotice = (before: Notice, { seq, fact, by, at }: Recorded<NoticeFact>): Notice => {
  switch (fact.type) {
    case 'notice.issued':
      return { ...before, seq, stage: 'issued', issued: fact };
    case 'notice.dispatched': {
      const { retrieved: _, ...rest } = before;
      return { ...rest, seq, stage: 'dispatched', dispatched: { channel: fact.channel, on: fact.on } };
    }
    case 'notice.retrieved':
      return isInProvision(before, fact.on)
        ? { ...before, seq, stage: 'delivered', retrieved: { on: fact.on, by: by as PersonId, at } }
        : { ...before, seq };
  }
};

export const readNotice = (stream: readonly Recorded<NoticeFact>[]): Notice =>
  replay({ stage: 'none', seq: 0 }, evolveNotice, stream);
