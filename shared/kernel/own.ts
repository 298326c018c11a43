/**
 * What a plain object holds of itself under this text. `record[text]` also finds what every object inherits
 * (`constructor`, `toString`, `__proto__`), and a text from outside may be one of these: read by `ownOf`, or keep a `Map`.
 */
export const ownOf = <T>(record: Readonly<Record<string, T>> | undefined, text: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, text) ? record[text] : undefined;
