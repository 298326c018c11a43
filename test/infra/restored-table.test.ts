import { describe, expect, test } from 'vitest';
import { only, resources, template } from './synthesised.ts';

const [[ownTable] = ['']] = resources('AWS::DynamoDB::Table');

/** Every place of the template that chooses between the own table and a restored one. */
const choices = (value: unknown, found: unknown[][] = []): unknown[][] => {
  if (typeof value !== 'object' || value === null) return found;
  const { 'Fn::If': choice } = value as { 'Fn::If'?: unknown[] };
  if (choice !== undefined && JSON.stringify(choice).includes('ExistingTable')) found.push(choice);
  else for (const one of Object.values(value)) choices(one, found);
  return found;
};

/** The template without those places, and without the table itself. */
const rest = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const choice = (value as { 'Fn::If'?: unknown })['Fn::If'];
  if (choice !== undefined && JSON.stringify(choice).includes('ExistingTable')) return 'chosen';
  if (Array.isArray(value)) return value.map(rest);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== ownTable)
      .map(([name, one]) => [name, rest(one)]),
  );
};

describe('a table that was restored to an earlier second', () => {
  test('is taken by two parameters, which are empty as long as nobody needed them', () => {
    const { Parameters } = template.toJSON() as {
      Parameters: Record<string, { Default?: string; AllowedPattern?: string }>;
    };
    const asked = ['ExistingTable', 'ExistingTableStream'].map((name) => Parameters[name]!);
    for (const { Default, AllowedPattern } of asked) {
      expect(Default).toBe('');
      expect('').toMatch(new RegExp(AllowedPattern!));
    }
    expect('anteil-2026-11-28').toMatch(new RegExp(asked[0]!.AllowedPattern!));
    const stream = 'arn:aws:dynamodb:eu-central-1:123456789012:table/anteil-2026-11-28/stream/2026-11-28T10:00:00.000';
    expect(stream).toMatch(new RegExp(asked[1]!.AllowedPattern!));
    expect(stream.replace('/stream/', '/index/')).not.toMatch(new RegExp(asked[1]!.AllowedPattern!));
  });

  test('is then the one that functions, rights, listeners and alarms name: nothing names the own one beside it', () => {
    const all = template.toJSON() as Record<string, unknown>;
    expect(JSON.stringify(rest(all))).not.toContain(ownTable);
    const others = new Set(choices(all).map(([, other]) => JSON.stringify(other)));
    expect(others.size).toBe(3);
    for (const [name, { Properties }] of resources('AWS::Lambda::Function')) {
      const table = (Properties['Environment'] as { Variables?: Record<string, unknown> } | undefined)?.Variables?.[
        'TABLE'
      ];
      if (table !== undefined) expect([name, JSON.stringify(table)]).toEqual([name, expect.stringContaining('Fn::If')]);
    }
    for (const type of ['AWS::Lambda::EventSourceMapping', 'AWS::Pipes::Pipe'])
      expect(JSON.stringify(only(type).Properties)).toContain('{"Ref":"ExistingTableStream"}');
  });

  test('leaves the own one where it is, kept and protected', () => {
    const table = only('AWS::DynamoDB::Table') as ReturnType<typeof only> & { Condition?: string };
    expect([table.Condition, table.DeletionPolicy]).toEqual([undefined, 'Retain']);
  });
});
