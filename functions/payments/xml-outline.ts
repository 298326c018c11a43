import { ok, refuse, type Result } from '../../shared/kernel/result.ts';

/** The schema itself goes 12 deep, and its longest tag, the first one, has some 300 letters. */
const DEEPEST = 40;
const LONGEST_TAG = 2000;

const TAG = /^<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/;

/** What is no tag, and by what it ends. Tags inside of it are text. */
const ASIDE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Where the comment, CDATA section or instruction that begins here ends; -1 if it does not, undefined if it is something else. */
const endOfAside = (xml: string, at: number): number | undefined => {
  const found = ASIDE.find(([begin]) => xml.startsWith(begin, at));
  if (found === undefined) return undefined;
  const [begin, end] = found;
  const closed = xml.indexOf(end, at + begin.length);
  return closed === -1 ? -1 : closed + end.length;
};

/**
 * The first tag of a document whose tags all close and lie no deeper than any bank's. A document type or entities are
 * refused before anything is parsed, so that nothing can be loaded from elsewhere or blown up. Each sign is looked at a
 * constant number of times, whatever the file is made of.
 */
export const rootTag = (xml: string): Result<string, 'statement-dtd' | 'statement-form'> => {
  let root: string | undefined;
  let depth = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const aside = endOfAside(xml, at);
    if (aside === -1) return refuse('statement-form');
    if (aside !== undefined) {
      at = aside;
      continue;
    }
    if (xml.startsWith('<!', at)) return refuse('statement-dtd');
    const [tag] = TAG.exec(xml.slice(at, at + LONGEST_TAG)) ?? [];
    if (tag === undefined) return refuse('statement-form');
    root ??= tag;
    depth += tag.startsWith('</') ? -1 : tag.endsWith('/>') ? 0 : 1;
    if (depth > DEEPEST || depth < 0) return refuse('statement-form');
    at += tag.length;
  }
  return root === undefined || depth !== 0 ? refuse('statement-form') : ok(root);
};
