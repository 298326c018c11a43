import { TypeFlags, type API, type Checker, type Project, type Type } from 'typescript/unstable/sync';
import type { ElementAccessExpression, Node, SourceFile } from 'typescript/unstable/ast';
import { isElementAccessExpression } from 'typescript/unstable/ast/is';

/** A place where an open text reaches into a plain object, which also holds `constructor` and `toString` for everyone. */
export interface OutsideKey {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** The one place that asks first whether the object holds the key itself. */
const ASKS_FIRST = /(?:^|\/)shared\/kernel\/own\.ts$/;

const accessesIn = (file: SourceFile): ElementAccessExpression[] => {
  const found: ElementAccessExpression[] = [];
  const visit = (node: Node): void => {
    if (isElementAccessExpression(node)) found.push(node);
    node.forEachChild(visit);
  };
  visit(file);
  return found;
};

const OPEN = TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.Any;

/** Whether the key may be any text: `string`, a branded id, a template; no literal and no union of literals. */
const isOpen = (type: Type): boolean => {
  if (type.isUnionType()) return type.getTypes().some(isOpen);
  if (type.isIntersectionType()) return type.getTypes().some((part) => (part.flags & OPEN) !== 0);
  return (type.flags & OPEN) !== 0;
};

const found = (file: SourceFile, checker: Checker): Omit<OutsideKey, 'file'>[] => {
  const accesses = accessesIn(file);
  if (accesses.length === 0) return [];
  const keys = checker.getTypeAtLocation(accesses.map((access) => access.argumentExpression));
  return accesses.flatMap((access, at) => {
    const key = keys[at];
    if (key === undefined || !isOpen(key)) return [];
    const before = file.text.slice(0, access.end);
    const code = file.text.slice(access.pos, access.end).trim();
    return [{ line: before.split('\n').length, code }];
  });
};

const inProject = (project: Project, isAsked: (file: string) => boolean): OutsideKey[] =>
  project.program
    .getSourceFileNames()
    .filter((file) => isAsked(file) && !ASKS_FIRST.test(file))
    .flatMap((file) => {
      const source = project.program.getSourceFile(file);
      return source === undefined ? [] : found(source, project.checker).map((one) => ({ file, ...one }));
    });

/** Every read or write of a plain object under an open text, in those files of the projects that are asked for. */
export const outsideKeys = (
  api: API,
  openProjects: string[],
  isAsked: (file: string) => boolean,
): readonly OutsideKey[] => {
  using snapshot = api.updateSnapshot({ openProjects });
  return snapshot.getProjects().flatMap((project) => inProject(project, isAsked));
};
