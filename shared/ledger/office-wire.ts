import * as z from 'zod/mini';
import type { Cents } from '../kernel/cents.ts';
import { cursorText, idText, publicLine, publicProse } from '../kernel/text.ts';
import type { EntryId } from '../kernel/id.ts';
import { TEXT_NAMES, type TextName, type WithheldGround } from './entry.ts';
import { ERASURE_GROUNDS, type ErasureGround } from './erasure.ts';
import type { Suspicion } from './suspicion.ts';

export const entryParam = z.object({ entry: idText<EntryId>() });
export const erasureParam = z.object({ erasure: idText<string>() });

export const heldQuery = z.strictObject({ cursor: z.optional(cursorText()), lang: z.optional(z.string()) });

/** How a waiting row is published: as the file has it, without name and purpose, or with other words. */
export const heldBody = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('asItStands') }),
  z.strictObject({ as: z.literal('withoutName') }),
  z.strictObject({ as: z.literal('changed'), name: z.optional(publicLine(300)), purpose: publicProse(2000) }),
]);
export type HeldBody = z.infer<typeof heldBody>;

/** So many rows at once, all in the same way. */
export const MOST_AT_ONCE = 50;

export const heldManyBody = z.strictObject({
  as: z.enum(['asItStands', 'withoutName']),
  entries: z.array(idText<EntryId>()).check(z.minLength(1), z.maxLength(MOST_AT_ONCE)),
});
export type HeldManyBody = z.infer<typeof heldManyBody>;

export interface HeldView {
  readonly id: EntryId;
  readonly name: string;
  readonly nameWithheld?: WithheldGround;
  readonly purpose: string;
  readonly place?: string;
  readonly funder: string;
  readonly year: number;
  readonly amountCents: Cents;
  readonly suspicions: readonly Suspicion[];
}

export interface HeldList {
  readonly items: readonly HeldView[];
  readonly next: string | null;
  readonly mayDecide: boolean;
}

export const erasureBody = z.strictObject({
  entry: idText<EntryId>(),
  names: z.array(z.enum(TEXT_NAMES)).check(z.minLength(1), z.maxLength(TEXT_NAMES.length)),
  ground: z.enum(ERASURE_GROUNDS),
});
export type ErasureBody = z.infer<typeof erasureBody>;

export interface ErasureView {
  readonly id: string;
  readonly entry: EntryId;
  readonly names: readonly TextName[];
  readonly ground: ErasureGround;
  readonly stage: 'asked' | 'confirmed' | 'declined' | 'erased';
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  readonly mayConfirm: boolean;
  readonly mayDecline: boolean;
}

export interface ErasureList {
  readonly items: readonly ErasureView[];
  readonly mayAsk: boolean;
}
