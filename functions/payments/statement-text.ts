import { refuse, ok, type Result } from '../../shared/kernel/result.ts';

/** Encodings that banks declare, and how each is read. Windows-1252 holds all of ISO-8859-1 that a text may contain. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
]);

const DECLARATION = /^<\?xml[^>]{0,80}?\sencoding\s{0,9}=\s{0,9}["']([A-Za-z][\w.-]{0,39})["']/;

/** By its byte order mark, which outweighs what the file says of itself. */
const byMark = ([first, second, third]: Uint8Array): string | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

const declared = (bytes: Uint8Array): string =>
  DECLARATION.exec(Buffer.from(bytes.subarray(0, 256)).toString('latin1').trimStart())?.[1] ?? 'UTF-8';

/**
 * The text of an XML file in the encoding that it declares (XML 1.0, 4.3.3). One that we do not know, or that its bytes
 * contradict, is refused by its name: guessing would change names and purposes.
 */
export const textOfXml = (bytes: Uint8Array): Result<string, 'statement-encoding'> => {
  const mark = byMark(bytes);
  const named = mark === undefined ? declared(bytes) : mark.toUpperCase();
  const label = mark ?? READ_AS.get(named.toLowerCase());
  const refused = refuse('statement-encoding', undefined, { encoding: named });
  if (label === undefined) return refused;
  try {
    return ok(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return refused;
  }
};
