/** Why the local city can't start, as one sentence that says what to do. `scripts/start.ts` prints it and exits with 1. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
