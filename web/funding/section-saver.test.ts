import { describe, expect, test } from 'vitest';
import type { CaseView, Saved } from '../../shared/funding/wire.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { Answers } from '../../shared/programmes/form.ts';
import type { Answer } from '../api.ts';
import { SectionSaver } from './section-saver.ts';

const AT = '2026-11-22T12:00:00.000Z' as Instant;

/** A server that keeps one draft with two sections, and loses the connection when told to. */
const server = (section: string) => {
  const draft = { version: 1, sections: {} as Record<string, Answers> };
  const state = { online: true, requests: 0, kept: undefined as Answers | undefined };
  const timers: (() => void)[] = [];
  const write = (name: string, version: number, answers: Answers): Answer<Saved> => {
    if (version !== draft.version) return { ok: false, problem: { kind: 'refused', refusal: 'changed-meanwhile' } };
    draft.version += 1;
    draft.sections[name] = answers;
    return { ok: true, value: { version: draft.version, savedAt: AT, gaps: [] } };
  };
  const saver = new SectionSaver(
    { section, version: 1, answers: {}, gaps: [] },
    {
      save: async (version, answers) => {
        state.requests += 1;
        return state.online ? write(section, version, answers) : { ok: false, problem: { kind: 'offline' } };
      },
      reload: async () => ({ ok: true, value: { ...draft } as unknown as CaseView }),
      keep: (answers) => void (state.kept = answers),
      later: (act) => {
        timers.push(act);
        return () => void timers.splice(timers.indexOf(act), 1);
      },
    },
  );
  return {
    draft,
    state,
    saver,
    write,
    colleague: (name: string, answers: Answers) => write(name, draft.version, answers),
  };
};

describe('saving while writing', () => {
  test('what was typed last is what is stored, in as few requests as it takes', async () => {
    const { draft, state, saver } = server('project');
    saver.change({ title: 'A' });
    saver.change({ title: 'AB' });
    expect(state.kept).toEqual({ title: 'AB' });
    expect(await saver.flush()).toBe(true);
    expect(draft.sections['project']).toEqual({ title: 'AB' });
    expect(state).toMatchObject({ requests: 1, kept: undefined });
    expect(saver.saving()).toEqual({ is: 'saved', at: AT });
  });

  test('a colleague in another section disturbs nobody', async () => {
    const { draft, saver, colleague } = server('project');
    colleague('plan', { costs: [] });
    saver.change({ title: 'A' });
    expect(await saver.flush()).toBe(true);
    expect(draft.sections).toEqual({ plan: { costs: [] }, project: { title: 'A' } });
    expect(saver.theirs()).toBeUndefined();
  });

  test('a colleague in the same section is never overwritten without a word', async () => {
    const { draft, state, saver, colleague } = server('project');
    colleague('project', { title: 'Theirs' });
    saver.change({ title: 'Mine' });
    expect(await saver.flush()).toBe(false);
    expect(draft.sections['project']).toEqual({ title: 'Theirs' });
    expect(saver.theirs()).toEqual({ title: 'Theirs' });
    expect(state.kept).toEqual({ title: 'Mine' });
    saver.settle(true);
    expect(await saver.flush()).toBe(true);
    expect(draft.sections['project']).toEqual({ title: 'Mine' });
  });

  test('taking over what the colleague wrote stores nothing and forgets the own text', async () => {
    const { state, saver, colleague } = server('project');
    colleague('project', { title: 'Theirs' });
    saver.change({ title: 'Mine' });
    await saver.flush();
    expect(saver.settle(false)).toEqual({ title: 'Theirs' });
    expect(state.kept).toBeUndefined();
  });

  test('without a connection the text is kept on the device and saved later', async () => {
    const { draft, state, saver } = server('project');
    state.online = false;
    saver.change({ title: 'A' });
    expect(await saver.flush()).toBe(false);
    expect(saver.saving()).toEqual({ is: 'kept' });
    expect(state.kept).toEqual({ title: 'A' });
    state.online = true;
    expect(await saver.flush()).toBe(true);
    expect(draft.sections['project']).toEqual({ title: 'A' });
    expect(saver.problem()).toBeUndefined();
  });
});
