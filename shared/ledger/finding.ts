/** What does not hold; also the locale key `ledger.refusal.<problem>`. */
export type Problem =
  | 'not-a-verifier-key'
  | 'checkpoint-missing'
  | 'malformed-note'
  | 'malformed-checkpoint'
  | 'not-signed-by-this-key'
  | 'bad-signature'
  | 'other-origin'
  | 'bundle-missing'
  | 'malformed-bundle'
  | 'entry-missing'
  | 'malformed-entry'
  | 'entry-altered'
  | 'entry-twice'
  | 'disclosures-missing'
  | 'malformed-disclosures'
  | 'text-altered'
  | 'text-of-unknown-entry'
  | 'tile-missing'
  | 'tile-altered'
  | 'root-differs'
  | 'rolled-back'
  | 'not-consistent';

export interface Finding {
  readonly problem: Problem;
  /** Where: a path below the log, an entry's number or its id. */
  readonly at: string;
}

/** Ends an audit early; never leaves `auditLog`. */
export class Found extends Error {
  readonly finding: Finding;
  constructor(problem: Problem, at: string) {
    super(problem);
    this.finding = { problem, at };
  }
}

/** What the check stumbled over. */
export const foundIn = (check: () => void): Found | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof Found) return error;
    throw error;
  }
};
