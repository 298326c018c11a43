import { deflateSync } from 'node:zlib';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isPlainPdf } from './upload-pdf.ts';
import { pdfOf, pdfStream } from './upload.fixture.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const SCRIPT = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
const OPENS = '/OpenAction 9 0 R';

const streamOf = (dictionary: string, content: Buffer): Buffer =>
  Buffer.concat([latin(`<<${dictionary}/Length ${content.length}>>stream\n`), content, latin('\nendstream')]);
const OBJECTS = '/Type/ObjStm/N 1/First 4';
const HELD = latin(`9 0 ${SCRIPT}`);
/** The document with these bytes as one more object. */
const withBytes = (bytes: string, catalog = OPENS): Buffer => pdfOf(catalog, [bytes]);

describe('a document that does something is refused, however it is written', () => {
  test.each<[string, Buffer]>([
    ['a script at its beginning', pdfOf(`/OpenAction${SCRIPT}`)],
    ['a script behind a reference', pdfOf('/OpenAction 4 0 R', [SCRIPT])],
    ['its name as an object of its own', pdfOf('/OpenAction<</S 4 0 R/JS(x)>>', ['/JavaScript'])],
    ['its name in escapes', pdfOf('/OpenAction<</S/#4a#61vaScript/JS(x)>>')],
    ['the first of two keys', pdfOf('/OpenAction<</S/JavaScript/S/GoTo/JS(x)>>')],
    ['the second of two keys', pdfOf('/OpenAction<</S/GoTo/S/JavaScript/JS(x)>>')],
    ['a script that follows a page', pdfOf('/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next<</S/JavaScript/JS(x)>>>>')],
    ['objects in a stream that is not packed', pdfOf(OPENS, [streamOf(OBJECTS, HELD)])],
    ['objects in a packed stream', pdfOf(OPENS, [pdfStream(OBJECTS, HELD)])],
    [
      'objects packed twice',
      pdfOf(OPENS, [
        streamOf('/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(HELD))),
      ]),
    ],
    [
      'objects in hexadecimal digits',
      pdfOf(OPENS, [streamOf(`${OBJECTS}/Filter/ASCIIHexDecode`, latin(`${HELD.toString('hex')}>`))]),
    ],
    [
      'objects in digits and packed',
      pdfOf(OPENS, [
        streamOf('/Type/ObjStm/N 1/First 4/Filter[/AHx/Fl]', latin(`${deflateSync(HELD).toString('hex')}>`)),
      ]),
    ],
    ['objects of a stream that does not say its type', pdfOf(OPENS, [streamOf('/N 1/First 4', HELD)])],
    [
      'objects of a stream whose type stands elsewhere',
      pdfOf(OPENS, [streamOf('/Type 5 0 R/N 1/First 4', HELD), '/ObjStm']),
    ],
    [
      'objects of a stream with a false length',
      pdfOf(OPENS, [latin(`<</Type/ObjStm/N 1/First 4/Length 3>>stream\n9 0 ${SCRIPT}\nendstream`)]),
    ],
    [
      'objects with differences of bytes',
      pdfOf(OPENS, [pdfStream('/Type/ObjStm/N 1/First 4/DecodeParms<</Predictor 12>>', HELD)]),
    ],
    ...[
      `9${' '.repeat(30)}0 obj`,
      `9 0${' '.repeat(30)}obj`,
      `9 0${'\n'.repeat(30)}obj`,
      `9 0 %${'x'.repeat(400)}\nobj`,
      `9 %${'x'.repeat(400)}\n0 obj`,
      `${'0'.repeat(22)}9 0 obj`,
      '+9 +0 obj',
    ].map((head): [string, Buffer] => [
      `an object in a stream, headed ${head.slice(0, 12)} (${head.length} signs)`,
      pdfOf(OPENS, [streamOf('', latin(`${head} ${SCRIPT} endobj`))]),
    ]),
    ['a name that ends within itself', pdfOf('/OpenAction<</S/JavaScript#00/JS(x)>>')],
    [
      'a comment that says obj',
      withBytes(
        `<</Type/ObjStm/N 1/First 4/Length ${HELD.length}>>% obj\nstream\n${HELD.toString('latin1')}\nendstream`,
      ),
    ],
    ['a comment that says stream', withBytes(`%stream\n${SCRIPT}%endstream\n`)],
    [
      'an object in a comment',
      Buffer.concat([latin('%PDF-1.7\n%\n%9 0 obj'), latin(`${SCRIPT}endobj\n`), pdfOf(OPENS).subarray(9)]),
    ],
    ['an object in a stream', pdfOf(OPENS, [streamOf('', latin(`\n9 0 obj${SCRIPT}endobj`))])],
    [
      'an object in a stream, its head with a comment',
      pdfOf(OPENS, [streamOf('', latin(`\n9 0 %x\nobj${SCRIPT}endobj`))]),
    ],
    ['an object in a string', pdfOf(`${OPENS}/X( 9 0 obj${SCRIPT.replaceAll(/\\[()]/g, '')}endobj )`)],
    ['a program to start', pdfOf('', ['<</Type/Annot/Subtype/Link/A<</S/Launch/F(cmd.exe)>>>>'])],
    ['a document elsewhere', pdfOf('/OpenAction<</S/GoToR/F(//host/share)/D[0/Fit]>>')],
    ['a form that sends', pdfOf('', ['<</A<</S/SubmitForm/F(https://host.example)>>>>'])],
    ['data it takes in', pdfOf('/AA<</WC<</S/ImportData/F(x)>>>>')],
    ['a form in XML', pdfOf('/AcroForm<</Fields[]/XFA 4 0 R>>', [streamOf('', latin('<x/>'))])],
    ['a film', pdfOf('', ['<</Type/Annot/Subtype/RichMedia>>'])],
    ['a file', pdfOf('', ['<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>', streamOf('', latin('MZ'))])],
    ['a file on a page', pdfOf('', ['<</Type/Annot/Subtype/FileAttachment/FS 5 0 R>>'])],
    ['content that lies elsewhere', pdfOf('', [streamOf('/F(https://host.example/x)', latin(''))])],
    ['encryption', pdfOf('', [], '/Encrypt 4 0 R')],
    ['encryption said in a stream', pdfOf('', [streamOf('/Type/XRef/Encrypt 5 0 R', latin(''))])],
    ['a picture of a billion dots', pdfOf('', [streamOf('/Subtype/Image/Width 40000/Height 30000', latin(''))])],
    ['a stream that unfolds to 50 MB', pdfOf('', [pdfStream('', Buffer.alloc(50_000_000))])],
    [
      'digits that unfold to 50 MB',
      pdfOf('', [
        streamOf('/Filter[/ASCIIHexDecode/FlateDecode]', latin(deflateSync(Buffer.alloc(50_000_000)).toString('hex'))),
      ]),
    ],
    ['objects over each other', pdfOf('', [pdfStream('/Type/ObjStm/N 2/First 8', latin('8 0 9 0 [0]'))])],
    ['no catalogue', latin('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')],
    ['no end', pdfOf().subarray(0, 120)],
  ])('%s', async (_, bytes) => {
    expect(await isPlainPdf(bytes)).toBe(false);
  });
});

describe('a document that only shows something is taken', () => {
  test.each<[string, Buffer]>([
    ['a title of such words', pdfOf('', ['<</Title(Kurs HTML/CSS/JS /JavaScript /Launch)/Author<2f4a53>>>'])],
    [
      'a link of such words',
      pdfOf('', ['<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://shop.example/JS/Launch/AA)>>>>']),
    ],
    ['opening at a page', pdfOf('/OpenAction[3 0 R/Fit]')],
    ['going to a page when it opens', pdfOf('/OpenAction 4 0 R', ['<</S/GoTo/D[3 0 R/Fit]>>'])],
    ['places named like that', pdfOf('/Dests<</JavaScript[3 0 R/XYZ 0 0 0]/EF[3 0 R/Fit]/JS[3 0 R/Fit]>>')],
    ['elements and borders', pdfOf('', ['<</S/P/K 0>>', '<</BS<</S/S>>/Group<</S/Transparency>>>>'])],
    ['a form to fill in', pdfOf('/AcroForm<</Fields[4 0 R]/NeedAppearances true>>', ['<</FT/Tx/F 4/T(Name)>>'])],
    [
      'harmless objects in a stream',
      pdfOf('', [pdfStream('/Type/ObjStm/N 2/First 9', latin('8 0 9 12 <</S/GoTo>> [1 2]'))]),
    ],
    ['a length that stands behind', pdfOf('', [latin('<</Length 5 0 R>>stream\nBT ET\nendstream'), '5'])],
    ['content that says such words', pdfOf('', [pdfStream('', latin('(9 0 R /JavaScript obj) Tj'))])],
    ['content in digits and packed', pdfOf('', [streamOf('/Filter[/A85/Fl]', latin('GhQe!~>'))])],
    ['comments, escapes and strings in strings', pdfOf('%x\n/X(a(b)\\)c)', ['[(\\\\) <6f>%y\n true null -.5]'])],
  ])('%s', async (_, bytes) => {
    expect(await isPlainPdf(bytes)).toBe(true);
  });
});

const CASES = '../shared/data/cases';

test.skipIf(!existsSync(CASES)).each(['13-chrome-title-js.pdf', '13-openaction-direct-goto.pdf'])(
  '%s from practice is taken (skipped without shared/data)',
  async (name) => {
    expect(await isPlainPdf(readFileSync(`${CASES}/${name}`))).toBe(true);
  },
);

test.each([
  ['stream\n', ''],
  ['1 0 obj<<>>stream\nendstream endobj ', ''],
  ['1 0 obj<</Length 9>>stream\nendstream endobj\n', ''],
  [' obj', '1 0 obj<<>>stream\n'],
  ['1 0 obj[', ''],
  ['<<', '1 0 obj'],
  ['(', '1 0 obj'],
  ['0 ', '1 0 obj['],
  ['%\n', ''],
])('reading takes a time that grows with the length only: %j', async (piece, before) => {
  const timed = async (length: number): Promise<number> => {
    const bytes = latin(`%PDF-1.7\n${before}${piece.repeat(length / piece.length)}\n%%EOF\n`);
    const start = performance.now();
    await isPlainPdf(bytes);
    return performance.now() - start;
  };
  const one = Math.min(await timed(100_000), await timed(100_000));
  expect(await timed(1_000_000)).toBeLessThan(Math.max(25 * one, 2000));
});
