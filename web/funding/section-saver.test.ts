import { describe, expect, test } from 'vitest';
import { AMINA, AT, row, server } from './section-saver.fixture.ts';

describe('saving while writing', () => {
  test('what was typed last is what is stored, in as few requests as it takes', async () => {
    const { now, state, saver } = server();
    saver.change({ title: 'A' });
    saver.change({ title: 'AB' });
    expect(state.waiting?.answers).toEqual({ title: 'AB' });
    expect(await saver.flush()).toBe(true);
    expect(now()).toEqual({ title: 'AB' });
    expect(state).toMatchObject({ requests: 1, waiting: undefined });
    expect(saver.saving()).toEqual({ is: 'saved', at: AT });
  });

  test('without a connection the text is kept on the device and saved later', async () => {
    const { now, state, saver } = server();
    state.online = false;
    saver.change({ title: 'A' });
    expect(await saver.flush()).toBe(false);
    expect(saver.saving()).toEqual({ is: 'kept' });
    expect(state.waiting?.answers).toEqual({ title: 'A' });
    state.online = true;
    expect(await saver.flush()).toBe(true);
    expect(now()).toEqual({ title: 'A' });
    expect(saver.problem()).toBeUndefined();
  });
});

describe('two people in one draft', () => {
  test('a colleague in another section disturbs nobody', async () => {
    const { draft, saver, colleague } = server();
    colleague({ contact: 'Amina' }, 'declarations');
    saver.change({ title: 'A' });
    expect(await saver.flush()).toBe(true);
    expect(draft.sections).toEqual({ declarations: { contact: 'Amina' }, project: { title: 'A' } });
    expect(saver.conflicts()).toEqual({});
  });

  test('what each of two people changed in one section stands, and nobody is asked', async () => {
    const { now, saver, merged, colleague } = server({ title: 'T', purpose: 'old' });
    colleague({ purpose: 'of Amina' });
    saver.change({ title: 'mine', purpose: 'old' });
    expect(await saver.flush()).toBe(true);
    expect(now()).toEqual({ title: 'mine', purpose: 'of Amina' });
    expect(saver.answers()).toEqual({ title: 'mine', purpose: 'of Amina' });
    expect(merged).toEqual([['purpose']]);
    expect(saver.conflicts()).toEqual({});
  });

  test('only a field that both changed waits for an answer; all others are saved meanwhile', async () => {
    const { now, state, saver, colleague } = server({ title: 'T' });
    colleague({ title: 'Theirs' });
    saver.change({ title: 'Mine', purpose: 'p' });
    expect(await saver.flush()).toBe(false);
    expect(now()).toEqual({ title: 'Theirs', purpose: 'p' });
    expect(saver.conflicts()).toEqual({ title: { base: 'T', theirs: 'Theirs', save: AMINA } });
    expect(state.waiting?.answers).toMatchObject({ title: 'Mine' });
    saver.change({ title: 'Mine', purpose: 'more' });
    expect(await saver.flush()).toBe(false);
    expect(now()).toEqual({ title: 'Theirs', purpose: 'more' });
    expect(saver.settle('title', true)).toEqual({ title: 'Mine', purpose: 'more' });
    expect(await saver.flush()).toBe(true);
    expect(now()).toEqual({ title: 'Mine', purpose: 'more' });
  });

  test('taking over what the colleague wrote stores nothing and forgets the own text', async () => {
    const { now, state, saver, colleague } = server();
    colleague({ title: 'Theirs' });
    saver.change({ title: 'Mine' });
    await saver.flush();
    expect(saver.settle('title', false)).toEqual({ title: 'Theirs' });
    expect(now()).toEqual({ title: 'Theirs' });
    expect(state.waiting).toBeUndefined();
  });

  test('the question shows the newest words of the colleague', async () => {
    const { saver, colleague } = server();
    colleague({ title: 'One' });
    saver.change({ title: 'Mine' });
    await saver.flush();
    colleague({ title: 'Two' });
    saver.change({ title: 'Mine', purpose: 'p' });
    await saver.flush();
    expect(saver.conflicts()).toMatchObject({ title: { theirs: 'Two' } });
  });

  test('rows of the plan are merged row by row, and rows that both added all stand', async () => {
    const { now, saver, colleague } = server({ costs: [row('a', 1), row('b', 2)] });
    colleague({ costs: [row('a', 10), row('b', 2), row('theirs', 3)] });
    saver.change({ costs: [row('a', 1), row('b', 20), row('mine', 4)] });
    expect(await saver.flush()).toBe(true);
    expect(now()).toEqual({ costs: [row('a', 10), row('b', 20), row('theirs', 3), row('mine', 4)] });
  });

  test('a row that one changed and the other took away is asked about', async () => {
    const { saver, colleague } = server({ costs: [row('a', 1), row('b', 2)] });
    colleague({ costs: [row('b', 2)] });
    saver.change({ costs: [row('a', 5), row('b', 2)] });
    expect(await saver.flush()).toBe(false);
    expect(Object.keys(saver.conflicts())).toEqual(['costs']);
  });

  test('the order in which a store gives fields back is no change', async () => {
    const { saver, draft } = server({ title: 'T', costs: [row('a', 1)] });
    draft.version += 1;
    draft.sections['project'] = { costs: [{ cents: 1, label: 'a', category: 'rent' }], title: 'T' };
    saver.change({ title: 'Mine', costs: [row('a', 1)] });
    expect(await saver.flush()).toBe(true);
    expect(saver.conflicts()).toEqual({});
  });

  test('my own save whose answer got lost is not somebody else', async () => {
    const { saver, state, draft, now } = server({ title: 'T' });
    state.online = false;
    saver.change({ title: 'Mine' });
    await saver.flush();
    draft.version += 1;
    draft.sections['project'] = { title: 'Mine' };
    state.online = true;
    saver.change({ title: 'Mine and more' });
    expect(await saver.flush()).toBe(true);
    expect(now()).toEqual({ title: 'Mine and more' });
  });
});

