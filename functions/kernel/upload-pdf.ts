import { ownOf } from '../../shared/kernel/own.ts';
import { constants, inflate } from 'node:zlib';
import { promisify } from 'node:util';
import { entryOf, readPdf, type PdfVisitor } from './pdf-document.ts';
import { MalformedPdf, PdfReader, type PdfEntry, type PdfValue } from './pdf-values.ts';
import { fromAscii } from './pdf-ascii.ts';

/** Actions that do more than to show another place or to open a link (ISO 32000-1, table 198; RichMedia of its extension). */
const ACTIONS = new Set(
  'JavaScript Launch SubmitForm ImportData GoToR GoToE GoToDp GoTo3DView RichMediaExecute Rendition Movie Sound Thread'.split(
    ' ',
  ),
);
/** Annotations that carry files, films or scenes. */
const ANNOTATIONS = new Set(['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D']);
/** Keys that lead to scripts, files and forms in XML. As the name of a place to go to they are harmless. */
const KEYS = new Set(['JavaScript', 'EmbeddedFiles', 'EF', 'XFA']);

/** So much may one stream unfold to, and all of a document together: an A4 page at 300 dpi in colour is 26 MB. */
const MOST_IN_STREAM = 32 * 1024 * 1024;
const MOST_IN_ALL = 160 * 1024 * 1024;
const MOST_IN_OBJECTS = 48 * 1024 * 1024;
/** What a byte can become at most. */
const GROWTH: Readonly<Record<string, number>> = { LZWDecode: 1024, LZW: 1024, RunLengthDecode: 64, RL: 64 };
/** Larger pictures are traps: A4 at 1200 dpi has 140 million dots. */
const MOST_DOTS = 400_000_000;

const unfolding = promisify(inflate) as (bytes: Uint8Array, options: object) => Promise<Buffer>;

const refuse = (why: string): never => {
  throw new MalformedPdf(why);
};

const isPlace = (value: PdfValue): boolean => value.is === 'array' && value.first[1]?.is === 'name';

const nameIn = (value: PdfValue | undefined): string => (value?.is === 'name' ? value.name : '');

const checkDict = (entries: readonly PdfEntry[]): void => {
  for (const [key, value] of entries) {
    if (KEYS.has(key) && !isPlace(value)) refuse(key);
    if (key === 'S' && ACTIONS.has(nameIn(value))) refuse(nameIn(value));
    if (key === 'Subtype' && ANNOTATIONS.has(nameIn(value))) refuse(nameIn(value));
    if (key === 'Type' && nameIn(value) === 'EmbeddedFile') refuse(nameIn(value));
  }
};

const checkName = (name: string): void => {
  if (ACTIONS.has(name) || ANNOTATIONS.has(name) || name === 'EmbeddedFile' || name === 'ObjStm') refuse(name);
};

const checkTrailer = (entries: readonly PdfEntry[]): void => {
  if (entryOf(entries, 'Encrypt') !== undefined) refuse('Encrypt');
};

const numberIn = (entries: readonly PdfEntry[], key: string): number => {
  const value = entryOf(entries, key);
  return value?.is === 'number' ? value.number : Number.NaN;
};

const FILTERS: Readonly<Record<string, string>> = { Fl: 'FlateDecode', A85: 'ASCII85Decode', AHx: 'ASCIIHexDecode' };

/** The first two filters of a stream; what is written in a way that leaves it open is refused. */
const filtersOf = (entries: readonly PdfEntry[]): string[] => {
  const values = entries.filter(([key]) => key === 'Filter');
  if (values.length > 1) refuse('two filters');
  const value = values[0]?.[1];
  if (value === undefined || value.is === 'other') return [];
  if (value.is === 'array' && value.size > 2) refuse('too many filters');
  const names = value.is === 'array' ? value.first : [value];
  return names.map((one) =>
    one.is === 'name' ? (ownOf(FILTERS, one.name) ?? one.name) : refuse('a filter that is no name'),
  );
};

/** Looks into every stream: none may unfold without end, and those that hold objects are read like the document itself. */
class Streams {
  readonly #dict: PdfVisitor['dict'];
  #all = 0;
  #objects = 0;

  constructor(dict: PdfVisitor['dict']) {
    this.#dict = dict;
  }

