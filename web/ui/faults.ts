import { createSignal } from 'solid-js';
import { t } from '../i18n.ts';
import type { Problem } from '../problem.ts';
import type { FieldFault } from './ErrorSummary.tsx';

/** A field that must not be empty, by its label: so the summary above the form says which one is meant. */
export const missing = (name: string, label: string): FieldFault => ({
  name,
  text: t('ui.field.missing', { field: label }),
});

/**
 * What is wrong with a form, for the summary above it and for each field. The summary stays as it was when the button was
 * pressed; a field's own sentence goes as soon as `check` has nothing against the field any more.
 */
export const createFaults = (check: () => readonly FieldFault[] = () => []) => {
  const [all, setAll] = createSignal<readonly FieldFault[]>([]);
  const [checked, setChecked] = createSignal<readonly string[]>([]);
  const show = (faults: readonly FieldFault[], byCheck: readonly FieldFault[]): void => {
    setChecked(byCheck.map(({ name }) => name));
    setAll(faults);
  };
  return {
    all,
    /** Shows what another check found; true when that is nothing. */
    found(faults: readonly FieldFault[]): boolean {
      show(faults, []);
      return faults.length === 0;
    },
    /** Checks and shows; true when nothing is wrong. */
    passes(): boolean {
      const faults = check();
      show(faults, faults);
      return faults.length === 0;
    },
    /** What the server found at fields of this form, by their names; the rest of a path does not matter. */
    told(
      problem: Problem | undefined,
      names: readonly string[],
      idOf: (name: string) => string = (name) => name,
    ): void {
      const faults = (problem?.issues ?? []).flatMap(({ path, message }) => {
        const [name = ''] = path.split('.');
        return names.includes(name) ? [{ name: idOf(name), text: message }] : [];
      });
      show(faults, []);
    },
    at: (name: string): string | undefined => {
      const fault = all().find((one) => one.name === name);
      const isMended = checked().includes(name) && !check().some((one) => one.name === name);
      return isMended ? undefined : fault?.text;
    },
  };
};