describe('words that waited on the device', () => {
  test('are merged with what was saved since, and overwrite nothing', async () => {
    const waiting = { base: { title: 'T', purpose: 'old' }, answers: { title: 'mine', purpose: 'old' } };
    const { now, saver } = server({ title: 'T', purpose: 'of Amina' }, waiting);
    expect(await saver.flush()).toBe(true);
    expect(now()).toEqual({ title: 'mine', purpose: 'of Amina' });
  });

  test('are asked about where both changed the same, also when the question was left open before', async () => {
    const first = server({ title: 'T' });
    first.colleague({ title: 'Theirs' });
    first.saver.change({ title: 'Mine' });
    await first.saver.flush();
    const { saver, now } = server({}, first.state.waiting, first.draft);
    expect(await saver.flush()).toBe(false);
    expect(saver.conflicts()).toMatchObject({ title: { theirs: 'Theirs' } });
    expect(now()).toEqual({ title: 'Theirs' });
  });
});

describe('a field that is not right', () => {
  test('holds up no other field, keeps what was stored, and is not called saved', async () => {
    const { now, state, saver } = server({ title: 'T' });
    saver.change({ title: 'x'.repeat(21), purpose: 'p' });
    expect(await saver.flush()).toBe(false);
    expect(now()).toEqual({ title: 'T', purpose: 'p' });
    expect(saver.saving()).toEqual({ is: 'partly', at: AT });
    expect(state.waiting?.answers).toMatchObject({ title: 'x'.repeat(21) });
    saver.change({ title: 'short', purpose: 'p' });
    expect(await saver.flush()).toBe(true);
    expect(saver.saving()).toEqual({ is: 'saved', at: AT });
  });

  test('an amount that cannot be read leaves the amount that was stored', async () => {
    const { now, saver } = server({ costs: [row('a', 500)] });
    const unclear = { ...row('new label', 500), typed: '12,345', good: { label: 'new label', cents: 500 } };
    saver.change({ costs: [unclear] });
    expect(await saver.flush()).toBe(false);
    expect(now()).toEqual({ costs: [row('new label', 500)] });
    expect(saver.saving()).toMatchObject({ is: 'partly' });
  });

  test('a day that does not exist leaves the day that was stored', async () => {
    const { now, saver } = server({ from: '2027-03-01' });
    saver.change({ from: '31|2|2027', title: 'A' });
    expect(await saver.flush()).toBe(false);
    expect(now()).toEqual({ from: '2027-03-01', title: 'A' });
  });

  test('what only the server finds is named at its field, and the others are saved', async () => {
    const { now, state, saver } = server();
    state.refusing = 'purpose';
    saver.change({ title: 'A', purpose: 'p' });
    expect(await saver.flush()).toBe(false);
    expect(now()).toEqual({ title: 'A' });
    expect(saver.refused()).toMatchObject([{ path: 'purpose', message: 'no' }]);
    state.refusing = undefined;
    saver.change({ title: 'A', purpose: 'better' });
    expect(await saver.flush()).toBe(true);
    expect(saver.refused()).toEqual([]);
  });
});
