import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFString,
  PDFHexString,
} from 'pdf-lib';

/** What a reader, an archive and an attacker look for in a PDF, beside its text. */
export interface Parts {
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly pages: number;
  readonly isTagged: boolean;
  readonly showsTitle: boolean;
  readonly metadata: string;
  readonly attachments: ReadonlyMap<string, string>;
  /** Names of all keys that any dictionary of the document uses. */
  readonly keys: ReadonlySet<string>;
  /** Addresses that a click would open. */
  readonly addresses: readonly string[];
}

const name = (text: string): PDFName => PDFName.of(text);

const textOf = (found: unknown): string | undefined =>
  found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined;

const contents = (found: unknown): string =>
  found instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(found).decode()).toString('utf8') : '';

const dictionariesIn = (found: unknown): PDFDict[] => {
  if (found instanceof PDFRawStream) return dictionariesIn(found.dict);
  if (found instanceof PDFArray) return found.asArray().flatMap(dictionariesIn);
  if (found instanceof PDFDict) return [found, ...found.values().flatMap(dictionariesIn)];
  return [];
};

const attachmentsOf = (catalog: PDFDict): Map<string, string> => {
  const files = catalog.lookupMaybe(name('AF'), PDFArray)?.asArray() ?? [];
  return new Map(
    files.map((file) => {
      const specification = catalog.context.lookup(file, PDFDict);
      const stream = specification.lookup(name('EF'), PDFDict).lookup(name('F'));
      return [textOf(specification.lookup(name('UF'))) ?? '', contents(stream)];
    }),
  );
};

export const partsOf = async (bytes: Uint8Array): Promise<Parts> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = document;
  const all = context.enumerateIndirectObjects().flatMap(([, found]) => dictionariesIn(found));
  const isOn = (holder: string, key: string): boolean =>
    catalog.lookupMaybe(name(holder), PDFDict)?.lookup(name(key))?.toString() === 'true';
  return {
    language: textOf(catalog.lookup(name('Lang'))),
    title: document.getTitle(),
    pages: document.getPageCount(),
    isTagged: isOn('MarkInfo', 'Marked') && catalog.has(name('StructTreeRoot')),
    showsTitle: isOn('ViewerPreferences', 'DisplayDocTitle'),
    metadata: contents(catalog.lookup(name('Metadata'))),
    attachments: attachmentsOf(catalog),
    keys: new Set(all.flatMap((dictionary) => dictionary.keys().map((key) => key.decodeText()))),
    addresses: all.map((dictionary) => textOf(dictionary.lookup(name('URI')))).filter((found) => found !== undefined),
  };
};
