// Stands apart from the typesetter, so that who only asks what went wrong does not load it.

/** The text has characters that the fonts of a notice cannot show: a person must correct it, no blank is printed. */
export class UnprintableText extends Error {
  override readonly name = 'UnprintableText';
  /** As `U+1F600`. */
  readonly characters: readonly string[];
  constructor(characters: readonly string[]) {
    super(`No font of a notice shows ${characters.join(', ')}`);
    this.characters = characters;
  }
}

/** The template does not compile with this input: a fault of ours, not of the facts. */
export class TypesettingFailed extends Error {
  override readonly name = 'TypesettingFailed';
}

/** The facts lack mandatory content (shared/notices/checklist.ts); the rules ask before anyone renders. */
export class IncompleteFacts extends Error {
  override readonly name = 'IncompleteFacts';
  readonly missing: readonly number[];
  constructor(missing: readonly number[]) {
    super(`The notice lacks mandatory content no. ${missing.join(', ')}`);
    this.missing = missing;
  }
}