  readonly look = async (
    entries: readonly PdfEntry[],
    bytes: Uint8Array,
    isExact: boolean,
  ): Promise<ReadonlyMap<number, number>> => {
    const type = nameIn(entryOf(entries, 'Type'));
    if (type === 'XRef') checkTrailer(entries);
    if ((entryOf(entries, 'F') ?? { is: 'number' }).is !== 'number') refuse('a stream in another file');
    if (numberIn(entries, 'Width') * numberIn(entries, 'Height') > MOST_DOTS) refuse('a picture too large');
    const filters = filtersOf(entries);
    const plain = await this.#unfolded(filters, bytes);
    const holdsObjects =
      type === 'ObjStm' || (entryOf(entries, 'N') !== undefined && entryOf(entries, 'First') !== undefined);
    if (!holdsObjects) return new Map();
    const isPlain = filters.length === 0 || (filters.length === 1 && filters[0] === 'FlateDecode');
    if (!isExact || !isPlain || hasParameters(entries)) refuse('objects in a stream that is packed oddly');
    this.#objects += plain.length;
    if (this.#objects > MOST_IN_OBJECTS) refuse('too many objects');
    return objectsIn(entries, plain.toString('latin1'), this.#dict);
  };

  async #unfolded(filters: readonly string[], bytes: Uint8Array): Promise<Buffer> {
    let plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let packed = 0;
    for (const filter of filters) {
      if (filter.startsWith('ASCII')) plain = fromAscii(filter, plain);
      if (filter === 'FlateDecode' && (packed += 1) > 1) refuse('packed twice');
      if (filter === 'FlateDecode') plain = await unfold(plain);
      this.#all += plain.length * (ownOf(GROWTH, filter) ?? 1);
      if (this.#all > MOST_IN_ALL) refuse('too large');
    }
    return plain;
  }
}

const hasParameters = (entries: readonly PdfEntry[]): boolean =>
  entries.some(([key, value]) => (key === 'DecodeParms' || key === 'DP') && value.is !== 'other');

/** @throws MalformedPdf where it is larger than allowed; what is not packed so unfolds to what there is. */
const unfold = async (packed: Uint8Array): Promise<Buffer> => {
  try {
    return await unfolding(packed, { maxOutputLength: MOST_IN_STREAM, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? refuse('too large') : Buffer.alloc(0);
  }
};

/** ISO 32000-1, 7.5.7: pairs of number and place, then the objects, each behind the one before. */
const objectsIn = (
  entries: readonly PdfEntry[],
  text: string,
  dict: PdfVisitor['dict'],
): ReadonlyMap<number, number> => {
  const [count, first] = [numberIn(entries, 'N'), numberIn(entries, 'First')];
  if (!(count >= 0 && count <= text.length && first >= 0)) refuse('objects without number');
  const table = new PdfReader(text.slice(0, first), 0, dict);
  const reader = new PdfReader(text, first, dict);
  const numbers = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const [object, place] = [table.value(), table.value()];
    if (object.is !== 'number' || place.is !== 'number' || first + place.number < reader.at) return refuse('no place');
    reader.at = first + place.number;
    const value = reader.value();
    if (value.is === 'name') checkName(value.name);
    if (value.is === 'number') numbers.set(object.number, value.number);
  }
  return numbers;
};

/**
 * Whether this is a whole document that only shows something: no scripts, actions, forms that send, embedded files or
 * encryption, nothing behind its end. Read by its structure, so that words in titles and links mean nothing; a link, and
 * going to a page when it opens, may be. What is not written as the standard says is refused (decision 0038).
 */
export const isPlainPdf = async (given: Uint8Array): Promise<boolean> => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (!/^%PDF-\d/.test(bytes.subarray(0, 8).toString('latin1'))) return false;
  if (!/%%EOF[\s\0]*$/.test(bytes.subarray(-1024).toString('latin1'))) return false;
  let isCatalogued = false;
  const dict = (entries: readonly PdfEntry[]): void => {
    checkDict(entries);
    isCatalogued ||= nameIn(entryOf(entries, 'Type')) === 'Catalog';
  };
  try {
    await readPdf(bytes, { dict, name: checkName, trailer: checkTrailer, stream: new Streams(dict).look });
    return isCatalogued;
  } catch (error) {
    if (error instanceof MalformedPdf) return false;
    throw error;
  }
};
