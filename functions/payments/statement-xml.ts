import { ownOf } from '../../shared/kernel/own.ts';
import { XMLParser } from 'fast-xml-parser';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { textOfXml } from './statement-text.ts';
import { rootTag } from './xml-outline.ts';

/** A part of the document: text, parts by name, or several of them. */
export type Part = string | { readonly [name: string]: Part | undefined } | readonly Part[];

const MANY = new Set(['Stmt', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Bal']);

/** References are read by `plain`, once: the parser would leave numeric ones as they are. */
const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: false,
  cdataPropName: '#cdata',
  isArray: (name) => MANY.has(name),
});

const ROOT = /^<(?:\w{1,40}:)?Document\s/;
const NAMESPACE = /\sxmlns(?::\w{1,40})?\s*=\s*["']urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.08["']/;

const parsed = (xml: string): Part | undefined => {
  try {
    return PARSER.parse(xml, true) as Part;
  } catch {
    return undefined;
  }
};

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const letterOf = (code: number): string =>
  code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : '\uFFFD';

/** Text with its references read (XML 1.0, 4.1): the five that have names, and letters by number. */
const plain = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#(\d{1,8})|#x([\dA-Fa-f]{1,7})|(lt|gt|amp|quot|apos));/g,
        (_, decimal?: string, hex?: string, name?: string) =>
          name === undefined
            ? letterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
            : (NAMED.get(name) ?? ''),
      )
    : text;

/** The part under these names; empty where something else stands or nothing. */
export const under = (part: Part | undefined, ...names: readonly string[]): Part | undefined => {
  let at: Part | undefined = part;
  for (const name of names) {
    if (typeof at !== 'object' || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined;
    at = ownOf(at as { readonly [name: string]: Part | undefined }, name);
  }
  return at;
};

/** A CDATA section is text as it stands. */
const verbatim = (part: Part | undefined): string =>
  Array.isArray(part) ? part.map(verbatim).join('') : typeof part === 'string' ? part : '';

const textOf = (part: Part | undefined): string => {
  if (typeof part === 'string') return plain(part);
  const text = under(part, '#text');
  return `${typeof text === 'string' ? plain(text) : ''}${verbatim(under(part, '#cdata'))}`;
};

/** The text under these names, without space around it. */
export const textUnder = (part: Part | undefined, ...names: readonly string[]): string | undefined => {
  const text = textOf(under(part, ...names)).trim();
  return text === '' ? undefined : text;
};

/** The parts of a name that may stand several times. */
export const each = (part: Part | undefined, name: string): readonly Part[] => {
  const found = under(part, name);
  return Array.isArray(found) ? (found as readonly Part[]) : [];
};

export type StatementXmlRefusal = 'statement-dtd' | 'statement-form' | 'statement-encoding';

/** The statements of a camt.053.001.08 file, in the encoding that it declares; any other document is refused. */
export const statementsIn = (bytes: Uint8Array): Result<readonly Part[], StatementXmlRefusal> => {
  const text = textOfXml(bytes);
  if (!text.ok) return text;
  const root = rootTag(text.value);
  if (!root.ok) return root;
  if (!ROOT.test(root.value) || !NAMESPACE.test(root.value)) return refuse('statement-form');
  const statements = each(under(parsed(text.value), 'Document', 'BkToCstmrStmt'), 'Stmt');
  return statements.length > 0 ? ok(statements) : refuse('statement-form');
};
