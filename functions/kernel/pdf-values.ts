/**
 * Values of a PDF (ISO 32000-1, 7.2 and 7.3), read strictly and once from left to right: what is not written as the standard
 * says is no value. Strings and numbers inside of arrays are passed over, since nothing here asks for them; so a hostile
 * file cannot fill the memory.
 */
export type PdfValue =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'ref'; readonly object: number }
  | { readonly is: 'dict'; readonly entries: readonly PdfEntry[] }
  /** Its first two elements, and how many there are. */
  | { readonly is: 'array'; readonly first: readonly PdfValue[]; readonly size: number }
  /** A string, `true`, `false` or `null`. */
  | { readonly is: 'other' };

/** A dictionary may hold a key twice, and readers differ in which one they take. */
export type PdfEntry = readonly [key: string, value: PdfValue];

export class MalformedPdf extends Error {}

/** No document of the world nests so deep; readers that recurse would break. */
const DEEPEST = 200;
/** More dictionaries and arrays than any document of 10 MB holds. */
const MOST_VALUES = 2_000_000;

const OTHER = { is: 'other' } as const;

export const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0x00;

const DELIMITERS = new Set(Array.from('()<>[]{}/%', (sign) => sign.charCodeAt(0)));

const isRegular = (code: number): boolean => !isSpace(code) && !DELIMITERS.has(code) && !Number.isNaN(code);

const NUMBER = /[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,20}\d{1,5}[\0\t\n\f\r ]{1,20}R/y;

/** @throws MalformedPdf at a NUL: some readers end the name there, and would read another one than this. */
const unescaped = (name: string): string => {
  if (name.includes('#00')) throw new MalformedPdf('a name that ends within itself');
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
};

/** Reads from a text of one sign a byte (latin1). `told` is told each dictionary, the inner ones first. */
export class PdfReader {
  readonly text: string;
  at: number;
  readonly told: (entries: readonly PdfEntry[]) => void;
  #values = 0;

  constructor(text: string, at: number, told: (entries: readonly PdfEntry[]) => void) {
    this.text = text;
    this.at = at;
    this.told = told;
  }

  /** Passes over spaces and comments. */
  skip(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (isSpace(code)) this.at += 1;
      else if (code === 0x25) this.skipLine();
      else return;
    }
  }

  private skipLine(): void {
    const { text } = this;
    while (this.at < text.length && text.charCodeAt(this.at) !== 0x0a && text.charCodeAt(this.at) !== 0x0d)
      this.at += 1;
  }

  /** Takes this word if it stands here as a whole. */
  takes(word: string): boolean {
    const { text, at } = this;
    if (!text.startsWith(word, at) || isRegular(text.charCodeAt(at + word.length))) return false;
    this.at += word.length;
    return true;
  }

  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at += found[0].length;
    return found;
  }

  value(depth = 0): PdfValue {
    this.#values += 1;
    if (depth > DEEPEST || this.#values > MOST_VALUES) throw new MalformedPdf('too much');
    this.skip();
    const { text, at } = this;
    const sign = text[at];
    if (sign === '/') return { is: 'name', name: this.name() };
    if (sign === '<') return text[at + 1] === '<' ? this.dict(depth) : this.hex();
    if (sign === '[') return this.array(depth);
    if (sign === '(') return this.string();
    if (this.takes('true') || this.takes('false') || this.takes('null')) return OTHER;
    return this.number();
  }

  private number(): PdfValue {
    const start = this.at;
    const reference = this.match(REFERENCE);
    if (reference !== undefined && !isRegular(this.text.charCodeAt(this.at)))
      return { is: 'ref', object: Number(reference[1]) };
    this.at = start;
    const found = this.match(NUMBER);
    if (found === undefined || isRegular(this.text.charCodeAt(this.at))) throw new MalformedPdf('no value');
    return { is: 'number', number: Number(found[0]) };
  }

  private name(): string {
    const start = this.at + 1;
    this.at = start;
    while (isRegular(this.text.charCodeAt(this.at))) this.at += 1;
    return unescaped(this.text.slice(start, this.at));
  }

  private hex(): PdfValue {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new MalformedPdf('a string without end');
    this.at = end + 1;
    return OTHER;
  }

  private string(): PdfValue {
    const { text } = this;
    let open = 0;
    for (; this.at < text.length; this.at += 1) {
      const sign = text[this.at];
      if (sign === '\\') this.at += 1;
      else if (sign === '(') open += 1;
      else if (sign === ')' && (open -= 1) === 0) {
        this.at += 1;
        return OTHER;
      }
    }
    throw new MalformedPdf('a string without end');
  }

  private array(depth: number): PdfValue {
    const first: PdfValue[] = [];
    let size = 0;
    this.at += 1;
    for (this.skip(); this.text[this.at] !== ']'; this.skip()) {
      const value = this.value(depth + 1);
      if (first.length < 2) first.push(value);
      size += 1;
    }
    this.at += 1;
    return { is: 'array', first, size };
  }

  private dict(depth: number): PdfValue {
    const entries: PdfEntry[] = [];
    this.at += 2;
    for (this.skip(); !this.text.startsWith('>>', this.at); this.skip()) {
      if (this.text[this.at] !== '/') throw new MalformedPdf('a dictionary without a key');
      const key = this.name();
      entries.push([key, this.value(depth + 1)]);
    }
    this.at += 2;
    this.told(entries);
    return { is: 'dict', entries };
  }
}
