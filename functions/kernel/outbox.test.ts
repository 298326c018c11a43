import { beforeEach, describe, expect, test } from 'vitest';
import { addSeconds, instant, type Instant } from '../../shared/kernel/day.ts';
import { unwellParts } from './health.ts';
import { outboxKey, type Journal, type Row, type Task } from './journal.ts';
import { memoryJournal } from './journal.memory.ts';
import { mailFailuresAsk, mailFailuresIn } from './mail-failure.ts';
import { MailNotSent } from './mail.ts';
import { noteOutbox } from './note-outbox.ts';
import {
  openTasks,
  outboxFigures,
  PARKED_AFTER,
  pauseAfter,
  STUCK_AFTER,
  sweep,
  workOff,
  type Reactions,
} from './outbox.ts';
import { driveAgain, taskLines } from './tasks.ts';

const START = instant('2026-11-23T09:00:00Z');
const TASK: Task = { id: 'mail-1', kind: 'bodies.mail', sitting: 'sitting-1', person: 'member' };

let now: Instant;
let journal: Journal;
let logged: string[];
let fails: (task: Task) => Error | undefined;
let done: string[];

const deps = () => ({
  journal,
  clock: { now: () => now },
  log: (failure: object) => logged.push(JSON.stringify(failure)),
});

const finish = async (task: Task): Promise<void> => {
  const error = fails(task);
  if (error !== undefined) throw error;
  done.push(task.id);
  await journal.commit({ at: now, by: 'system', completes: outboxKey(task) });
};

const reactions: Reactions = { 'bodies.mail': finish, 'notices.issue': finish };

const enter = (tasks: readonly Task[], at = now) => journal.commit({ at, by: 'system', tasks });
const rowOf = async (task: Task): Promise<Row | undefined> => (await journal.read([outboxKey(task)]))[0]![0];
const swept = () => sweep(deps(), reactions);
const after = (seconds: number): void => {
  now = addSeconds(now, seconds);
};

beforeEach(() => {
  now = START;
  journal = memoryJournal();
  logged = [];
  done = [];
  fails = () => undefined;
});

describe('a task that fails', () => {
  test('is counted at every attempt, also when the stream tells of the row as it was at first', async () => {
    fails = () => new TypeError('broken');
    await enter([TASK]);
    const asToldByStream = (await rowOf(TASK))!;
    const worked = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) worked.push(await workOff(deps(), reactions, asToldByStream));
    expect(worked).toEqual(['again', 'left', 'left']);
    expect(await rowOf(TASK)).toMatchObject({ attempts: 3, lastFailure: 'TypeError' });
    expect(logged.map((line) => (JSON.parse(line) as { attempts: number }).attempts)).toEqual([1, 2, 3]);
  });

  test('waits longer and longer between attempts, up to an hour, shortened by chance', () => {
    expect([1, 2, 3, 4, 9, 11].map((attempts) => pauseAfter(attempts, 0))).toEqual([0, 30, 60, 120, 3600, 3600]);
    expect(pauseAfter(4, 1)).toBe(60);
  });

  test('is left alone by the sweep until its pause is over', async () => {
    fails = () => new Error('broken');
    await enter([TASK]);
    expect([await swept(), await swept(), await swept()]).toEqual([
      { done: 0, failed: 1 },
      { done: 0, failed: 1 },
      { done: 0, failed: 0 },
    ]);
    after(31);
    expect(await swept()).toEqual({ done: 0, failed: 1 });
  });

  test(`is parked after ${PARKED_AFTER} attempts, and tried no more until somebody drives it again`, async () => {
    fails = () => new Error('broken');
    await enter([TASK]);
    for (let hour = 0; hour < 24; hour += 1) {
      await swept();
      after(3601);
    }
    expect(await rowOf(TASK)).toMatchObject({ attempts: PARKED_AFTER, parkedAt: expect.any(String) as string });
    expect(logged).toHaveLength(PARKED_AFTER);
    fails = () => undefined;
    expect(await swept()).toEqual({ done: 0, failed: 0 });
    await journal.commit({ at: now, by: 'system', ...driveAgain((await rowOf(TASK))!) });
    expect(await rowOf(TASK)).toMatchObject({ attempts: 0, task: TASK });
    expect(await swept()).toEqual({ done: 1, failed: 0 });
    expect(await rowOf(TASK)).toBeUndefined();
  });

  test('that nobody knows how to do is a failure like any other, whatever it calls itself', async () => {
    await enter([{ id: 'odd', kind: 'constructor' }]);
    expect(await swept()).toEqual({ done: 0, failed: 1 });
  });

  test('a task that was done meanwhile does not come back by being driven again', async () => {
    await enter([TASK]);
    const row = (await rowOf(TASK))!;
    await swept();
    expect(await journal.commit({ at: now, by: 'system', ...driveAgain(row) })).toMatchObject({ is: 'refused' });
    expect(await openTasks(journal)).toEqual([]);
  });

  test('a failure that cannot be counted is tried again and holds up nobody else', async () => {
    await enter([TASK, { id: 'other', kind: 'notices.issue' }]);
    fails = ({ id }) => (id === TASK.id ? new Error('broken') : undefined);
    const whole = journal;
    const broken = { ...deps(), journal: { ...whole, commit: () => Promise.reject(new Error('away')) } };
    expect(await workOff(broken, reactions, (await rowOf(TASK))!)).toBe('again');
    expect((await sweep(broken, reactions)).done).toBe(1);
    expect(done).toEqual(['other']);
  });
});

