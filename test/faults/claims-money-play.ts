import { expect } from 'vitest';
import { statementXml } from '../../functions/payments/statement.fixture.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { BOARD, done } from '../support/board.ts';
import { claimOfPerson, viewOf } from '../support/claims.ts';
import type { TestCity } from '../support/city.ts';
import { confirmReturns } from '../support/payments.ts';
import { FEE, type ClaimsMoneyModel } from './claims-money-model.ts';

export const START = '2026-11-23T09:00:00.000Z' as Instant;
export const PERSONS = ['member', 'member2', 'editor'] as const;
export const SITTINGS = ['sitzung-1', 'sitzung-2', 'sitzung-3'] as const;
export const AUTHORITY = 'be-ba-03';
const PAYER_IBAN = 'DE48831978578963334018';
/** What commands of one run share. */
export interface Play {
  readonly city: TestCity;
  readonly model: ClaimsMoneyModel;
  runs: number;
}

/** Who is on the list. */
export interface Listed {
  readonly sitting: string;
  readonly present: readonly boolean[];
}

/** Which of the payments come back, and whether the statement comes twice. */
export interface Paid {
  readonly returned: number;
  readonly twice: boolean;
}

const allOf = (sitting: string) => PERSONS.map((person) => claimOfPerson(sitting, person));

/** The office confirms the list, or corrects it; not while money of the sitting is under way. */
export const list = async ({ city, model }: Play, { sitting, present }: Listed): Promise<void> => {
  const stages = allOf(sitting).map((claim) => model.stageOf(claim));
  if (stages.some((stage) => stage === 'ordered' || stage === 'failed')) return;
  const path = `/api/bodies/${BOARD}/sittings/${sitting}`;
  const seen = (await (await done(city.get('body-office', path))).json()) as {
    seq: number;
    from: string;
    to: string;
    stage: string;
  };
  const { seq, from, to } = seen;
  const entries = PERSONS.map((_, index) => ({
    seat: `sitz-${index + 1}`,
    present: present[index] === true ? 'member' : 'absent',
  }));
  const isFirst = seen.stage === 'planned';
  const body = { seq, from, to, entries, ...(!isFirst && { reason: 'Berichtigung' }) };
  const answer = await city.post('body-office', `${path}/${isFirst ? 'confirm' : 'correct'}`, body);
  if (!answer.ok) return;
  for (const [index, claim] of allOf(sitting).entries()) model.list(claim, present[index]!);
};

/** A run from opening to the bank's statement, by the right persons; everything that waits is paid or comes back. */
export const pay = async (play: Play, { returned, twice }: Paid): Promise<void> => {
  const { city, model } = play;
  const waiting = SITTINGS.flatMap(allOf).filter((claim) => model.stageOf(claim) === 'ordered');
  if (waiting.length === 0) return;
  const path = `/api/payments/runs/lauf-${(play.runs += 1)}`;
  const opening = { authority: AUTHORITY, executionDay: '2026-11-25', channel: 'verified' };
  await done(city.put('certifier', path, opening));
  await city.settle();
  const run = async () =>
    (await (await city.get('certifier', path)).json()) as { count: number; sumCents: number; fileSha256: string };
  const { count, sumCents } = await run();
  expect({ count, sumCents }).toEqual({ count: waiting.length, sumCents: waiting.length * FEE });
  await done(city.post('certifier', `${path}/close`, { count, sumCents }));
  const { fileSha256 } = await run();
  expect((await city.post('certifier', `${path}/release`, { fileSha256 })).status).toBe(403);
  await done(city.post('orderer', `${path}/release`, { fileSha256 }));
  await done(city.post('orderer', `${path}/transmitted`, { on: '2026-11-23' }));
  const file = Buffer.from(city.deps.files.all.get(`payments/${fileSha256}`) ?? []).toString();
  const ids = [...file.matchAll(/<EndToEndId>([^<]+)</g)].map(([, id]) => id!);
  expect(ids).toHaveLength(waiting.length);
  const back = new Set<string>();
  for (const [index, claim] of waiting.entries()) {
    const comesBack = index % 5 === returned;
    const { caseNumber } = await viewOf(city, 'orderer', claim);
    if (comesBack) back.add(ids.find((id) => id.startsWith(caseNumber!))!);
    model.bank(claim, comesBack);
  }
  const movements = ids.map((endToEndId) => ({ endToEndId, amount: '20.00', reference: endToEndId }));
  const returns = [...back].map((endToEndId) => ({
    endToEndId,
    amount: '20.00',
    returned: 'AC04',
    reference: `${endToEndId}-back`,
  }));
  const xml = new TextEncoder().encode(statementXml(PAYER_IBAN, [...movements, ...returns], `S-${play.runs}`));
  for (const _ of twice ? [1, 2] : [1]) {
    const upload = await city.upload('certifier', xml, 'application/xml');
    await city.post('certifier', '/api/payments/statements', { authority: AUTHORITY, upload });
    await city.settle();
  }
  expect(await confirmReturns(city, AUTHORITY)).toBe(back.size);
  await city.settle();
};
