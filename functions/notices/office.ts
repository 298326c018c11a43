import type { AuthorityOnDay } from '../../shared/authorities/authority.ts';
import type { remedyInstruction } from '../../shared/authorities/remedy.ts';

/** Printed in a draft that its reader may not sign. */
export const UNSIGNED = 'N. N.';

/** The paragraphs of what an official wrote; a blank line begins a new one. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What a notice says of its authority and of the remedy against it. */
export const officeOf = (
  authority: AuthorityOnDay,
  remedy: Extract<ReturnType<typeof remedyInstruction>, { ok: true }>['value'],
) => {
  const { id, kind, name, street, postcode, town, mail, unit } = authority;
  return {
    authority: { id, kind, name, street, postcode, town, mail, ...(unit !== undefined && { unit }) },
    remedy: { text: remedy.text, ...(remedy.information !== undefined && { form: remedy.information }) },
  };
};
