import type { Form } from '../form.ts';
import { structural20271 } from './structural-2027-1.ts';

const FORMS: readonly Form[] = [structural20271];

/** @throws RangeError for a version that was never shipped. */
export const formOf = (id: string): Form => {
  const form = FORMS.find((one) => one.id === id);
  if (form === undefined) throw new RangeError(`No form ${id}`);
  return form;
};
