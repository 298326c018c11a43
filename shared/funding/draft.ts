import type { Instant } from '../kernel/day.ts';
import type { ApplicationId, CallId, OrganisationId, PersonId } from '../kernel/id.ts';
import type { Flaw } from '../kernel/result.ts';
import { isDay } from '../kernel/day.ts';
import { gapsOf, type Answers, type Form } from '../programmes/form.ts';
import type { Call } from '../programmes/programme.ts';
import { planOf } from './plan.ts';
import { ownOf } from '../kernel/own.ts';

/** Antragsentwurf: an ordinary record, written by any editor or signatory of the organisation until it is submitted. */
export interface Draft {
  readonly id: ApplicationId;
  readonly organisation: OrganisationId;
  readonly call: CallId;
  readonly formId: string;
  readonly sections: Readonly<Record<string, Answers>>;
  readonly version: number;
  readonly createdAt: Instant;
  readonly createdBy: PersonId;
  readonly savedAt: Instant;
  readonly savedBy: PersonId;
  /** Thrown away before it was submitted: nothing of it is left but that it was. */
  readonly discardedAt?: Instant;
  /** By section, who saved it last and when; drafts of before do not have it. */
  readonly saves?: Readonly<Record<string, { readonly at: Instant; readonly by: PersonId }>>;
}

const periodFlaws = (answers: Answers, call: Call): Flaw[] => {
  const { from, to } = answers as { from?: string; to?: string };
  if (from === undefined || to === undefined || !isDay(from) || !isDay(to)) return [];
  if (to < from) return [{ path: 'project.to', code: 'before-start' }];
  const outside = { code: 'outside-funding-period', from: call.fundingFrom, to: call.fundingTo };
  return [
    ...(from < call.fundingFrom ? [{ path: 'project.from', ...outside }] : []),
    ...(to > call.fundingTo ? [{ path: 'project.to', ...outside }] : []),
  ];
};

const planFlaws = (answers: Answers, call: Call): Flaw[] => {
  const { costs, totalCents, requestedCents } = planOf(answers);
  if (costs.length === 0) return [];
  const most = call.programme.maxShareBasisPoints;
  const overShare = most !== undefined && BigInt(requestedCents) * 10_000n > BigInt(totalCents) * BigInt(most);
  return [
    ...(requestedCents < call.minCents
      ? [{ path: 'plan.costs', code: 'below-least-grant', minimum: call.minCents }]
      : []),
    ...(requestedCents > call.maxCents
      ? [{ path: 'plan.costs', code: 'above-most-grant', maximum: call.maxCents }]
      : []),
    ...(overShare ? [{ path: 'plan.cover', code: 'own-share-too-small', maximum: most }] : []),
  ];
};

/** Everything that still stands between a draft and its submission, by section and question. */
export const gapsOfDraft = (draft: Pick<Draft, 'sections'>, form: Form, call: Call): Flaw[] => [
  ...form.sections.flatMap((section) => gapsOf(section, ownOf(draft.sections, section.id) ?? {})),
  ...periodFlaws(draft.sections['project'] ?? {}, call),
  ...planFlaws(draft.sections['plan'] ?? {}, call),
];
