import { XMLParser } from 'fast-xml-parser';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';

/** A part of the document: text, parts by name, or several of them. */
export type Part = string | { readonly [name: string]: Part | undefined } | readonly Part[];

const MANY = new Set(['Stmt', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Bal']);

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (name) => MANY.has(name),
});

const ROOT = /<(?:\w+:)?Document\s[^>]*xmlns(?::\w+)?=["']urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.08["']/;

/** The schema itself goes 12 deep. */
const DEEPEST = 40;

const isTooDeep = (xml: string): boolean => {
  let depth = 0;
  for (const [tag] of xml.matchAll(/<[^!?][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > DEEPEST) return true;
  }
  return depth !== 0;
};

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const parsed = (xml: string): Part | undefined => {
  try {
    return PARSER.parse(xml, true) as Part;
  } catch {
    return undefined;
  }
};

/** The part under these names; empty where something else stands or nothing. */
export const under = (part: Part | undefined, ...names: readonly string[]): Part | undefined => {
  let at: Part | undefined = part;
  for (const name of names) {
    if (typeof at !== 'object' || Array.isArray(at)) return undefined;
    at = (at as { readonly [name: string]: Part | undefined })[name];
  }
  return at;
};

/** The text under these names, without space around it. */
export const textUnder = (part: Part | undefined, ...names: readonly string[]): string | undefined => {
  const found = under(part, ...names);
  const text = typeof found === 'string' ? found : under(found, '#text');
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
};

/** The parts of a name that may stand several times. */
export const each = (part: Part | undefined, name: string): readonly Part[] => {
  const found = under(part, name);
  return Array.isArray(found) ? (found as readonly Part[]) : [];
};

export type StatementXmlRefusal = 'statement-dtd' | 'statement-form';

/**
 * The document of a camt.053.001.08 file. A document type or entities are refused before anything is parsed, so that
 * nothing can be loaded from elsewhere or blown up; so is any other document, encoding or depth.
 */
export const statementsIn = (bytes: Uint8Array): Result<readonly Part[], StatementXmlRefusal> => {
  const xml = decoded(bytes);
  if (xml === undefined) return refuse('statement-form');
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(xml)) return refuse('statement-dtd');
  if (!ROOT.test(xml) || isTooDeep(xml)) return refuse('statement-form');
  const statements = each(under(parsed(xml), 'Document', 'BkToCstmrStmt'), 'Stmt');
  return statements.length > 0 ? ok(statements) : refuse('statement-form');
};
