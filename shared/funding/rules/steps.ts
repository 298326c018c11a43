import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Application, FundingFact } from '../facts.ts';
import { permit, type Parties, type PermitRefusal } from './permit.ts';

/** Antrag zurücknehmen; possible until the decision. No notice follows, only a confirmation (rules 2.2). */
export const withdraw = (
  application: Application,
  parties: Parties,
  actor: Actor,
): Result<FundingFact[], PermitRefusal> => {
  const permitted = permit('withdraw', application, parties, actor);
  return permitted.ok ? ok([{ type: 'application.withdrawn' }]) : permitted;
};

/** Vorgang übernehmen: from now on the applicant sees who holds the file. */
export const take = (
  application: Application,
  parties: Parties,
  actor: Actor,
): Result<FundingFact[], PermitRefusal> => {
  const permitted = permit('take', application, parties, actor);
  return permitted.ok ? ok([{ type: 'application.taken' }]) : permitted;
};

/** Vorschlag zurückgeben, with a comment for the case officer. */
export const returnProposal = (
  application: Application,
  parties: Parties,
  actor: Actor,
  textsHash: string,
): Result<FundingFact[], PermitRefusal> => {
  const permitted = permit('return', application, parties, actor);
  return permitted.ok ? ok([{ type: 'application.returned', textsHash }]) : permitted;
};
