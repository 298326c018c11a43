import type { Day, Instant } from '../kernel/day.ts';
import type { AuthorityId, BodyId, OrganisationId, PersonId, SeatId, SittingId } from '../kernel/id.ts';
import type { WallTime } from '../kernel/wall-time.ts';
import type { ExpenseRule } from './wire.ts';

/** Ordinary member of a seat, or the one who replaces them in their absence only (Stellvertretung). */
export type SeatRole = 'member' | 'deputy';

/** Whether two sittings in both halves of a day are paid twice, and since which day that is so. */
export interface HalfDays {
  readonly isPaidTwice: boolean;
  readonly since: Day;
}

/**
 * What can have happened to a body's seats. One stream a body. Categories of reserved seats are never stored
 * (domain rules 4): they can reveal origin, religion or orientation.
 */
export type BodyFact =
  | {
      readonly type: 'seat.appointed';
      readonly seat: SeatId;
      readonly as: SeatRole;
      readonly person: PersonId;
      readonly from: Day;
      /** Last day of the term, included. */
      readonly until?: Day;
      /** The organisation that delegates. */
      readonly organisation?: OrganisationId;
      /** Public servants get no compensation (DepEntschGDV § 1(3)). */
      readonly isPublicServant: boolean;
    }
  /** `on` is the last day of the term. */
  | { readonly type: 'seat.ended'; readonly seat: SeatId; readonly as: SeatRole; readonly on: Day }
  /** What is paid beside the fee, and whether sitting online counts: it costs public money. */
  | {
      readonly type: 'body.settingsChanged';
      readonly onlineAttendancePaid?: boolean;
      /** The standing decision on a sitting in the morning and one in the afternoon („zulässig“, § 1(1)), with its day. */
      readonly halfDays?: HalfDays;
      readonly expenses: readonly ExpenseRule[];
    };

/** What a confirmed attendance list says of one seat. */
export interface AttendanceEntry {
  readonly seat: SeatId;
  /** Who sat there; absent: nobody did. */
  readonly present: SeatRole | 'absent';
  /** The member or deputy of that day who is meant by `present`. */
  readonly person?: PersonId;
  readonly isPublicServant?: boolean;
  /** Of a hybrid sitting: whether the person took part online. Absent in lists of other sittings, and in those from before it was asked. */
  readonly online?: boolean;
}

export type SittingMode = 'inPerson' | 'online' | 'hybrid';

/** What can have happened to a sitting (Sitzung). Place, agenda and reasons are records; facts hold their salted hashes. */
export type SittingFact =
  | {
      readonly type: 'sitting.planned';
      readonly body: BodyId;
      readonly authority: AuthorityId;
      readonly from: WallTime;
      readonly to: WallTime;
      readonly mode: SittingMode;
      /** The first sitting of the series to which it belongs. */
      readonly series?: SittingId;
    }
  | { readonly type: 'sitting.moved'; readonly from: WallTime; readonly to: WallTime; readonly mode: SittingMode }
  | { readonly type: 'sitting.cancelled'; readonly textsHash: string }
  | { readonly type: 'sitting.invited'; readonly persons: number }
  | {
      readonly type: 'sitting.documentAdded';
      readonly document: string;
      readonly kind: DocumentKind;
      readonly sha256: string;
      readonly isPublic: boolean;
    }
  | { readonly type: 'sitting.documentRemoved'; readonly document: string }
  | {
      readonly type: 'sitting.attendanceConfirmed';
      /** When the sitting really began and ended. */
      readonly from: WallTime;
      readonly to: WallTime;
      readonly entries: readonly AttendanceEntry[];
    }
  | {
      readonly type: 'sitting.attendanceCorrected';
      readonly from: WallTime;
      readonly to: WallTime;
      readonly entries: readonly AttendanceEntry[];
      /** Salted hash of the reason. */
      readonly textsHash: string;
    }
  | { readonly type: 'sitting.objected'; readonly textsHash: string }
  | {
      readonly type: 'sitting.objectionAnswered';
      readonly person: PersonId;
      readonly outcome: 'corrected' | 'stays';
      readonly textsHash: string;
    };

export const DOCUMENT_KINDS = ['agenda', 'minutes', 'paper'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type SittingStage = 'planned' | 'cancelled' | 'attended';

/** The list that counts: the confirmation or its last correction. */
export interface Attendance {
  /** Number of the fact that says so. */
  readonly seq: number;
  readonly from: WallTime;
  readonly to: WallTime;
  readonly entries: readonly AttendanceEntry[];
  readonly by: PersonId;
  readonly at: Instant;
  readonly isCorrection: boolean;
}
