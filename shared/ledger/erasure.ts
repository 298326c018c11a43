import type { Actor, Role } from '../kernel/actor.ts';
import { replay, type Recorded } from '../kernel/decider.ts';
import type { EntryId, PersonId } from '../kernel/id.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { TextName } from './entry.ts';
import type { ErasureFact } from './facts.ts';

/**
 * Why published words are erased; told in public, so never in words of one's own. `request`: Art. 17 GDPR; `objection`: Art. 21
 * GDPR; `mistake`: should never have been published; `secret`: a business secret; `order`: a court or the supervisory authority.
 */
export const ERASURE_GROUNDS = ['request', 'objection', 'mistake', 'secret', 'order'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

export type ErasureStage = 'none' | 'asked' | 'confirmed' | 'declined';

export interface Erasure {
  readonly seq: number;
  readonly stage: ErasureStage;
  readonly entry?: EntryId;
  readonly names: readonly TextName[];
  readonly ground?: ErasureGround;
  readonly askedBy?: PersonId | 'system';
}

const NONE: Erasure = { seq: 0, stage: 'none', names: [] };

const evolve = (erasure: Erasure, { seq, by, fact }: Recorded<ErasureFact>): Erasure => {
  switch (fact.type) {
    case 'erasure.asked': {
      const { entry, names, ground } = fact;
      return { seq, stage: 'asked', entry, names, ground, askedBy: by };
    }
    case 'erasure.confirmed':
      return { ...erasure, seq, stage: 'confirmed' };
    case 'erasure.declined':
      return { ...erasure, seq, stage: 'declined' };
  }
};

export const readErasure = (stream: readonly Recorded<ErasureFact>[]): Erasure => replay(NONE, evolve, stream);

/** Who keeps the register: they release waiting rows, and two of them erase words. */
const KEEPERS: readonly Role[] = ['programmeManager', 'admin'];

const hasOne = ({ roles }: Actor, wanted: readonly Role[]): boolean => roles.some(({ role }) => wanted.includes(role));

export const keepsRegister = (actor: Actor): boolean => hasOne(actor, KEEPERS);

/** The auditor sees what is kept from the public and changes nothing. */
export const seesRegisterOffice = (actor: Actor): boolean => hasOne(actor, [...KEEPERS, 'auditor']);

export type ErasureRefusal = 'not-permitted' | 'illegal-step' | 'second-person-needed';

/** Erasing cannot be taken back, so another person than the one who asked agrees; who asked may still withdraw it. */
export const decideErasure = (
  erasure: Erasure,
  act: 'confirm' | 'decline',
  actor: Actor,
): Result<ErasureFact, ErasureRefusal> => {
  if (!keepsRegister(actor)) return refuse('not-permitted');
  if (erasure.stage !== 'asked') return refuse('illegal-step');
  if (act === 'decline') return ok({ type: 'erasure.declined' });
  return erasure.askedBy === actor.person ? refuse('second-person-needed') : ok({ type: 'erasure.confirmed' });
};
