import { createMemo, createSignal } from 'solid-js';
import type { Flaw } from '../../shared/kernel/result.ts';
import type { Answers, Question, Section } from '../../shared/programmes/form.ts';
import { t } from '../i18n.ts';
import { errorOf, faultsOf, type Fault } from './gaps.ts';
import { labelOf } from './question-text.ts';
import type { SectionSaver } from './section-saver.ts';
import { flawsOfTyped } from './storable.ts';

const keysOf = (faults: readonly Fault[]): string[] => faults.map(({ name, code }) => `${name} ${code}`);

/** Missing answers may wait until the draft is submitted; everything else is an error that is mended first. */
const mayWait = (faults: readonly Fault[]): boolean => faults.every(({ code }) => code === 'empty');

/** What is wrong in a section while it is written: what cannot be saved at once, what is missing once somebody wants to go on. */
export const sectionFaults = (section: Section, saver: SectionSaver, answers: () => Answers) => {
  const [found, setFound] = createSignal<readonly Fault[]>();
  const isChecked = (): boolean => found() !== undefined;
  const broken = createMemo((): Flaw[] =>
    flawsOfTyped(section, answers()).map((flaw) => ({ ...flaw, path: `${section.id}.${flaw.path}` })),
  );
  /** An unfinished day is an error only when somebody wants to go on. */
  const flaws = createMemo((): Flaw[] => [
    ...broken().filter(({ code }) => isChecked() || code !== 'day-incomplete'),
    ...(isChecked() ? saver.gaps() : []),
  ]);
  const errors = (): Fault[] => [
    ...faultsOf(broken(), section),
    ...saver.refused().map(({ path, message }) => ({ name: path, code: 'refused', text: message })),
    ...Object.keys(saver.conflicts()).map((name) => ({
      name,
      code: 'conflict',
      text: t('funding.theirs.fault', { field: labelOf(name) }),
    })),
  ];
  return {
    flaws,
    errorAt: (question: Question): string | undefined =>
      errorOf(flaws(), section, question) ?? saver.refused().find(({ path }) => path === question.id)?.message,
    /** For the summary: what the last check found. */
    all: (): readonly Fault[] => found() ?? [],
    /** Shows what cannot be saved; true when there is nothing of that. */
    isRight: (): boolean => {
      const wrong = errors();
      if (wrong.length > 0) setFound(wrong);
      return wrong.length === 0;
    },
    /** Shows what is missing; true when that was seen before and may wait, or when there is nothing. */
    isSeen: (): boolean => {
      const missing = faultsOf(saver.gaps(), section);
      const shown = keysOf(found() ?? []);
      const isNew = keysOf(missing).some((key) => !shown.includes(key));
      if (missing.length > 0) setFound([...missing]);
      return missing.length === 0 || (!isNew && mayWait(missing));
    },
  };
};
