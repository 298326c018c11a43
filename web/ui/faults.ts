import { createSignal } from 'solid-js';
import type { Problem } from '../problem.ts';
import type { FieldFault } from './ErrorSummary.tsx';

/** What a check of a form found, for the summary above it and for each field. */
export const createFaults = () => {
  const [all, setAll] = createSignal<readonly FieldFault[]>([]);
  return {
    all,
    /** A new list takes the focus to the summary. True when nothing is wrong. */
    found(faults: readonly FieldFault[]): boolean {
      setAll(faults);
      return faults.length === 0;
    },
    at: (name: string): string | undefined => all().find((fault) => fault.name === name)?.text,
  };
};

/** What the server found at fields of this form, by their names; the rest of the path does not matter. */
export const faultsOfProblem = (problem: Problem | undefined, names: readonly string[]): FieldFault[] =>
  (problem?.issues ?? []).flatMap(({ path, message }) => {
    const [name = ''] = path.split('.');
    return names.includes(name) ? [{ name, text: message }] : [];
  });
