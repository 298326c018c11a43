import {
  submitApplication,
  takeApplication,
  withdrawApplication,
  type Asked,
} from '../../functions/funding/commands/apply.ts';
import { approveApplication, refuseByNotice } from '../../functions/funding/commands/decide.ts';
import { proposeGrant, proposeToRefuse, returnToOfficer } from '../../functions/funding/commands/propose.ts';
import { saveSection } from '../../functions/funding/commands/write-draft.ts';
import { DRAFT } from '../../shared/funding/rules/example.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { cents, type Cents } from '../../shared/kernel/cents.ts';
import type { ApplicationId } from '../../shared/kernel/id.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { DEMO_CALL } from '../../shared/programmes/demo-call.ts';
import { clock, seeNotice, type Place } from './fault-cases.ts';

export const ACTS = [
  'save',
  'submit',
  'withdraw',
  'take',
  'proposeApproval',
  'proposeRefusal',
  'return',
  'approve',
  'refuse',
] as const;

export type ActName = (typeof ACTS)[number];

/** One wish of one person. `key` is the client's for this intent; `looks` says whether the notice is looked at before deciding. */
export interface Wish {
  readonly act: ActName;
  readonly id: ApplicationId;
  readonly actor: Actor;
  readonly key: string;
  readonly cents: Cents;
  readonly looks: boolean;
}

/** Complete drafts are in this version: begun, then four sections saved. */
export const DRAFT_VERSION = 1 + Object.keys(DRAFT.sections).length;

const COVER = 500_000;
const NEVER_SEEN = '0'.repeat(64);
const WORDS = { reasons: 'Gründe', examinationNote: 'Vermerk' };

const STAFF = 4_000_000;

/** What is left of the two cost lines of the draft when so much is eligible. */
const linesOf = (eligible: number) => [cents(Math.min(STAFF, eligible)), cents(Math.max(0, eligible - STAFF))];

const proposal = (amount: Cents) => ({
  amountCents: amount,
  eligibleCents: cents(amount + COVER),
  costsCents: linesOf(amount + COVER),
  from: DEMO_CALL.fundingFrom,
  to: DEMO_CALL.fundingTo,
  ...WORDS,
  specialClauses: [],
  purpose: 'Stelle für die Beratung im Kiez, halbe Stelle.',
  publicLine: { purpose: 'Beratung', place: 'Pankow' },
});

const seen = async (place: Place, { id, actor, looks }: Wish) => ({
  noticeSha256: looks ? await seeNotice(place, id, actor) : NEVER_SEEN,
});

type Do = (place: Place, wish: Wish) => Promise<Result<object>>;

const asked = <B>({ id, actor, key }: Wish, body: B): Asked<B> => ({ id, actor, key, body });
const deps = ({ journal }: Place) => ({ journal, clock });

const DO: Readonly<Record<ActName, Do>> = {
  save: (place, { id, actor, key }) => {
    const answers = { ...DRAFT.sections['project'], title: `Fassung ${key}` };
    return saveSection(deps(place), actor, { id, section: 'project', version: DRAFT_VERSION, answers });
  },
  submit: (place, wish) => submitApplication(deps(place), asked(wish, { version: DRAFT_VERSION })),
  withdraw: (place, wish) => withdrawApplication(deps(place), asked(wish, {})),
  take: (place, wish) => takeApplication(deps(place), asked(wish, {})),
  proposeApproval: (place, wish) => proposeGrant(deps(place), asked(wish, proposal(wish.cents))),
  proposeRefusal: (place, wish) => proposeToRefuse(deps(place), asked(wish, WORDS)),
  return: (place, wish) => returnToOfficer(deps(place), asked(wish, { comment: 'Bitte prüfen' })),
  approve: async (place, wish) => approveApplication(deps(place), asked(wish, await seen(place, wish))),
  refuse: async (place, wish) => refuseByNotice(deps(place), asked(wish, await seen(place, wish))),
};

/** Does what the person wishes, as the portal's own command does it. */
export const perform: Do = (place, wish) => DO[wish.act](place, wish);
