import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readClaim } from '../../shared/compensation/evolve.ts';
import type { Claim } from '../../shared/compensation/claim.ts';
import type { ClaimFact } from '../../shared/compensation/facts.ts';
import { streamOf } from '../../functions/kernel/journal.ts';
import { readAccount, type Account, type AccountFact } from '../../shared/accounts/facts.ts';
import { readApplication, type Application, type FundingFact } from '../../shared/funding/facts.ts';
import type { Fact } from '../../shared/kernel/decider.ts';
import { day, instant } from '../../shared/kernel/day.ts';
import type { LedgerFact } from '../../shared/ledger/facts.ts';
import { asId } from '../../shared/kernel/id.ts';
import { readNotice, type Notice, type NoticeFact } from '../../shared/notices/facts.ts';
import type { PaymentFact, RunFact, StatementFact } from '../../shared/payments/facts.ts';
import { readPayment, stageOf } from '../../shared/payments/payment.ts';
import { readRun } from '../../shared/payments/run.ts';
import { loaded } from '../support/fault-cases.ts';
import { brittlePortal, cityRows, journey } from '../support/fault-journey.ts';
import { strikingCalls } from '../support/fault-ports.ts';

/**
 * Every fact that was ever shipped, in each form it ever had. A line is only ever added: the journal holds such facts for as
 * long as there are files.
 */
const samplesOf = <F extends Fact>(room: string): F[] =>
  JSON.parse(readFileSync(`shared/${room}/facts.samples.json`, 'utf8')) as F[];

const ACCOUNTS = samplesOf<AccountFact>('accounts');
const FUNDING = samplesOf<FundingFact>('funding');
const CLAIMS = samplesOf<ClaimFact>('compensation');
const LEDGER = samplesOf<LedgerFact>('ledger');
const NOTICES = samplesOf<NoticeFact>('notices');
const PAYMENTS = samplesOf<PaymentFact | RunFact | StatementFact>('payments');

const recorded = <F extends Fact>(fact: F, seq = 1) => ({
  seq,
  fact,
  at: instant('2026-11-22T09:00:00Z'),
  by: asId<'person'>('somebody'),
});

/** What each type makes of a file; a new type does not compile until it stands here. */
const FUNDING_READ: Readonly<Record<FundingFact['type'], Partial<Application>>> = {
  'application.submitted': { stage: 'submitted', submission: expect.objectContaining({ requestedCents: 4_500_000 }) },
  'application.taken': { stage: 'inReview', officer: asId('somebody') },
  'application.approvalProposed': { stage: 'proposedApproval', proposal: expect.objectContaining({ kind: 'grant' }) },
  'application.refusalProposed': { stage: 'proposedRefusal', proposal: expect.objectContaining({ kind: 'refusal' }) },
  'application.returned': { stage: 'inReview' },
  'application.approved': { stage: 'approved', decision: expect.objectContaining({ amountCents: 4_500_000 }) },
  'application.refused': { stage: 'refused', decision: expect.objectContaining({ kind: 'refusal' }) },
  'application.withdrawn': { stage: 'withdrawn' },
  'application.earlyStartConsented': { earlyStart: { from: day('2026-12-01'), consentedOn: day('2026-11-22') } },
  'application.biasDeclared': { biased: [asId('somebody')] },
  'application.deliveryDated': { delivery: { on: day('2026-11-24'), remedyUntil: day('2026-12-24') } },
  'application.published': { published: asId('e-0123456789abcdef01234567') },
};

const NOTICES_READ: Readonly<Record<NoticeFact['type'], Partial<Notice>>> = {
  'notice.issued': { stage: 'issued', issued: expect.objectContaining({ day: '2026-11-22' }) },
  'notice.dispatched': { stage: 'dispatched', dispatched: expect.objectContaining({ on: '2026-11-22' }) },
  'notice.retrieved': { stage: 'delivered', retrieved: expect.objectContaining({ on: '2026-11-23' }) },
};

const [ENTERED] = ACCOUNTS;

/** Each is read behind the entry that it concerns. */
const ACCOUNTS_READ: Readonly<Record<AccountFact['type'], Partial<Account>>> = {
  'account.entered': { pending: expect.objectContaining({ enteredBy: 'somebody' }) },
  'account.confirmedByHolder': { pending: expect.objectContaining({ holderConfirmedAt: '2026-11-22T09:00:00.000Z' }) },
  'account.confirmedByOfficer': { pending: expect.objectContaining({ officer: 'somebody' }) },
  'account.rejected': { rejected: expect.objectContaining({ at: '2026-11-22T09:00:00.000Z' }) },
  'account.withdrawn': { seq: 2 },
};

