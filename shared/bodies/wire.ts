import * as z from 'zod/mini';
import type { BodyId, OrganisationId, PersonId, SeatId, SittingId, UploadId } from '../kernel/id.ts';
import { mailAddress } from '../kernel/mail-address.ts';
import { cursorText, dayText, filledLine, filledProse, idText, line, publicLine } from '../kernel/text.ts';
import { isWallTime, type WallTime } from '../kernel/wall-time.ts';
import { DOCUMENT_KINDS, type SittingMode } from './facts.ts';

export const bodyParam = z.strictObject({ body: idText<BodyId>() });
export const seatParam = z.strictObject({ body: idText<BodyId>(), seat: idText<SeatId>() });
export const sittingParam = z.strictObject({ body: idText<BodyId>(), sitting: idText<SittingId>() });
export const documentParam = z.strictObject({
  body: idText<BodyId>(),
  sitting: idText<SittingId>(),
  /** The id of its upload. */
  document: idText<UploadId>(),
});

const language = z.optional(z.string().check(z.maxLength(10)));

/** For every GET without further questions. */
export const plainQuery = z.strictObject({ lang: language });
export const pageQuery = z.strictObject({ cursor: z.optional(cursorText()), lang: language });

/** Who is looked for by name; two letters at least, so that nobody leafs through everybody. */
export const directoryQuery = z.strictObject({
  of: z.enum(['people', 'organisations']),
  name: filledLine(100).check(z.minLength(2)),
  lang: language,
});

const wallTimeText = () =>
  z.pipe(
    z.string().check(z.maxLength(16), z.refine(isWallTime, { error: 'not-a-time' })),
    z.transform((text) => text as WallTime),
  );

const MODES = ['inPerson', 'online', 'hybrid'] as const satisfies readonly SittingMode[];

export const REPEATS = ['week', 'twoWeeks', 'month', 'quarter'] as const;
export type Repeat = (typeof REPEATS)[number];

/** Everybody reads it: no phone, no mail address, no account number. */
const publicPlace = z.union([z.literal(''), publicLine(200)]);

/** A sitting, or the first of a series that repeats on the same weekday until the day given. */
export const planBody = z.strictObject({
  title: publicLine(120),
  from: wallTimeText(),
  to: wallTimeText(),
  mode: z.enum(MODES),
  /** Room and address, which the public page shows; empty for a sitting online. */
  place: publicPlace,
  /** For members only. */
  onlineAddress: z.optional(line(300)),
  repeat: z.optional(z.strictObject({ every: z.enum(REPEATS), until: dayText() })),
});

export const moveBody = z.strictObject({
  from: wallTimeText(),
  to: wallTimeText(),
  mode: z.enum(MODES),
  place: publicPlace,
  onlineAddress: z.optional(line(300)),
});

export const cancelBody = z.strictObject({ reason: filledProse(1000) });

const entries = z
  .array(
    z.strictObject({
      seat: idText<SeatId>(),
      present: z.enum(['member', 'deputy', 'absent']),
      /** Of a hybrid sitting: took part online. Without it the person was in the room. */
      online: z.optional(z.boolean()),
    }),
  )
  .check(z.minLength(1), z.maxLength(60));

/** The list as the office saw it: every seat of the day once. `seq` is the sitting's last fact that the office saw. */
export const confirmBody = z.strictObject({
  seq: z.int().check(z.minimum(1)),
  from: wallTimeText(),
  to: wallTimeText(),
  entries,
});
export const correctBody = z.strictObject({
  seq: z.int().check(z.minimum(1)),
  from: wallTimeText(),
  to: wallTimeText(),
  entries,
  reason: filledProse(1000),
});

export const objectBody = z.strictObject({ text: filledProse(1000) });
export const answerObjectionBody = z.strictObject({ person: idText<PersonId>(), text: filledProse(1000) });

export const documentBody = z.strictObject({
  upload: idText<UploadId>(),
  kind: z.enum(DOCUMENT_KINDS),
  title: publicLine(120),
  isPublic: z.boolean(),
});

export const appointBody = z.strictObject({
  as: z.enum(['member', 'deputy']),
  person: idText<PersonId>(),
  from: dayText(),
  until: z.optional(dayText()),
  organisation: z.optional(idText<OrganisationId>()),
  isPublicServant: z.boolean(),
});
export const endSeatBody = z.strictObject({ as: z.enum(['member', 'deputy']), on: dayText() });
/** A seat of the body by its label ("Sitz 7"); never a category. */
export const seatBody = z.strictObject({ label: publicLine(60) });

/** What a member says of themselves; `street` to `town` are needed for a letter only. */
export const memberBody = z.strictObject({
  /** Another one than before is asked for only: it counts when its owner has confirmed it. */
  email: mailAddress(),
  language: z.string().check(z.maxLength(10), z.regex(/^[a-z-]{2,10}$/)),
  /** Consent to be named on the public page of the body. */
  isNamed: z.boolean(),
  /** Consent to electronic delivery in the portal (§ 41(2a) VwVfG). */
  acceptsPortalDelivery: z.boolean(),
  address: z.optional(z.strictObject({ street: filledLine(120), postcode: filledLine(10), town: filledLine(80) })),
});

/** The code that came to the new mail address. */
export const confirmContactBody = z.strictObject({
  code: z.string().check(z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/)),
});

/** Kinds of expenses (Auslagen) that a body can pay beside the fee. */
export const EXPENSE_KINDS = ['publicTransport', 'mileage', 'taxi', 'childcare', 'interpretation'] as const;
export type ExpenseKind = (typeof EXPENSE_KINDS)[number];

/** A kind that is switched on. `capCents` is for one sitting; mileage and its highest amount follow the law. */
export interface ExpenseRule {
  readonly kind: ExpenseKind;
  readonly capCents?: number;
  /** Whether a receipt (Beleg) must be handed over. */
  readonly needsReceipt: boolean;
  readonly needsReason: boolean;
}

export const settingsBody = z.strictObject({
  /** Undecided: an online attendance is then not paid, and the office is told so. */
  onlineAttendancePaid: z.optional(z.boolean()),
  /** The standing decision on two sittings in both halves of a day. Undecided: paid twice, as the ordinance allows. */
  halfDays: z.optional(z.strictObject({ isPaidTwice: z.boolean(), since: dayText() })),
  expenses: z
    .array(
      z.strictObject({
        kind: z.enum(EXPENSE_KINDS),
        capCents: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_00))),
        needsReceipt: z.boolean(),
        needsReason: z.boolean(),
      }),
    )
    .check(z.maxLength(EXPENSE_KINDS.length)),
});
