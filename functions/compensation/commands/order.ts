import { endToEndIdOf } from '../../../shared/compensation/claim-ids.ts';
import { decideOffset, fixBankData, order } from '../../../shared/compensation/rules/order.ts';
import type { ClaimFact } from '../../../shared/compensation/facts.ts';
import type { ClaimStep } from '../../../shared/compensation/wire.ts';
import { cents } from '../../../shared/kernel/cents.ts';
import { formatDay, type Day, type Instant } from '../../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import type { Guard, Row, Task } from '../../kernel/journal.ts';
import { seal } from '../../kernel/seal.ts';
import { balanceKey, owe, secondOrderAbove, settingsKey } from '../budget.ts';
import type { CompensationDeps } from '../deps.ts';
import { paidWrites, yearAsks } from '../paid-rows.ts';
import { takeStep, type Decided } from '../step.ts';
import { accountOf, accountStateOf } from '../upstream.ts';
import { claimAsk, readableClaim, type StoredClaim } from '../views.ts';
import type { Asked } from './asked.ts';

type Ordered = Extract<ClaimFact, { type: 'claim.ordered' }>;

/** The payment order for the payments room, which knows nothing of claims. */
const paymentTask = ({ id, claim, of, context }: StoredClaim, by: string, { payment, ...fact }: Ordered): Task[] => {
  if (payment === undefined || claim.caseNumber === undefined) return [];
  const orderedBy = [...new Set([...(claim.firstOrderedBy === undefined ? [] : [claim.firstOrderedBy]), by])];
  return [
    {
      id: `${payment}-open`,
      kind: 'payments.open',
      payment,
      source: { room: 'compensation', id },
      payee: { kind: 'person', id: of.person },
      authority: of.authority,
      cents: fact.totalCents - fact.offsetCents,
      endToEndId: endToEndIdOf(claim.caseNumber, claim.payments.length + 1),
      remittance: `Aufwandsentschädigung ${claim.caseNumber}, ${context.bodyName}, Sitzung ${formatDay(of.on)}`,
      certifiedBy: claim.certifiedBy,
      orderedBy,
    },
  ];
};

/** What this order keeps back beyond what an earlier round kept back already. */
const newlyKept = ({ claim }: StoredClaim, { offsetCents }: Ordered): number => offsetCents - claim.offsetCents;

const keptGuards = (found: StoredClaim, fact: Ordered): Guard[] => {
  const cents = newlyKept(found, fact);
  const take = balanceKey(found.of.person, found.of.authority);
  return cents > 0 ? [{ take, cents, refusal: 'changed-meanwhile' }] : [];
};

/** What ordering looks at beside the claim: read together, since the claimant is known by then. */
interface OrderRows {
  readonly settings: Row | undefined;
  readonly balance: Row | undefined;
  readonly year: readonly (Row | undefined)[];
}

const decideOrder = (
  found: StoredClaim,
  { claim, actor, body }: Asked<{ readonly seq: number }>,
  { settings, balance, year }: OrderRows,
  at: Instant,
): Decided => {
  const evidence = {
    claim,
    seq: body.seq,
    secondOrderAboveCents: secondOrderAbove(settings),
    owedCents: cents(Number(balance?.['freeCents'] ?? 0)),
  };
  const decided = order(found.claim, evidence, actor, at);
  if (!decided.ok) return decided;
  const fact = decided.value.find((one): one is Ordered => one.type === 'claim.ordered');
  if (fact === undefined) return ok({ facts: decided.value });
  const paid = decided.value.find((one) => one.type === 'claim.paid');
  return ok({
    facts: decided.value,
    guards: keptGuards(found, fact),
    tasks: paymentTask(found, actor.person, fact),
    // Wholly kept back: nothing leaves, and the claim is settled at once.
    writes: paid === undefined ? [] : paidWrites(found, cents(0), { paidOn: paid.on, today: paid.on }, year),
  });
};

/**
 * Orders one claim. Its person, and so what the person owes, is known only when the claim is read: one read more than other
 * commands make (README, "What it costs").
 */
export const orderClaim = async (
  deps: CompensationDeps,
  asked: Asked<{ readonly seq: number }>,
): Promise<Result<ClaimStep>> => {
  const { claim, actor } = asked;
  const [rows = []] = await deps.journal.read([claimAsk(claim)]);
  const found = readableClaim(actor, claim, rows);
  if (found === undefined) return refuse('not-found');
  const { person, authority } = found.of;
  const also = [settingsKey(authority), balanceKey(person, authority), ...yearAsks(found, deps.clock.now())];
  return takeStep(deps, { ...asked, act: 'order', also }, (again, at, others) => {
    const [settings, balance, ...year] = others.map(([row]) => row);
    return decideOrder(again, asked, { settings, balance, year }, at);
  });
};

export interface FixBody {
  readonly seq: number;
  readonly sameStands?: boolean | undefined;
}

/** After a return: the account was confirmed anew, or a person says that the one there was right. */
export const fixAccount = async (deps: CompensationDeps, asked: Asked<FixBody>): Promise<Result<ClaimStep>> => {
  const { claim, actor, body } = asked;
  const [rows = []] = await deps.journal.read([claimAsk(claim)]);
  const found = readableClaim(actor, claim, rows);
  if (found === undefined) return refuse('not-found');
  const also = [accountOf(found.of.person)];
  return takeStep(deps, { ...asked, act: 'fix-bank-data', also }, (again, at, [account = []]) => {
    const { state, since } = accountStateOf(account, at);
    const decided = fixBankData(again.claim, body.seq, { isUsable: state === 'usable' }, actor);
    if (!decided.ok) return decided;
    const isNew = since !== undefined && since > (again.claim.failedAt ?? at);
    return isNew || body.sameStands === true ? ok({ facts: decided.value }) : refuse('account-unchanged');
  });
};

/** Decides that what was paid too much is kept back from later orders of the same authority. */
export const keepBack = async (
  deps: CompensationDeps,
  asked: Asked<{ readonly seq: number; readonly heardOn: Day; readonly noticeOn: Day; readonly reason: string }>,
): Promise<Result<ClaimStep>> => {
  const { claim, actor, body } = asked;
  const [rows = []] = await deps.journal.read([claimAsk(claim)]);
  const found = readableClaim(actor, claim, rows);
  if (found === undefined) return refuse('not-found');
  const key = balanceKey(found.of.person, found.of.authority);
  return takeStep(deps, { ...asked, act: 'decide-offset', also: [key] }, (again, at, others) => {
    const balance = others[0]?.[0];
    const texts = { text: body.reason };
    const sealed = seal(texts);
    const decided = decideOffset(again.claim, { ...body, textsHash: sealed.hash }, actor, at);
    if (!decided.ok) return decided;
    return ok({
      facts: decided.value,
      texts: { seal: sealed, texts },
      guards: [owe(key, balance, again.claim.overpaidCents)],
      tasks: [{ id: `${claim}-${again.claim.seq + 1}-offset`, kind: 'compensation.mail', claim, about: 'offset' }],
    });
  });
};
