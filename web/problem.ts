/** One thing that is wrong with what was sent, at its place in the body (`plan.costs.0.cents`). */
export interface Issue {
  readonly path: string;
  readonly message: string;
  /** Of a sign that can't stay: where it begins in the text, for `setSelectionRange`; `message` says it in words. */
  readonly at?: number;
}

/** Told apart by what a person can do about it. `offline`: no answer came at all. */
export type ProblemKind =
  | 'refused'
  | 'malformed'
  | 'not-found'
  | 'signed-out'
  | 'too-large'
  | 'busy'
  | 'offline'
  | 'fault';

/** Why a request did not succeed, read from RFC 9457 problem+json or from the missing answer. */
export interface Problem {
  readonly kind: ProblemKind;
  /** The literal of the reason, where a rule said no. */
  readonly refusal?: string;
  /** The server's sentence in the language of the page: what happened, what was kept, what to do next. */
  readonly detail?: string;
  readonly issues?: readonly Issue[];
  /** Finds the fault in the operator's log. */
  readonly reference?: string;
}

/** Thrown by what loads a page; forms get the problem as a value. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

const KINDS: Readonly<Record<number, ProblemKind>> = {
  400: 'malformed',
  401: 'signed-out',
  404: 'not-found',
  413: 'too-large',
  429: 'busy',
  503: 'busy',
};

/** Refusals that pass by themselves: later, the same step is possible. */
const PASSING: ReadonlySet<string> = new Set([
  'call-not-open',
  'not-held-yet',
  'still-collecting',
  'upload-checking',
  'account-changing',
  'account-first',
  'account-not-usable',
]);

/** What the person saw is not how things stand any more. */
const CHANGED: ReadonlySet<string> = new Set([
  'changed-meanwhile',
  'illegal-step',
  'notice-outdated',
  'totals-changed',
  'file-changed',
  'account-changed',
  'other-person',
]);

/** Which heading is true of a problem: that something is impossible *now* is said only where it will pass. */
export const headingOf = ({ kind, refusal = '' }: Problem): ProblemKind | 'passing' | 'changed' => {
  if (kind !== 'refused') return kind;
  return PASSING.has(refusal) ? 'passing' : CHANGED.has(refusal) ? 'changed' : kind;
};

/** Reads the status and the body of an answer that was not a success. */
export const problemFrom = (status: number, body: Partial<Problem>): Problem => ({
  kind: KINDS[status] ?? (status >= 500 ? 'fault' : 'refused'),
  ...(body.refusal !== undefined && { refusal: body.refusal }),
  ...(body.detail !== undefined && { detail: body.detail }),
  ...(body.issues !== undefined && { issues: body.issues }),
  ...(body.reference !== undefined && { reference: body.reference }),
});
