/** Why storage takes nothing at this moment. */
export type Unavailability = 'storage-full' | 'storage-unsure';

/**
 * Storage cannot promise to keep what it is given. Nobody's rule said no and nothing of ours broke: whoever asks is told so, and
 * a task stays where it is. Thrown, since a commit that was refused would mean that a rule or another person was in the way.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  readonly refusal: Unavailability;

  constructor(refusal: Unavailability, message: string) {
    super(message);
    this.refusal = refusal;
  }
}
