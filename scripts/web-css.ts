import type { AtRule, Declaration, Plugin, Rule } from 'postcss';
import { ownOf } from '../shared/kernel/own.ts';

/** What must flip in right-to-left languages, by the name that flips by itself. */
const PROPERTIES: Record<string, string> = {
  left: 'inset-inline-start',
  right: 'inset-inline-end',
  'border-top-left-radius': 'border-start-start-radius',
  'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius',
  'border-bottom-right-radius': 'border-end-end-radius',
};

const SIDED = /^(margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-(?:width|style|color))?$/;
const ALIGNED = new Set(['text-align', 'float', 'clear']);

const startOrEnd = (side: string): string => (side === 'left' ? 'start' : 'end');

const aligned = (declaration: Declaration): string => {
  const { prop, value } = declaration;
  if (value !== 'left' && value !== 'right') return value;
  return prop === 'text-align' ? startOrEnd(value) : `inline-${startOrEnd(value)}`;
};

/** The parts of a value, spaces inside of brackets not counted. */
export const partsOf = (value: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of value.trim()) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (/\s/.test(letter) && depth === 0) {
      if (part !== '') parts.push(part);
      part = '';
    } else part += letter;
  }
  return part === '' ? parts : [...parts, part];
};

const splitSides = (declaration: Declaration): void => {
  const [top, right, bottom, left] = partsOf(declaration.value);
  if (left === undefined || left === right) return;
  declaration.cloneBefore({ prop: `${declaration.prop}-block`, value: `${top} ${bottom}` });
  declaration.cloneBefore({ prop: `${declaration.prop}-inline`, value: `${left} ${right}` });
  declaration.remove();
};

/**
 * Turns sides into directions (`padding-left` into `padding-inline-start`), so that one style sheet serves left-to-right
 * and right-to-left. The cascade stays as it was, since no selector gains weight.
 */
export const directionsForSides = (): Plugin => ({
  postcssPlugin: 'directions-for-sides',
  Declaration(declaration) {
    const { prop } = declaration;
    const sided = SIDED.exec(prop);
    if (sided !== null) declaration.prop = `${sided[1]}-inline-${startOrEnd(sided[2]!)}${sided[3] ?? ''}`;
    else if (Object.hasOwn(PROPERTIES, prop)) declaration.prop = ownOf(PROPERTIES, prop) ?? prop;
    else if (ALIGNED.has(prop)) declaration.value = aligned(declaration);
    else if (prop === 'padding' || prop === 'margin') splitSides(declaration);
  },
});

/** Old names beside the standard ones that every supported browser knows. */
export const withoutPrefixedMasks = (): Plugin => ({
  postcssPlugin: 'without-prefixed-masks',
  Declaration: { '-webkit-mask': (old) => void old.remove() },
});

/** KERN hangs the colours of a page on `:is(body, …):not([class*=…])`, which the purge cannot read; `body` is what we use. */
export const layerOnBody = (): Plugin => ({
  postcssPlugin: 'layer-on-body',
  Rule(rule) {
    if (rule.selector.startsWith(':is(body')) rule.selector = 'body';
  },
});

const isEmpty = (rule: Rule | AtRule): boolean => rule.nodes?.length === 0;

/** What purging leaves behind. */
export const withoutEmptyRules = (): Plugin => ({
  postcssPlugin: 'without-empty-rules',
  OnceExit(root) {
    root.walkRules((rule) => void (isEmpty(rule) && rule.remove()));
    root.walkAtRules('media', (rule) => void (isEmpty(rule) && rule.remove()));
  },
});
