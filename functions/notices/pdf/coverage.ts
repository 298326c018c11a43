/** Adds the code points that a segment table (cmap format 4) gives a glyph. */
const addSegments = (table: DataView, covered: Set<number>): void => {
  const count = table.getUint16(6) / 2;
  const ends = 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const offsets = deltas + count * 2;
  for (let segment = 0; segment < count; segment += 1) {
    const end = table.getUint16(ends + segment * 2);
    const start = table.getUint16(starts + segment * 2);
    const delta = table.getUint16(deltas + segment * 2);
    const at = offsets + segment * 2;
    const offset = table.getUint16(at);
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const listed = offset === 0 ? point : table.getUint16(at + offset + (point - start) * 2);
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) covered.add(point);
    }
  }
};

/** Adds the code points of a table of groups (cmap format 12). */
const addGroups = (table: DataView, covered: Set<number>): void => {
  const count = table.getUint32(12);
  for (let group = 0; group < count; group += 1) {
    const at = 16 + group * 12;
    for (let point = table.getUint32(at); point <= table.getUint32(at + 4); point += 1) covered.add(point);
  }
};

const tableAt = (font: DataView, tag: string): number => {
  const count = font.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)));
    if (name === tag) return font.getUint32(at + 8);
  }
  throw new Error(`The font has no table ${tag}`);
};

/** The code points for which a TrueType file holds a glyph (OpenType `cmap`, formats 4 and 12). */
export const codePointsOf = (file: Uint8Array): Set<number> => {
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const cmap = tableAt(font, 'cmap');
  const covered = new Set<number>();
  const count = font.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const at = file.byteOffset + cmap + font.getUint32(cmap + 4 + index * 8 + 4);
    const table = new DataView(file.buffer, at, file.byteOffset + file.byteLength - at);
    const format = table.getUint16(0);
    if (format === 4) addSegments(table, covered);
    if (format === 12) addGroups(table, covered);
  }
  return covered;
};

/** Line breaks, tabs and what steers direction or joining is seen by its effect and needs no glyph. */
const NEEDS_NO_GLYPH = /[\n\r\t\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\u061C\u00AD\uFEFF]/u;

/** Some fonts have glyphs even for these, which nobody sees. */
const NEVER_SEEN = /[\p{Cc}\p{Cs}\p{Co}]/u;

/** Characters that no font can show: each once, as `U+1F600`. */
export const unprintable = (texts: Iterable<string>, covered: ReadonlySet<number>): readonly string[] => {
  const missing = new Set<string>();
  for (const text of texts) {
    for (const character of text) {
      const point = character.codePointAt(0)!;
      const isSeen = covered.has(point) && !NEVER_SEEN.test(character);
      if (!isSeen && !NEEDS_NO_GLYPH.test(character)) {
        missing.add(`U+${point.toString(16).toUpperCase().padStart(4, '0')}`);
      }
    }
  }
  return [...missing];
};
