import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { CaseView, SectionSave } from '../../shared/funding/wire.ts';
import type { Answer, Answers, Section } from '../../shared/programmes/form.ts';
import { askCase, saveSection } from './data.ts';
import { sectionFaults } from './section-faults.ts';
import { guardLeaving } from './section-leaving.ts';
import { SectionSaver, type Waiting } from './section-saver.ts';
import { keepWaiting, waitingIn } from './waiting.ts';

const later = (act: () => void, ms: number): (() => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

type Merged = (answers: Answers, taken: readonly string[], save: SectionSave | undefined) => void;

const saverFor = (found: CaseView, section: Section, waiting: Waiting | undefined, merged: Merged) =>
  new SectionSaver(
    { section, found, waiting },
    {
      save: (version, answers, isLast) => saveSection(found.id, section.id, version, answers, isLast),
      reload: () => askCase(found.id),
      keep: (now) => keepWaiting(found.id, section.id, now),
      later,
      merged,
    },
  );

/**
 * A section while it is written. Going on checks it once and shows what is missing; a second time it lets go, since a draft
 * may have gaps until it is submitted, but never past an error or past a gap that was not shown yet.
 */
export const sectionForm = (found: CaseView, section: Section, next: string) => {
  const navigate = useNavigate();
  const waiting = waitingIn(found.id, section.id);
  const [merged, setMerged] = createSignal<{ taken: readonly string[]; save: SectionSave | undefined }>();
  const saver = saverFor(found, section, waiting, (now, taken, save) =>
    queueMicrotask(() => {
      setAnswers({ now });
      setMerged({ taken, save });
    }),
  );
  const [answers, setAnswers] = createStore<{ now: Answers }>({ now: saver.answers() });
  const faults = sectionFaults(section, saver, () => answers.now);
  if (waiting !== undefined) void saver.flush();
  guardLeaving(found, saver);

  const go = async (onward: boolean): Promise<void> => {
    const isSafe = await saver.flush();
    if (!faults.isRight() || !isSafe) return;
    if (onward && !faults.isSeen()) return;
    navigate(onward ? next : `/funding/cases/${found.id}`);
  };
  return {
    saver,
    faults,
    answers: () => answers.now,
    answer: (question: string, value: Answer): void => {
      const changed = { ...answers.now, [question]: value };
      setAnswers({ now: changed });
      saver.change(changed);
    },
    go,
    settle: (question: string, mine: boolean): void => {
      setAnswers({ now: saver.settle(question, mine) });
      document.getElementById(question)?.focus();
    },
    /** What was taken over from a colleague, and whose it is. */
    merged,
  };
};
