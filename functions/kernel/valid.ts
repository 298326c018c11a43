import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { ValidationTargets } from 'hono';
import { validator } from 'hono-openapi';
import type { Env } from './env.ts';
import { malformedWith, type Issue } from './problem.ts';
import { textOf } from './texts.ts';
import type { SignPlace } from '../../shared/kernel/characters.ts';
import type { Flaw } from '../../shared/kernel/result.ts';
import type { Language } from '../../shared/kernel/language.ts';

/** What zod tells of an issue, as far as sentences need it. */
interface Found {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly message: string;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly maximum?: number;
  readonly minimum?: number;
  readonly origin?: string;
  /** Of own rules about signs. */
  readonly params?: Partial<SignPlace>;
}

const segment = (part: PropertyKey | { readonly key: PropertyKey }): string =>
  String(typeof part === 'object' ? part.key : part);

/** Own rules carry their code as message (shared/kernel/text.ts); zod's codes are told apart by what they measure. */
const codeOf = (found: Found): string => {
  if (found.code === 'custom') return found.message;
  if (found.code === 'too_big') return found.origin === 'string' ? 'too-long' : 'too-big';
  if (found.code === 'too_small') return found.origin === 'string' ? 'too-short' : 'too-small';
  if (found.code === 'unrecognized_keys') return 'unknown-field';
  if (found.code === 'invalid_format') return 'wrong-form';
  return 'wrong-type';
};

/** At most so many issues are told at once. */
const MOST_ISSUES = 50;

const flawsOf = (found: readonly Found[]): Flaw[] =>
  found.flatMap((one) => {
    const path = (one.path ?? []).map(segment);
    const keys = one.code === 'unrecognized_keys' ? (one.keys ?? []) : [undefined];
    return keys.map((key) => ({
      path: [...path, ...(key === undefined ? [] : [key.slice(0, 64)])].join('.'),
      code: codeOf(one),
      ...(one.maximum !== undefined && { maximum: one.maximum }),
      ...(one.minimum !== undefined && { minimum: one.minimum }),
      ...(one.code === 'custom' && one.params),
    }));
  });

const sentenceOf = async (language: Language, room: string, { path: _, code, ...values }: Flaw): Promise<string> => {
  const keys = [`issue.${code}_${values.context}`, `issue.${code}`].slice(values.context === undefined ? 1 : 0);
  for (const key of keys) {
    const text = (await textOf(language, room, key, values)) ?? (await textOf(language, 'kernel', key, values));
    if (text !== undefined) return text;
  }
  return (await textOf(language, 'kernel', 'issue.wrong-type')) ?? code;
};

/** Each flaw with its sentence in the user's language: the room's own, else the kernel's. */
export const issuesOf = (language: Language, flaws: readonly Flaw[], room = 'kernel'): Promise<Issue[]> =>
  Promise.all(
    flaws.slice(0, MOST_ISSUES).map(async (flaw) => ({
      path: flaw.path,
      code: flaw.code,
      message: await sentenceOf(language, room, flaw),
      ...(flaw.at !== undefined && { at: flaw.at }),
      ...(flaw.sign !== undefined && { sign: flaw.sign }),
      ...(flaw.after !== undefined && { after: flaw.after }),
    })),
  );

/** Checks one part of a request against its schema and describes it in the OpenAPI document; 400 with issues at their paths. */
export const valid = <T extends keyof ValidationTargets, S extends StandardSchemaV1>(target: T, schema: S) =>
  validator<S, T, Env, string>(target, schema, async (result, c) => {
    if (result.success) return undefined;
    return malformedWith(c, await issuesOf(c.var.language, flawsOf(result.error as readonly Found[])));
  });
