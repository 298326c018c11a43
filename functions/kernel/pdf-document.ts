import { setImmediate as turn } from 'node:timers/promises';
import { isSpace, MalformedPdf, PdfReader, type PdfEntry, type PdfValue } from './pdf-values.ts';

/** What stands in a document, told in the order of its bytes. Any of these may throw to end the reading. */
export interface PdfVisitor {
  /** Each dictionary, wherever it stands. */
  readonly dict: (entries: readonly PdfEntry[]) => void;
  /** An object that is only a name: others may mean it where a name is wanted. */
  readonly name: (name: string) => void;
  readonly trailer: (entries: readonly PdfEntry[]) => void;
  /**
   * A stream with its bytes as they stand in the file. `isExact`: its length says what its end says. Answers with the
   * numbers that stand as objects inside of it.
   */
  readonly stream: (
    entries: readonly PdfEntry[],
    bytes: Uint8Array,
    isExact: boolean,
  ) => Promise<ReadonlyMap<number, number>>;
}

const HEADER = /\d{1,10}[\0\t\n\f\r ]{1,20}\d{1,5}[\0\t\n\f\r ]{1,20}(?=obj)/y;
const STREAM = /stream(?:\r\n|\n|\r)/y;
const END_OF_STREAM = /[\0\t\n\f\r ]{0,20}endstream/y;
const TABLE_WORD = /(?:\d{1,20}|[nf])(?=[\0\t\n\f\r ])/y;

/** The others go on after so many bytes of one document. */
const BYTES_A_TURN = 256 * 1024;

export const entryOf = (entries: readonly PdfEntry[], key: string): PdfValue | undefined =>
  entries.find(([one]) => one === key)?.[1];

/** Streams hold any bytes by chance, but not so many that look like this. */
const MOST_DOUBTS = 1000;

/** So far back a comment may have begun; a longer line is none that an honest program writes before an object. */
const LONGEST_LINE = 64 * 1024;

/** Whether a lenient reader could take the word here for the head of an object: a number before it, or a comment in between. */
const looksLikeHead = (text: string, at: number): boolean => {
  const from = Math.max(0, at - LONGEST_LINE);
  let end = at;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end -= 1;
  const before = text.slice(from, end);
  if (/\d$/.test(before)) return true;
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return line.includes('%') || (line.length === before.length && from > 0);
};

/** Objects in comments, in strings, in streams: whoever follows the table of the file finds them, so they are not allowed. */
const checkNothingHidden = (text: string, heads: ReadonlySet<number>): void => {
  let doubts = 0;
  for (let at = text.indexOf('obj'); at >= 0; at = text.indexOf('obj', at + 3)) {
    if (heads.has(at) || !/[\0\t\n\f\r \d]/.test(text[at - 1] ?? '') || /[A-Za-z0-9]/.test(text[at + 3] ?? ''))
      continue;
    doubts += 1;
    if (doubts > MOST_DOUBTS || looksLikeHead(text, at)) throw new MalformedPdf('an object where none may stand');
  }
};

class DocumentReader {
  readonly #bytes: Buffer;
  readonly #visitor: PdfVisitor;
  readonly #reader: PdfReader;
  readonly #heads = new Set<number>();
  /** Numbers that stand as objects of their own: lengths of streams point to them. */
  readonly #numbers = new Map<number, number>();
  readonly #lengths: { readonly object: number; readonly length: number }[] = [];

  constructor(bytes: Buffer, visitor: PdfVisitor) {
    this.#bytes = bytes;
    this.#visitor = visitor;
    this.#reader = new PdfReader(bytes.toString('latin1'), 0, visitor.dict);
  }

  async read(): Promise<void> {
    const reader = this.#reader;
    let next = BYTES_A_TURN;
    for (reader.skip(); reader.at < reader.text.length; reader.skip()) {
      await this.#part();
      if (reader.at > next) {
        next = reader.at + BYTES_A_TURN;
        await turn();
      }
    }
    checkNothingHidden(reader.text, this.#heads);
    for (const { object, length } of this.#lengths) {
      if (Math.abs((this.#numbers.get(object) ?? -3) - length) > 2) throw new MalformedPdf('a length that is none');
    }
  }

  async #part(): Promise<void> {
    const reader = this.#reader;
    const head = reader.match(HEADER);
    if (head !== undefined) return this.#object(Number.parseInt(head[0], 10));
    if (reader.takes('xref')) {
      for (reader.skip(); reader.match(TABLE_WORD) !== undefined;) reader.skip();
    } else if (reader.takes('trailer')) {
      const value = reader.value();
      if (value.is !== 'dict') throw new MalformedPdf('a trailer that is none');
      this.#visitor.trailer(value.entries);
    } else if (reader.takes('startxref')) reader.value();
    else throw new MalformedPdf('something between the objects');
  }

  async #object(number: number): Promise<void> {
    const reader = this.#reader;
    this.#heads.add(reader.at);
    reader.at += 3;
    const value = reader.value();
    if (value.is === 'name') this.#visitor.name(value.name);
    if (value.is === 'number') this.#numbers.set(number, value.number);
    reader.skip();
    if (value.is === 'dict' && reader.match(STREAM) !== undefined) await this.#stream(value.entries);
    reader.skip();
    if (!reader.takes('endobj')) throw new MalformedPdf('an object without end');
  }

  async #stream(entries: readonly PdfEntry[]): Promise<void> {
    const reader = this.#reader;
    const start = reader.at;
    const said = entryOf(entries, 'Length');
    reader.at = start + (said?.is === 'number' ? Math.max(0, said.number) : reader.text.length);
    const isExact = said?.is === 'number' && reader.match(END_OF_STREAM) !== undefined;
    const end = isExact ? start + said.number : reader.text.indexOf('endstream', start);
    if (end < 0) throw new MalformedPdf('a stream without end');
    if (!isExact) reader.at = end + 'endstream'.length;
    if (said?.is === 'ref') this.#lengths.push({ object: said.object, length: end - start });
    const held = await this.#visitor.stream(entries, this.#bytes.subarray(start, end), isExact || said?.is === 'ref');
    for (const [object, number] of held) this.#numbers.set(object, number);
  }
}

/**
 * Reads a whole document, in a time and memory that grow with its length only.
 * @throws MalformedPdf where it is not written as ISO 32000 says, or where a reader could find other objects than this one.
 */
export const readPdf = (bytes: Buffer, visitor: PdfVisitor): Promise<void> => new DocumentReader(bytes, visitor).read();
