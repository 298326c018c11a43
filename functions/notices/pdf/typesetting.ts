import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { codePointsOf, unprintable } from './coverage.ts';
import { loadFonts } from './fonts.ts';
import { TypesettingFailed, UnprintableText } from './problems.ts';

/** The compiler with its fonts: made once in a process, since reading them costs more than setting a notice. */
interface Press {
  readonly compiler: NodeCompiler;
  readonly covered: ReadonlySet<number>;
}

let press: Press | undefined;

const startPress = (): Press => {
  const fontBlobs = loadFonts();
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return {
    compiler: NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] }),
    covered: new Set(fontBlobs.flatMap((font) => [...codePointsOf(font)])),
  };
};

/** How a document looks: a letter after DIN 5008, or a list across the page. */
export type Template = 'letter.typ' | 'sheet.typ';

const templates = new Map<Template, string>();

const sourceOf = (template: Template): string => {
  const source = templates.get(template) ?? readFileSync(new URL(template, import.meta.url), 'utf8');
  templates.set(template, source);
  return source;
};

/** What is set; all of it enters the template as data, never as markup. */
export interface Sheet {
  readonly template: Template;
  /** What the template reads (template-input.ts). */
  readonly input: object;
  /** Canonical JSON that is attached under the name `attached`. */
  readonly facts: string;
  readonly attached: string;
  /** A PDF that goes with the document, embedded as it is. */
  readonly annex?: { readonly name: string; readonly bytes: Uint8Array };
}

/** PDF/A-3a is what is issued; PDF/UA-1 lets the typesetter check what it only checks for that standard. */
export type Standard = 'a-3a' | 'ua-1';

/** Where the template finds the bytes of the annex; the folder itself holds no such file. */
const ANNEX = fileURLToPath(new URL('annex.pdf', import.meta.url));

/** Results older than this many settings leave the typesetter's memory. */
const CACHE_AGE = 10;

/** Every text in the input, however deep. */
function* textsIn(input: unknown): Generator<string> {
  if (typeof input === 'string') yield input;
  else if (typeof input === 'object' && input !== null) {
    for (const value of Object.values(input)) yield* textsIn(value);
  }
}

/**
 * Sets a document.
 * @throws UnprintableText, TypesettingFailed
 */
export const typeset = ({ template, input, facts, attached, annex }: Sheet, standard: Standard): Uint8Array => {
  press ??= startPress();
  const missing = unprintable(textsIn(input), press.covered);
  if (missing.length > 0) throw new UnprintableText(missing);
  const inputs = { notice: JSON.stringify(input), facts, name: attached, annex: annex?.name ?? '' };
  press.compiler.resetShadow();
  if (annex !== undefined) press.compiler.mapShadow(ANNEX, Buffer.from(annex.bytes));
  const compiled = press.compiler.compile({ mainFileContent: sourceOf(template), inputs });
  if (compiled.result === null) {
    throw new TypesettingFailed(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []));
  }
  try {
    return press.compiler.pdf(compiled.result, { pdfStandard: standard });
  } catch (cause) {
    throw new TypesettingFailed(`The document is no ${standard}`, { cause });
  } finally {
    press.compiler.evictCache(CACHE_AGE);
  }
};
