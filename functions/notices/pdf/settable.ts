import { codePointName, hasInvisibleSigns } from '../../../shared/kernel/characters.ts';
import { saidOtherwise, UNPRINTABLE } from '../../../shared/kernel/printable.ts';

const settableText = (text: string): string =>
  text.replace(UNPRINTABLE, (sign) =>
    hasInvisibleSigns(sign) ? sign : (saidOtherwise(sign) ?? `[${codePointName(sign.codePointAt(0)!)}]`),
  );

/**
 * The content of a letter in signs that its fonts have. Forms take no others, but cases were submitted before they asked, and
 * names come from registers: a case must be decided, whatever stands in it. Officials read the letter before they release
 * it; the facts that are attached keep every sign.
 */
export const settable = <T>(content: T): T => {
  if (typeof content === 'string') return settableText(content) as T;
  if (Array.isArray(content)) return content.map(settable) as T;
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, settable(value)])) as T;
};
