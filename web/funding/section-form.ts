import { useBeforeLeave, useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { CaseView } from '../../shared/funding/wire.ts';
import type { Answer, Answers, Section } from '../../shared/programmes/form.ts';
import { forget, keep, kept } from '../kept.ts';
import type { FieldFault } from '../ui/ErrorSummary.tsx';
import { askCase, revalidateCase, saveSection } from './data.ts';
import { faultsOf } from './gaps.ts';
import { SectionSaver } from './section-saver.ts';

const later = (act: () => void, ms: number): (() => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

const saverFor = (found: CaseView, section: Section, place: string) =>
  new SectionSaver(
    { section: section.id, version: found.version, answers: found.sections[section.id] ?? {}, gaps: found.gaps },
    {
      save: (version, answers) => saveSection(found.id, section.id, version, answers),
      reload: () => askCase(found.id),
      keep: (answers) => (answers === undefined ? forget(place) : keep(place, answers)),
      later,
    },
  );

/**
 * A section while it is written. Leaving onward checks it once and shows what is missing; a second time it lets go,
 * since a draft may have gaps until it is submitted.
 */
export const sectionForm = (found: CaseView, section: Section, next: string) => {
  const navigate = useNavigate();
  const place = `${found.id}/${section.id}`;
  const saver = saverFor(found, section, place);
  const unsaved = kept<Answers>(place);
  const [answers, setAnswers] = createStore<{ now: Answers }>({ now: unsaved ?? found.sections[section.id] ?? {} });
  const [faults, setFaults] = createSignal<readonly FieldFault[]>();
  const [round, setRound] = createSignal(0);
  if (unsaved !== undefined) saver.change(unsaved);
  useBeforeLeave(() => void saver.flush());
  const answer = (question: string, value: Answer): void => {
    const changed = { ...answers.now, [question]: value };
    setAnswers({ now: changed });
    saver.change(changed);
  };
  const go = async (onward: boolean): Promise<void> => {
    if (!(await saver.flush())) return;
    const missing = faultsOf(saver.gaps(), section);
    if (onward && missing.length > 0 && faults() === undefined) {
      setFaults(missing);
      return;
    }
    await revalidateCase(found.id);
    navigate(onward ? next : `/funding/cases/${found.id}`);
  };
  const settle = (mine: boolean): void => {
    setAnswers({ now: saver.settle(mine) });
    setRound(round() + 1);
  };
  return {
    saver,
    answers: () => answers.now,
    answer,
    go,
    settle,
    /** What the check found, once there was one. */
    faults: () => faults() ?? [],
    gaps: () => (faults() === undefined ? [] : saver.gaps()),
    /** Changes when all fields must show other answers than those typed. */
    round,
  };
};
