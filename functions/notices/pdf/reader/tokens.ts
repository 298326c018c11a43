import { ownOf } from '../../../../shared/kernel/own.ts';
/** What a page description (ISO 32000-1, 7.8.2) is made of, as far as reading its text needs. */
export type Operand = number | { name: string } | { bytes: Uint8Array } | Operand[] | Map<string, Operand>;

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

const TOKEN =
  /<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|\/[^\s/<>[\]()]*|[^\s/<>[\]()]+/g;

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const literal = (text: string): Uint8Array =>
  Buffer.from(
    text
      .slice(1, -1)
      .replace(/\\([0-7]{1,3}|[\s\S])/g, (_all, code: string) =>
        /^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (ownOf(ESCAPES, code) ?? code),
      ),
    'latin1',
  );

const close = (stack: Operand[], mark: symbol[], open: number[], symbol: symbol): Operand[] => {
  if (mark.pop() !== symbol) throw new Error('Brackets of a page description do not match');
  return stack.splice(open.pop()!);
};

const ARRAY = Symbol('[');
const DICTIONARY = Symbol('<<');

const dictionary = (items: readonly Operand[]): Map<string, Operand> => {
  const entries = new Map<string, Operand>();
  for (let index = 0; index < items.length; index += 2) {
    entries.set((items[index] as { name: string }).name, items[index + 1]!);
  }
  return entries;
};

/** The operations of a content stream, each with its operands. Literal strings may hold one level of brackets. */
export const operationsOf = (content: string): Operation[] => {
  const operations: Operation[] = [];
  const stack: Operand[] = [];
  const marks: symbol[] = [];
  const open: number[] = [];
  for (const [token] of content.matchAll(TOKEN)) {
    if (token === '[' || token === '<<') {
      marks.push(token === '[' ? ARRAY : DICTIONARY);
      open.push(stack.length);
    } else if (token === ']') stack.push(close(stack, marks, open, ARRAY));
    else if (token === '>>') stack.push(dictionary(close(stack, marks, open, DICTIONARY)));
    else if (token.startsWith('<')) stack.push({ bytes: Buffer.from(token.slice(1, -1).replace(/\s/g, ''), 'hex') });
    else if (token.startsWith('(')) stack.push({ bytes: literal(token) });
    else if (token.startsWith('/')) stack.push({ name: token.slice(1) });
    else if (/^[-+.\d]/.test(token)) stack.push(Number(token));
    else operations.push({ operator: token, operands: stack.splice(0) });
  }
  return operations;
};
