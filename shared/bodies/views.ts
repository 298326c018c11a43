import type { Day, Instant } from '../kernel/day.ts';
import type { AuthorityId, BodyId, PersonId, SeatId, SittingId } from '../kernel/id.ts';
import type { WallTime } from '../kernel/wall-time.ts';
import type { DocumentKind, HalfDays, SeatRole, SittingMode, SittingStage } from './facts.ts';
import type { ExpenseRule } from './wire.ts';

/** One body in the public directory. */
export interface BodyLine {
  readonly id: BodyId;
  readonly name: string;
  readonly kind: 'stateBoard' | 'districtBoard';
  readonly district?: string;
  readonly districtName?: string;
  /** Whom it advises, in German. */
  readonly advises: string;
  readonly next?: { readonly from: WallTime; readonly to: WallTime };
}

export interface PublicSeat {
  readonly seat: SeatId;
  readonly label: string;
  readonly as: SeatRole;
  /** Only with consent. */
  readonly name?: string;
  readonly organisation?: string;
  readonly from: Day;
  readonly until?: Day;
}

export interface PublicSitting {
  readonly sitting: SittingId;
  readonly title: string;
  readonly from: WallTime;
  readonly to: WallTime;
  readonly mode: SittingMode;
  readonly place: string;
  readonly stage: SittingStage;
  readonly documents: readonly DocumentView[];
}

export interface BodyView extends BodyLine {
  readonly legalBasis: string;
  readonly term: string;
  readonly authority: AuthorityId;
  readonly authorityName: string;
  readonly office: { readonly name: string; readonly mail: string; readonly website: string; readonly address: string };
  readonly seats: readonly PublicSeat[];
  /** Coming ones and those of the last months, newest last. */
  readonly sittings: readonly PublicSitting[];
}

export interface DocumentView {
  readonly document: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly isPublic: boolean;
  readonly addedAt: Instant;
}

/** A seat as the body office sees it. */
export interface SeatView {
  readonly seat: SeatId;
  readonly label: string;
  readonly member?: SeatHolder;
  readonly deputy?: SeatHolder;
}

export interface SeatHolder {
  readonly person: PersonId;
  readonly name: string;
  readonly from: Day;
  readonly until?: Day;
  readonly organisation?: string;
  readonly isPublicServant: boolean;
}

/** Persons or organisations that the portal knows, as an office finds them by name. */
export interface DirectoryView {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  /** More have such a name than are shown. */
  readonly isCut: boolean;
}

/** `GET /api/bodies/:body/office`, for the body office and its authority. */
export interface OfficeView {
  readonly id: BodyId;
  readonly name: string;
  readonly authority: AuthorityId;
  readonly seats: readonly SeatView[];
  readonly settings: {
    readonly version: number;
    readonly onlineAttendancePaid?: boolean;
    readonly halfDays?: HalfDays;
    readonly expenses: readonly ExpenseRule[];
  };
  readonly maySet: boolean;
  /** How many entries of the body's file could not be read; the rest goes on without them. */
  readonly unread?: number;
}

export interface SittingLine {
  readonly sitting: SittingId;
  readonly body: BodyId;
  readonly bodyName: string;
  readonly title: string;
  readonly from: WallTime;
  readonly to: WallTime;
  readonly mode: SittingMode;
  readonly stage: SittingStage;
  /** Objections that wait for an answer. */
  readonly openObjections: number;
}

/** What the reader of a sitting may do now; buttons are shown for these only. */
export const SITTING_ACTS = [
  'move',
  'cancel',
  'invite',
  'addDocument',
  'confirm',
  'correct',
  'object',
  'answerObjection',
] as const;
export type SittingAct = (typeof SITTING_ACTS)[number];

export interface AttendanceRow {
  readonly seat: SeatId;
  readonly label: string;
  readonly member?: { readonly person: PersonId; readonly name: string };
  readonly deputy?: { readonly person: PersonId; readonly name: string };
  /** From the list that counts; absent before it is confirmed. */
  readonly present?: SeatRole | 'absent';
  /** Of a hybrid sitting: took part online. */
  readonly online?: boolean;
}

export interface SittingView extends SittingLine {
  readonly seq: number;
  readonly place: string;
  readonly onlineAddress?: string;
  readonly cancelledBecause?: string;
  readonly invitedAt?: Instant;
  /** For the body's office: who was not reached by a mail about this sitting. */
  readonly unreached?: readonly {
    readonly name: string;
    readonly at: Instant;
    readonly reason: 'address-refused' | 'message-refused' | 'unavailable';
  }[];
  readonly documents: readonly DocumentView[];
  readonly acts: readonly SittingAct[];
  /** All seats for the office; for a member their own. */
  readonly attendance: readonly AttendanceRow[];
  readonly held?: {
    readonly from: WallTime;
    readonly to: WallTime;
    readonly confirmedAt: Instant;
    readonly isCorrection: boolean;
  };
  /** Until when the members who are on the list may object. */
  readonly objectUntil?: Day;
  readonly objections: readonly {
    readonly person: PersonId;
    readonly name: string;
    readonly at: Instant;
    readonly text: string;
    readonly answer?: string;
    readonly outcome?: 'corrected' | 'stays';
  }[];
  readonly corrections: readonly { readonly at: Instant; readonly reason: string }[];
}

export interface SittingLines {
  readonly items: readonly SittingLine[];
  readonly next?: string;
}

/** `GET /api/bodies/mine`: a member's seats, details and coming sittings. */
export interface MemberView {
  readonly version: number;
  readonly name: string;
  readonly email: string;
  /** Asked for and not yet confirmed; mails go to `email` until then. */
  readonly newEmail?: string;
  readonly language: string;
  readonly isNamed: boolean;
  readonly acceptsPortalDelivery: boolean;
  readonly address?: { readonly street: string; readonly postcode: string; readonly town: string };
  readonly seats: readonly {
    readonly body: BodyId;
    readonly bodyName: string;
    readonly seat: SeatId;
    readonly label: string;
    readonly as: SeatRole;
    readonly from: Day;
    readonly until?: Day;
  }[];
}

/** The answer to every act on a sitting. */
export interface SittingStep {
  readonly sitting: SittingId;
  readonly stage: SittingStage;
  readonly seq: number;
}
