/** What every field has. `name` is also its id, so that the error summary can lead to it. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The sentence that says what is wrong and what to do. */
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
}

export const hintId = (name: string): string => `${name}-hint`;
export const errorId = (name: string): string => `${name}-error`;

/** For `aria-describedby`: hint and error, and what else belongs to the field. */
export const describedBy = (field: FieldProps, ...more: (string | undefined)[]): string | undefined =>
  [field.hint && hintId(field.name), field.error && errorId(field.name), ...more].filter(Boolean).join(' ') ||
  undefined;