describe('many failing tasks', () => {
  test('new ones are worked off before those that failed, and age counts, not the name', async () => {
    fails = ({ kind }) => (kind === 'notices.issue' ? new Error('no bytes') : undefined);
    const failing = Array.from({ length: 20 }, (_, n) => ({ id: `a-${n}`, kind: 'notices.issue' }));
    await enter(failing);
    await swept();
    await swept();
    after(60);
    await enter([TASK]);
    const seen: string[] = [];
    const watching: Reactions = {
      ...reactions,
      'bodies.mail': (task) => (seen.push(task.id), finish(task)),
      'notices.issue': (task) => (seen.push(task.id), finish(task)),
    };
    await sweep(deps(), watching);
    expect(seen[0]).toBe(TASK.id);
    expect(seen).toHaveLength(21);
  });

  test('the oldest is found among any number, by its age and not by its name', async () => {
    await enter([{ id: 'zzz-oldest', kind: 'notices.issue' }], addSeconds(START, -7200));
    for (let hundred = 0; hundred < 10; hundred += 1)
      await enter(Array.from({ length: 100 }, (_, n) => ({ id: `task-${hundred}-${n}`, kind: 'notices.issue' })));
    const rows = await openTasks(journal);
    expect(rows).toHaveLength(1001);
    expect(outboxFigures(rows, now)).toMatchObject({ open: 1001, oldestSeconds: 7200 });
  });

  test('what is younger than the grace is the stream’s alone', async () => {
    await enter([TASK]);
    after(9);
    expect(await sweep(deps(), reactions, { which: 'due', graceSeconds: 10 })).toEqual({ done: 0, failed: 0 });
    after(1);
    expect(await sweep(deps(), reactions, { which: 'due', graceSeconds: 10 })).toEqual({ done: 1, failed: 0 });
  });
});

describe('a mail that cannot be delivered', () => {
  test('is parked at once, and its office can see to whom and why, without an address', async () => {
    fails = () => new MailNotSent('address-refused', '550');
    await enter([TASK]);
    await swept();
    const [rows = []] = await journal.read([mailFailuresAsk('sitting', 'sitting-1')]);
    expect(mailFailuresIn(rows)).toEqual([
      { task: 'mail-1', kind: 'bodies.mail', at: START, reason: 'address-refused', person: 'member' },
    ]);
    const figures = outboxFigures(await openTasks(journal), now);
    expect(figures).toMatchObject({ parked: 1, refusedMails: 1, stuck: 0, oldestSeconds: 0 });
  });

  test('is no longer told of once it is driven again', async () => {
    fails = () => new MailNotSent('address-refused', '550');
    await enter([TASK]);
    await swept();
    await journal.commit({ at: now, by: 'system', ...driveAgain((await rowOf(TASK))!) });
    expect(await journal.read([mailFailuresAsk('sitting', 'sitting-1')])).toEqual([[]]);
  });

  test('waits and is tried again where the service is only away', async () => {
    fails = () => new MailNotSent('unavailable', 'ECONNREFUSED');
    await enter([TASK]);
    await swept();
    expect((await rowOf(TASK))!['parkedAt']).toBeUndefined();
    expect(outboxFigures(await openTasks(journal), now)).toMatchObject({ waitingMails: 1, parked: 0 });
  });
});

describe('what the operator sees', () => {
  test('parked before failing before open, with reason and age, and neither person nor case', async () => {
    fails = ({ id }) => (id === 'refused' ? new MailNotSent('address-refused', '550') : new RangeError('no'));
    await enter([
      { id: 'refused', kind: 'bodies.mail', sitting: 'sitting-geheim', person: 'amina-geheim' },
      { id: 'amina-geheim-task', kind: 'notices.issue', application: 'app-geheim' },
    ]);
    await swept();
    await enter([TASK]);
    after(60);
    const lines = taskLines(await openTasks(journal), now);
    expect(lines.map(({ id: _, dueAt: __, ...rest }) => rest)).toEqual([
      { kind: 'bodies.mail', state: 'parked', attempts: 1, reason: 'mail-address-refused', ageSeconds: 60 },
      { kind: 'notices.issue', state: 'failing', attempts: 1, reason: 'RangeError', ageSeconds: 60 },
      { kind: 'bodies.mail', state: 'open', attempts: 0, ageSeconds: 60 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/geheim|member|sitting/);
  });

  test('how the portal is: well, or which part is not', async () => {
    const watched = (room = true) => ({
      ...deps(),
      queue: 'ledger#queue',
      aside: 'ledger#aside',
      hasRoom: async () => room,
    });
    expect(await unwellParts(watched())).toEqual([]);
    fails = () => new Error('broken');
    await enter([TASK]);
    for (let attempt = 1; attempt < STUCK_AFTER; attempt += 1) {
      await swept();
      after(600);
    }
    await noteOutbox(deps());
    expect(await unwellParts(watched())).toEqual(['tasks']);
    const put = { pk: 'ledger#queue', sk: `${START}#entry` };
    await journal.commit({ at: now, by: 'system', writes: [{ put }] });
    expect(await unwellParts(watched(false))).toEqual(['tasks', 'ledger', 'disk']);
    await journal.commit({ at: now, by: 'system', writes: [{ remove: put }] });
    fails = () => undefined;
    await swept();
    await noteOutbox(deps());
    expect(await unwellParts(watched())).toEqual([]);
  });
});
