import type { Actor } from '../../kernel/actor.ts';
import { dayOf, type Day, type Instant } from '../../kernel/day.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
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

/**
 * Dem vorzeitigen Maßnahmebeginn zustimmen (AV § 44 LHO no. 1.3): prior consent, from a day that has not passed. It is a record of
 * its own and gives no claim to a grant.
 */
export const consentEarlyStart = (
  application: Application,
  parties: Parties,
  asked: { readonly from: Day; readonly textsHash: string },
  actor: Actor,
  at: Instant,
): Result<FundingFact[], PermitRefusal | 'early-start-passed'> => {
  const permitted = permit('consentEarlyStart', application, parties, actor);
  if (!permitted.ok) return permitted;
  if (asked.from < dayOf(at)) return refuse('early-start-passed');
  return ok([{ type: 'application.earlyStartConsented', ...asked }]);
};

/** Befangenheit anzeigen (§§ 20, 21 VwVfG), with reasons for the file. From then on this person takes no step in the case. */
export const declareBias = (
  application: Application,
  parties: Parties,
  actor: Actor,
  textsHash: string,
): Result<FundingFact[], PermitRefusal> => {
  const permitted = permit('declareBias', application, parties, actor);
  return permitted.ok ? ok([{ type: 'application.biasDeclared', textsHash }]) : permitted;
};
