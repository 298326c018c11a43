import type { Actor } from '../../shared/kernel/actor.ts';
import type { SecurityEvent } from './security-log.ts';
import type { Language } from '../../shared/kernel/language.ts';

/** What every route finds in its context. */
export interface Env {
  Variables: {
    /** The person who is signed in, with the roles held now; undefined for the public. */
    actor: Actor | undefined;
    language: Language;
    requestId: string;
    /** Why the request was turned away. */
    refusal?: string;
    /** What the security log tells of if the act succeeds. */
    marked?: SecurityEvent;
  };
}
