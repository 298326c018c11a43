import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { instant } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import type { Fact } from '../kernel/decider.ts';
import { readBody, type Body } from './body.ts';
import type { BodyFact, SittingFact } from './facts.ts';
import { readSitting, type Sitting } from './sitting.ts';

/** Every fact that was ever shipped, in each form it ever had; a line is only ever added. */
const SAMPLES = JSON.parse(readFileSync('shared/bodies/facts.samples.json', 'utf8')) as (BodyFact | SittingFact)[];

const recorded = <F extends Fact>(fact: F, seq = 1) => ({
  seq,
  fact,
  at: instant('2026-11-22T09:00:00Z'),
  by: asId<'person'>('somebody'),
});

const APPOINTED = SAMPLES.find(({ type }) => type === 'seat.appointed') as BodyFact;
const PLANNED = SAMPLES.find(({ type }) => type === 'sitting.planned') as SittingFact;

/** What each type makes of a body or a sitting; a new type does not compile until it stands here. */
const BODY: Readonly<Record<BodyFact['type'], Partial<Body>>> = {
  'seat.appointed': { seats: new Map([['sitz-1', expect.anything()]]) },
  'seat.ended': {
    seats: new Map([
      ['sitz-1', expect.objectContaining({ member: [expect.objectContaining({ until: '2026-06-30' })] })],
    ]),
  },
  'body.settingsChanged': { settings: expect.objectContaining({ onlineAttendancePaid: false }) },
};
const SITTING: Readonly<Record<SittingFact['type'], Partial<Sitting>>> = {
  'sitting.planned': { stage: 'planned' },
  'sitting.moved': { revision: 1, plan: expect.objectContaining({ from: '2026-11-20T17:00', body: 'body-bezirk-03' }) },
  'sitting.cancelled': { stage: 'cancelled', cancelledSeq: 2 },
  'sitting.invited': { invitedAt: instant('2026-11-22T09:00:00Z') },
  'sitting.documentAdded': { documents: [expect.objectContaining({ kind: 'agenda', isPublic: true })] },
  'sitting.documentRemoved': { documents: [] },
  'sitting.attendanceConfirmed': { stage: 'attended', attendance: expect.objectContaining({ isCorrection: false }) },
  'sitting.attendanceCorrected': {
    attendance: expect.objectContaining({ isCorrection: true, to: '2026-11-19T19:30' }),
  },
  'sitting.objected': { objections: [expect.objectContaining({ person: 'somebody' })] },
  'sitting.objectionAnswered': { objections: [] },
};

test('no type is without a sample', () => {
  const types = [...new Set(SAMPLES.map(({ type }) => type))].sort();
  expect(types).toEqual([...Object.keys(BODY), ...Object.keys(SITTING)].sort());
});

test.each(SAMPLES.map((fact) => [fact.type, fact] as const))('%s is read as ever', (type, fact) => {
  if (type in BODY) {
    const facts = [APPOINTED, fact as BodyFact].map((one, index) => recorded(one, index + 1));
    expect(readBody(facts)).toMatchObject(BODY[type as BodyFact['type']]);
  } else {
    const facts = [PLANNED, fact as SittingFact].map((one, index) => recorded(one, index + 1));
    expect(readSitting(facts)).toMatchObject(SITTING[type as SittingFact['type']]);
  }
});
