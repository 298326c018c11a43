import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib';
import { operationsOf, type Operand } from './tokens.ts';

type Letters = ReadonlyMap<number, string>;

const latin1 = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Reads a ToUnicode map: which letters stand behind a glyph's number. */
const lettersOf = (map: string): Letters => {
  const letters = new Map<number, string>();
  for (const [, lines = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of lines.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(parseInt(from, 16), utf16(to));
  }
  return letters;
};

const fontsOf = (page: PDFPage): Map<string, Letters> => {
  const fonts = page.node.Resources()!.lookup(PDFName.of('Font'), PDFDict);
  return new Map(
    fonts.keys().map((name) => {
      const map = fonts.lookup(name, PDFDict).lookup(PDFName.of('ToUnicode'));
      if (!(map instanceof PDFRawStream)) throw new Error(`Font ${name.asString()} has no ToUnicode map`);
      return [name.decodeText(), lettersOf(latin1(map))];
    }),
  );
};

const shown = (operand: Operand | undefined, letters: Letters): string => {
  if (Array.isArray(operand)) return operand.map((part) => shown(part, letters)).join('');
  if (operand === undefined || typeof operand === 'number' || !('bytes' in operand)) return '';
  const glyphs = Buffer.from(operand.bytes);
  let text = '';
  for (let at = 0; at < glyphs.length; at += 2) text += letters.get(glyphs.readUInt16BE(at)) ?? '\uFFFD';
  return text;
};

const stated = (operand: Operand | undefined): string | undefined => {
  if (operand === undefined || typeof operand !== 'object' || !('bytes' in operand)) return undefined;
  const bytes = Buffer.from(operand.bytes);
  return bytes[0] === 0xfe && bytes[1] === 0xff ? utf16(bytes.subarray(2).toString('hex')) : bytes.toString('latin1');
};

interface Mark {
  readonly id: number | undefined;
  /** What is read out instead of the glyphs. */
  readonly instead: string | undefined;
  /** The letters stand as they are seen, from the left. */
  readonly isReversed: boolean;
}

const markOf = ([tag, properties]: readonly Operand[]): Mark => {
  const isReversed = (tag as { name: string }).name === 'ReversedChars';
  if (!(properties instanceof Map)) return { id: undefined, instead: undefined, isReversed };
  const id = properties.get('MCID');
  return { id: typeof id === 'number' ? id : undefined, instead: stated(properties.get('ActualText')), isReversed };
};

/** The text of each marked content of a page, by its number; what is marked as an artifact is left out. */
const markedTexts = (page: PDFPage): Map<number, string> => {
  const fonts = fontsOf(page);
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((part) => page.node.context.lookup(part)) : [contents];
  const texts = new Map<number, string>();
  const marks: Mark[] = [];
  let letters: Letters = new Map();
  const add = (text: string): void => {
    const id = marks.findLast((mark) => mark.id !== undefined)?.id;
    if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + text);
  };
  for (const { operator, operands } of operationsOf(streams.map((part) => latin1(part as PDFRawStream)).join('\n'))) {
    if (operator === 'BDC' || operator === 'BMC') marks.push(markOf(operands));
    if (operator === 'EMC') {
      const closed = marks.pop();
      if (closed?.instead !== undefined) add(closed.instead);
    }
    if (operator === 'Tf') letters = fonts.get((operands[0] as { name: string }).name)!;
    if ((operator === 'Tj' || operator === 'TJ') && marks.every(({ instead }) => instead === undefined)) {
      const text = shown(operands[0], letters);
      add(marks.some(({ isReversed }) => isReversed) ? Array.from(text).reverse().join('') : text);
    }
  }
  return texts;
};

/** One element of the structure: its tag and what is read out for it. */
export interface Spoken {
  readonly tag: string;
  readonly text: string;
}

const INLINE = new Set(['Span', 'Link', 'Strong', 'Em']);

/** Reads a tagged document as assistive technology does: along its structure, artifacts left out. */
export const spokenText = async (bytes: Uint8Array): Promise<Spoken[]> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const pages = new Map(document.getPages().map((page) => [page.ref.toString(), markedTexts(page)]));
  const spoken: Spoken[] = [];
  let running = { tag: '', text: '' };
  const flush = (): void => {
    if (running.text !== '') spoken.push(running);
    running = { tag: '', text: '' };
  };
  const visit = (node: PDFObject | undefined, page: string | undefined): void => {
    const found = node instanceof PDFRef ? context.lookup(node) : node;
    if (found instanceof PDFArray) for (const child of found.asArray()) visit(child, page);
    if (found instanceof PDFNumber) running.text += pages.get(page ?? '')?.get(found.asNumber()) ?? '';
    if (!(found instanceof PDFDict)) return;
    const own = found.get(PDFName.of('Pg'))?.toString() ?? page;
    const number = found.lookup(PDFName.of('MCID'));
    if (number !== undefined) return visit(number, own);
    const tag = (found.lookup(PDFName.of('S')) as PDFName | undefined)?.decodeText() ?? '';
    if (!INLINE.has(tag)) {
      flush();
      running.tag = tag;
    }
    visit(found.get(PDFName.of('K')), own);
    if (!INLINE.has(tag)) flush();
  };
  visit(catalog.get(PDFName.of('StructTreeRoot')), undefined);
  flush();
  return spoken;
};
