import { amountItem, FEE_ITEM } from '../../shared/compensation/claim.ts';
import { claimNoticeId } from '../../shared/compensation/claim-ids.ts';
import { lapsesOn, travelUntil } from '../../shared/compensation/periods.ts';
import { askFee } from '../../shared/compensation/rules/steps.ts';
import { mayDeclareBias, permittedActs } from '../../shared/compensation/rules/permit.ts';
import type { ClaimView, ExpenseView } from '../../shared/compensation/wire.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { parameterOn } from '../../shared/law/parameters.ts';
import { INTERNAL, lineOf, outwardLine } from './lines.ts';
import { isClaimant, isOfficial, rejectionReasons, type StoredClaim } from './views.ts';

const expensesOf = ({ claim, expenses }: StoredClaim): ExpenseView[] =>
  claim.expenses.map(({ item, kind, cents, paidCents, tenthsOfKilometre }) => {
    const words = expenses.get(item);
    const recognised = claim.recognised?.lines?.find((line) => line.item === amountItem(item));
    return {
      item,
      kind,
      cents,
      ...(paidCents !== undefined && { paidCents }),
      ...(tenthsOfKilometre !== undefined && { tenthsOfKilometre }),
      ...(words?.reason !== undefined && { reason: words.reason }),
      pages: words?.pages ?? [],
      ...(recognised && { recognisedCents: recognised.recognisedCents }),
    };
  });

const MESSAGES = {
  'claim.queried': 'query',
  'claim.answered': 'answer',
  'claim.rejectionReturned': 'return',
} as const;

const messagesOf = ({ facts, texts, names }: StoredClaim, isOwn: boolean): ClaimView['messages'] =>
  facts.flatMap(({ seq, by, at, fact }) => {
    const kind = MESSAGES[fact.type as keyof typeof MESSAGES];
    if (kind === undefined || (isOwn && INTERNAL.has(fact.type))) return [];
    return [{ kind, at, by: names.get(by) ?? by, text: texts.get(seq)?.text ?? '' }];
  });

const stepsOf = ({ facts, names }: StoredClaim, isOwn: boolean): ClaimView['steps'] =>
  facts
    .filter(({ fact }) => !isOwn || !INTERNAL.has(fact.type))
    .map(({ by, at, fact }) => ({
      act: fact.type.replace('claim.', ''),
      at,
      ...(by !== 'system' && { by: names.get(by) ?? by }),
    }));

/** The fee's rate with what the law says of it; on days without a known rate nothing was drafted. */
const rateOf = ({ of }: StoredClaim): ClaimView['rate'] => {
  const rate = parameterOn('compensation.attendanceFee', of.on);
  if (!rate.ok) return { cents: cents(0), norm: '', status: 'unknown' };
  const { value, norm, status, question } = rate.value;
  return { cents: value, norm, status, ...(question !== undefined && { question }) };
};

const rejectionOf = (found: StoredClaim, isOwn: boolean): Pick<ClaimView, 'rejection'> => {
  const { claim, id } = found;
  const reasons = rejectionReasons(found);
  const lines = claim.recognised?.lines ?? (isOwn ? undefined : claim.proposal?.lines);
  if (lines === undefined || reasons === undefined) return {};
  const fee = lines.find(({ item }) => item === FEE_ITEM);
  const notice = claim.notice ?? (claim.proposal && claimNoticeId(id, claim.proposal.seq));
  return {
    rejection: {
      reasons,
      ...(notice !== undefined && { notice }),
      feeRecognisedCents: fee?.recognisedCents ?? cents(0),
    },
  };
};

/** The claim as this person may see it: officials everything, the member each outward step. */
export const claimViewFor = (actor: Actor, found: StoredClaim, accountState: ClaimView['accountState']): ClaimView => {
  const isOwn = isClaimant(actor, found);
  const { claim, of, context, sameDay, dayQuestion } = found;
  return {
    ...(isOwn ? outwardLine(found) : lineOf(found)),
    acts: permittedActs(claim, actor).filter((act) => act !== 'askFee' || askFee(claim, actor).ok),
    ...(mayDeclareBias(claim, actor) && isOfficial(actor, found) && { mayDeclareBias: true }),
    expenses: expensesOf(found),
    kinds: context.kinds,
    rate: rateOf(found),
    sameDay,
    ...(!isOwn && dayQuestion !== undefined && { dayQuestion }),
    travelUntil: travelUntil(of.on),
    lapsesOn: lapsesOn(of.on),
    accountState,
    messages: messagesOf(found, isOwn),
    ...rejectionOf(found, isOwn),
    ...(claim.overpaidCents > 0 && { overpaidCents: claim.overpaidCents }),
    ...(claim.offsetCents > 0 && { offsetCents: claim.offsetCents }),
    ...(claim.stage === 'paymentFailed' && claim.failedReason !== undefined && { failedReason: claim.failedReason }),
    steps: stepsOf(found, isOwn),
  };
};
