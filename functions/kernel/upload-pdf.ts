import { constants, inflateSync } from 'node:zlib';

/**
 * Names that make a document do something, carry other files, or hide its content. A destination that a document opens
 * at (`/OpenAction [`) does nothing and may stay.
 */
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|OpenAction(?!\s*\[)|AA|Encrypt|XFA|SubmitForm|ImportData|RichMedia|GoToE)(?![A-Za-z0-9])/;

/** So much may one stream unfold to, and all of a document together: an A4 page at 300 dpi in colour is 26 MB. */
const MOST_IN_STREAM = 32 * 1024 * 1024;
const MOST_IN_ALL = 160 * 1024 * 1024;

/** No document of the world nests so deep; readers that recurse would break. */
const DEEPEST = 200;

/** Names may be written with escapes (`/J#61vaScript`). */
const withoutEscapes = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const [sign] of text.matchAll(/<<|>>|\[|\]/g)) {
    depth += sign === '<<' || sign === '[' ? 1 : -1;
    if (depth > DEEPEST) return true;
    depth = Math.max(depth, 0);
  }
  return false;
};

const isHarmless = (text: string): boolean => !ACTIVE.test(withoutEscapes(text)) && !isTooDeep(text);

/** The unfolded stream; undefined where it is larger than allowed; empty where it is not written so. */
const unfolded = (stream: Uint8Array): Uint8Array | undefined => {
  try {
    return inflateSync(stream, { maxOutputLength: MOST_IN_STREAM, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : new Uint8Array();
  }
};

const STREAM = /stream\r?\n/g;

/** Looks into every stream: none may unfold without end, and those that hold objects are read like the document itself. */
const areStreamsHarmless = (bytes: Buffer, text: string): boolean => {
  let total = 0;
  for (const { index, 0: word } of text.matchAll(STREAM)) {
    if (text.startsWith('end', index - 3)) continue;
    const dictionary = withoutEscapes(text.slice(Math.max(0, text.lastIndexOf(' obj', index)), index));
    const isFlate = /\/(?:FlateDecode|Fl)(?![A-Za-z0-9])/.test(dictionary);
    const holdsObjects = /\/ObjStm(?![A-Za-z0-9])/.test(dictionary);
    if (holdsObjects && /\/(?:LZW|ASCII|RunLength|Crypt)/.test(dictionary)) return false;
    if (!isFlate) continue;
    const end = text.indexOf('endstream', index);
    const plain = unfolded(bytes.subarray(index + word.length, end < 0 ? undefined : end));
    total += plain?.length ?? Infinity;
    if (plain === undefined || total > MOST_IN_ALL) return false;
    if (holdsObjects && (plain.length === 0 || !isHarmless(Buffer.from(plain).toString('latin1')))) return false;
  }
  return true;
};

/** What stands between the streams, which may hold any bytes by chance. */
const betweenStreams = (text: string): string => text.replace(/(?<!end)stream\r?\n[\s\S]*?endstream/g, 'stream');

/**
 * Whether this is a whole document that only shows something: no scripts, actions, forms that send, embedded files or
 * encryption, nothing behind its end. A look at bytes and object streams, not a reader: limits.md says what it can't see.
 */
export const isPlainPdf = (given: Uint8Array): boolean => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const text = bytes.toString('latin1');
  if (!/^%PDF-\d/.test(text) || !/%%EOF[\s\0]*$/.test(text.slice(-1024))) return false;
  return isHarmless(betweenStreams(text)) && areStreamsHarmless(bytes, text);
};