const CLAIMS_READ: Readonly<Record<ClaimFact['type'], Partial<Claim>>> = {
  'claim.drafted': { stage: 'drafted', of: expect.objectContaining({ on: '2026-11-23' }) },
  'claim.recomputed': { fee: expect.objectContaining({ units: 2, feeCents: 40_00 }) },
  'claim.expenseSet': { expenses: [expect.objectContaining({ cents: expect.any(Number) })] },
  'claim.biasDeclared': { biased: [expect.any(String)] },
  'claim.feeAsked': { feeAsked: true },
  'claim.expenseRemoved': { expenses: [] },
  'claim.submitted': { stage: 'submitted', caseNumber: 'A26-7K3MPQ' },
  'claim.queried': { stage: 'queried' },
  'claim.answered': { stage: 'submitted' },
  'claim.certified': { stage: 'certified', certifiedBy: asId('somebody') },
  'claim.rejectionProposed': { stage: 'rejectionProposed', proposal: expect.objectContaining({ totalCents: 22_50 }) },
  'claim.rejectionReturned': { stage: 'submitted' },
  'claim.partlyRejected': { stage: 'partlyCertified', releasers: [asId('somebody')] },
  'claim.firstOrdered': { stage: 'firstOrdered', firstOrderedBy: asId('somebody') },
  'claim.ordered': { stage: 'ordered', orderers: [asId('somebody')] },
  'claim.paid': { stage: 'paid', paidOn: expect.stringMatching('2026-12-01') },
  'claim.paymentFailed': { stage: 'paymentFailed' },
  'claim.bankDataFixed': { stage: 'certified' },
  'claim.overpaymentFound': { stage: 'none' },
  'claim.offsetDecided': { stage: 'paid' },
  'claim.voided': { stage: 'void' },
};

const [OPENED] = PAYMENTS;

/** The stage to which each leads: payments behind their opening, runs by themselves, statements have none. */
const PAYMENTS_READ: Readonly<Record<(PaymentFact | RunFact | StatementFact)['type'], string>> = {
  'payment.opened': 'ready',
  'payment.held': 'held',
  'payment.freed': 'ready',
  'payment.collected': 'inRun',
  'payment.dropped': 'ready',
  'payment.payeeChecked': 'ready',
  'payment.cancelled': 'cancelled',
  'payment.booked': 'booked',
  'payment.returned': 'returned',
  'payment.rejected': 'rejected',
  'payment.renumbered': 'ready',
  'run.opened': 'open',
  'run.closed': 'closed',
  'run.reopened': 'open',
  'run.released': 'released',
  'run.transmitted': 'sent',
  'run.cancelled': 'cancelled',
  'run.rejectionNoted': 'none',
  'run.rejected': 'rejected',
  'statement.received': '',
  'statement.reconciled': '',
};

const paymentStage = (fact: (typeof PAYMENTS)[number]): string => {
  if (fact.type.startsWith('run.')) return readRun([recorded(fact as RunFact)]).stage;
  if (fact.type.startsWith('statement.')) return '';
  const stream = fact === OPENED ? [OPENED] : [OPENED!, fact];
  return stageOf(readPayment(stream.map((one, index) => recorded(one as PaymentFact, index + 1))));
};

const typesOf = (facts: readonly Fact[]) => [...new Set(facts.map(({ type }) => type))].sort();

describe('the samples of all facts', () => {
  test('no type is without a sample', () => {
    expect(typesOf(FUNDING)).toEqual(Object.keys(FUNDING_READ).sort());
    expect(typesOf(CLAIMS)).toEqual(Object.keys(CLAIMS_READ).sort());
    expect(typesOf(LEDGER)).toEqual([
      'erasure.asked',
      'erasure.confirmed',
      'erasure.declined',
      'held.published',
      'quarter.published',
    ] satisfies LedgerFact['type'][]);
    expect(typesOf(NOTICES)).toEqual(Object.keys(NOTICES_READ).sort());
    expect(typesOf(ACCOUNTS)).toEqual(Object.keys(ACCOUNTS_READ).sort());
    expect(typesOf(PAYMENTS)).toEqual(Object.keys(PAYMENTS_READ).sort());
  });

  test.each(FUNDING.map((fact) => [fact.type, fact] as const))('%s is read as ever', (type, fact) => {
    expect(readApplication([recorded(fact)])).toMatchObject(FUNDING_READ[type]);
  });

  test.each(NOTICES.map((fact) => [fact.type, fact] as const))('%s is read as ever', (type, fact) => {
    // A retrieval counts behind the dispatch to the portal only.
    const dispatched = NOTICES.find(({ type }) => type === 'notice.dispatched');
    const before = fact.type === 'notice.retrieved' ? [recorded(dispatched!)] : [];
    expect(readNotice([...before, recorded(fact, before.length + 1)])).toMatchObject(NOTICES_READ[type]);
  });

  test.each(ACCOUNTS.map((fact) => [fact.type, fact] as const))('%s is read as ever', (type, fact) => {
    const before = fact === ENTERED ? [] : [recorded(ENTERED!)];
    expect(readAccount([...before, recorded(fact, before.length + 1)])).toMatchObject(ACCOUNTS_READ[type]);
  });

  test.each(CLAIMS.map((fact) => [fact.type, fact] as const))('%s is read as ever', (type, fact) => {
    expect(readClaim([recorded(fact)])).toMatchObject(CLAIMS_READ[type]);
  });

  test.each(PAYMENTS.map((fact) => [fact.type, fact] as const))('%s is read as ever', (type, fact) => {
    expect(paymentStage(fact)).toBe(PAYMENTS_READ[type]);
  });

  test('what the portal writes today has a sample with exactly its fields', async () => {
    const journal = await loaded(await cityRows());
    const portal = await brittlePortal(journal, strikingCalls());
    await journey(portal.send, portal.settle);
    const formOf = (fact: Fact) => [fact.type, ...Object.keys(fact).sort()].join(' ');
    const known = new Set([...FUNDING, ...NOTICES].map(formOf));
    const written = new Set(streamOf(journal.rows()).map(({ fact }) => formOf(fact)));
    expect([...written].filter((form) => !known.has(form))).toEqual([]);
    expect(typesOf(streamOf(journal.rows()).map(({ fact }) => fact))).toEqual(typesOf([...FUNDING, ...NOTICES]));
  });
});
