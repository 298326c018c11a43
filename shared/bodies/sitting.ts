import type { Instant } from '../kernel/day.ts';
import { replay, type Recorded } from '../kernel/decider.ts';
import type { PersonId } from '../kernel/id.ts';
import type { Attendance, SittingFact, SittingStage } from './facts.ts';

type FactOf<T extends SittingFact['type']> = Extract<SittingFact, { type: T }>;

export interface Objection {
  readonly seq: number;
  readonly person: PersonId;
  readonly at: Instant;
  readonly answer?: { readonly seq: number; readonly outcome: 'corrected' | 'stays' };
}

export interface SittingDocument {
  readonly document: string;
  readonly kind: FactOf<'sitting.documentAdded'>['kind'];
  readonly sha256: string;
  readonly isPublic: boolean;
  readonly at: Instant;
}

/** A sitting (Sitzung) as its facts tell it; `seq` is the number of the last one. */
export interface Sitting {
  readonly stage: 'none' | SittingStage;
  readonly seq: number;
  readonly plan?: Omit<FactOf<'sitting.planned'>, 'type'>;
  readonly cancelledSeq?: number;
  readonly invitedAt?: Instant;
  /** The list that counts: the confirmation or its last correction. */
  readonly attendance?: Attendance;
  readonly corrections: readonly { readonly seq: number; readonly at: Instant }[];
  readonly objections: readonly Objection[];
  readonly documents: readonly SittingDocument[];
  /** How often plan or place changed; calendar programmes order by it. */
  readonly revision: number;
}

export const NEW_SITTING: Sitting = {
  stage: 'none',
  seq: 0,
  corrections: [],
  objections: [],
  documents: [],
  revision: 0,
};

const listOf = (
  { from, to, entries, type }: FactOf<'sitting.attendanceConfirmed' | 'sitting.attendanceCorrected'>,
  { seq, by, at }: Recorded,
): Attendance => ({
  seq,
  from,
  to,
  entries,
  by: by as PersonId,
  at,
  isCorrection: type === 'sitting.attendanceCorrected',
});

const answered = (objections: readonly Objection[], fact: FactOf<'sitting.objectionAnswered'>, seq: number) =>
  objections.map((one) =>
    one.person === fact.person && one.answer === undefined ? { ...one, answer: { seq, outcome: fact.outcome } } : one,
  );

const evolveSitting = (before: Sitting, recorded: Recorded<SittingFact>): Sitting => {
  const { seq, by, at, fact } = recorded;
  const state = { ...before, seq };
  switch (fact.type) {
    case 'sitting.planned': {
      const { type: _, ...plan } = fact;
      return { ...state, stage: 'planned', plan };
    }
    case 'sitting.moved': {
      const { type: _, ...moved } = fact;
      return { ...state, plan: { ...state.plan!, ...moved }, revision: state.revision + 1 };
    }
    case 'sitting.cancelled':
      return { ...state, stage: 'cancelled', cancelledSeq: seq, revision: state.revision + 1 };
    case 'sitting.invited':
      return { ...state, invitedAt: at };
    case 'sitting.documentAdded': {
      const { type: _, ...document } = fact;
      return { ...state, documents: [...state.documents, { ...document, at }] };
    }
    case 'sitting.documentRemoved':
      return { ...state, documents: state.documents.filter(({ document }) => document !== fact.document) };
    case 'sitting.attendanceConfirmed':
      return { ...state, stage: 'attended', attendance: listOf(fact, recorded) };
    case 'sitting.attendanceCorrected':
      return {
        ...state,
        attendance: listOf(fact, recorded),
        corrections: [...state.corrections, { seq, at }],
      };
    case 'sitting.objected':
      return { ...state, objections: [...state.objections, { seq, person: by as PersonId, at }] };
    case 'sitting.objectionAnswered':
      return { ...state, objections: answered(state.objections, fact, seq) };
  }
};

export const readSitting = (stream: readonly Recorded<SittingFact>[]): Sitting =>
  replay(NEW_SITTING, evolveSitting, stream);

export const openObjections = ({ objections }: Sitting): number =>
  objections.filter(({ answer }) => answer === undefined).length;
