import type { Actor } from '../../../shared/kernel/actor.ts';
import type { ClaimId } from '../../../shared/kernel/id.ts';

/** An act on one claim, as its route hands it over. */
export interface Asked<B = object> {
  readonly claim: ClaimId;
  readonly actor: Actor;
  readonly key: string;
  readonly body: B;
}
