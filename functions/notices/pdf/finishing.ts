import { PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';

const UA_IDENTIFICATION = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>';

/** PDF/A allows foreign metadata only with a description of its schema (ISO 19005-3, 6.6.2.3.3). */
const UA_SCHEMA =
  '<rdf:li rdf:parseType="Resource">' +
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

const END_OF_SCHEMAS = '</rdf:Bag></pdfaExtension:schemas>';
const END_OF_DESCRIPTION = '</rdf:Description>';

/** @throws Error if the typesetter writes its metadata in another shape than the one this adds to. */
const insertBefore = (xmp: string, mark: string, words: string): string => {
  const [before, after, ...more] = xmp.split(mark);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`Metadata without one ${mark}`);
  return before + words + mark + after;
};

const identified = (xmp: string): string =>
  insertBefore(insertBefore(xmp, END_OF_SCHEMAS, UA_SCHEMA), END_OF_DESCRIPTION, UA_IDENTIFICATION);

/** Says in a tagged PDF/A-3a that it is PDF/UA-1 too, which the typesetter cannot say at the same time. Keeps dates and ID. */
export const finish = async (set: Uint8Array): Promise<Uint8Array> => {
  const document = await PDFDocument.load(set, { updateMetadata: false });
  const { catalog, context } = document;
  const reference = catalog.get(PDFName.of('Metadata'));
  const metadata = context.lookup(reference);
  const preferences = catalog.lookup(PDFName.of('ViewerPreferences'));
  if (!(reference instanceof PDFRef && metadata instanceof PDFRawStream && preferences instanceof PDFDict)) {
    throw new Error('The typesetter wrote no metadata or no viewer preferences');
  }
  const xmp = identified(Buffer.from(metadata.getContents()).toString('utf8'));
  context.assign(reference, context.stream(Buffer.from(xmp, 'utf8'), { Type: 'Metadata', Subtype: 'XML' }));
  preferences.set(PDFName.of('DisplayDocTitle'), PDFBool.True);
  return document.save({ updateFieldAppearances: false });
};
