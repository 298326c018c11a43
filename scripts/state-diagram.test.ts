import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MACHINES } from './machines.ts';
import { drawn, withDiagram, type Machine } from './state-diagram.ts';

const DOOR: Machine = {
  readme: 'door/README.md',
  first: 'open',
  transitions: [
    { act: 'shut', from: ['open', 'ajar'], to: 'shut', role: 'porter' },
    { act: 'seal', from: ['shut'], to: 'sealed', role: 'warden', fourEyes: true },
  ],
};

describe('a state machine is drawn from its table', () => {
  test('with every edge, who may take it, where it begins and ends', () => {
    expect(drawn(DOOR).split('\n')).toEqual([
      '```mermaid',
      'stateDiagram-v2',
      '  [*] --> open',
      '  open --> shut: shut · porter',
      '  ajar --> shut: shut · porter',
      '  shut --> sealed: seal · warden ⚭',
      '  sealed --> [*]',
      '```',
    ]);
  });

  test('a README without a place for it is named', () => {
    expect(() => withDiagram('# door\n', DOOR)).toThrow('door/README.md');
  });

  test.each(MACHINES)('$readme shows the table as it is now (else run "node scripts/state-machines.ts")', (machine) => {
    const text = readFileSync(machine.readme, 'utf8');
    expect(text).toBe(withDiagram(text, machine));
  });

  test('a README that shows another table is found', () => {
    for (const machine of MACHINES) {
      const text = readFileSync(machine.readme, 'utf8');
      const changed = { ...machine, transitions: machine.transitions.slice(1) };
      expect(text).not.toBe(withDiagram(text, changed));
    }
  });
});
