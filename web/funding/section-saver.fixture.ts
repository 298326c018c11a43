import type { CaseView, Saved, SectionSave } from '../../shared/funding/wire.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import type { Answers, Section } from '../../shared/programmes/form.ts';
import type { Answer } from '../api.ts';
import { SectionSaver, type Waiting } from './section-saver.ts';

export const AT = '2026-11-22T12:00:00.000Z' as Instant;
export const AMINA: SectionSave = { at: AT, by: 'Amina', isOwn: false };

const PROJECT: Section = {
  id: 'project',
  questions: [
    { id: 'title', kind: 'line', max: 20, required: true },
    { id: 'purpose', kind: 'prose', max: 50, required: true },
    { id: 'from', kind: 'day', required: true },
    { id: 'costs', kind: 'amounts', categories: ['rent'], maxRows: 5, required: true },
  ],
};

export const row = (label: string, cents: number) => ({ category: 'rent', label, cents });

interface Draft {
  version: number;
  sections: Record<string, Answers>;
}

const writingTo =
  (draft: Draft) =>
  (name: string, version: number, answers: Answers): Answer<Saved> => {
    if (version !== draft.version) return { ok: false, problem: { kind: 'refused', refusal: 'changed-meanwhile' } };
    draft.version += 1;
    draft.sections[name] = answers;
    return { ok: true, value: { version: draft.version, savedAt: AT, gaps: [] } };
  };

/** A server that keeps one draft, with one page on it, and loses the connection when told to. */
export const server = (
  stored: Answers = {},
  waiting?: Waiting,
  draft: Draft = { version: 1, sections: { project: stored } },
) => {
  const state = { online: true, requests: 0, waiting, refusing: undefined as string | undefined };
  const merged: (readonly string[])[] = [];
  const write = writingTo(draft);
  const read = () => ({ ...structuredClone(draft), gaps: [], saves: { project: AMINA } }) as unknown as CaseView;
  const saver = new SectionSaver(
    { section: PROJECT, found: read(), waiting },
    {
      save: async (version, answers) => {
        state.requests += 1;
        if (!state.online) return { ok: false, problem: { kind: 'offline' } };
        const path = state.refusing;
        if (path !== undefined && answers[path] !== undefined)
          return { ok: false, problem: { kind: 'malformed', issues: [{ path: `answers.${path}`, message: 'no' }] } };
        return write('project', version, answers);
      },
      reload: async () => ({ ok: true, value: read() }),
      keep: (now) => void (state.waiting = now),
      later: () => () => undefined,
      merged: (_, taken) => void merged.push(taken),
    },
  );
  return {
    draft,
    state,
    saver,
    merged,
    /** What the server has of the section. */
    now: () => draft.sections['project'],
    colleague: (answers: Answers, name = 'project') =>
      write(name, draft.version, { ...draft.sections[name], ...answers }),
  };
};
