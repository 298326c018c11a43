import { readFileSync, writeFileSync } from 'node:fs';
import { MACHINES } from './machines.ts';
import { withDiagram } from './state-diagram.ts';

/** Draws each state machine into its README: `node scripts/state-machines.ts`, after a change of a table of transitions. */
for (const machine of MACHINES) {
  const text = readFileSync(machine.readme, 'utf8');
  const fresh = withDiagram(text, machine);
  if (fresh !== text) writeFileSync(machine.readme, fresh);
  console.log(`${fresh === text ? 'as it was' : 'drawn anew'}: ${machine.readme}`);
}
