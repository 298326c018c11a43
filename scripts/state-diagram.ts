/** What a diagram tells of one row of a state machine's table. */
export interface Edge {
  readonly act: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly role: string;
  /** Not by the person who proposed. */
  readonly fourEyes?: boolean;
}

/** A table of transitions, and the README that shows it. */
export interface Machine {
  readonly readme: string;
  readonly first: string;
  readonly transitions: readonly Edge[];
}

const BEGIN = '<!-- state machine: begin, drawn by scripts/state-machines.ts from the table of the rules -->';
const END = '<!-- state machine: end -->';

const label = ({ act, role, fourEyes }: Edge): string => `${act} · ${role}${fourEyes === true ? ' ⚭' : ''}`;

/** The table as a mermaid state diagram; states without a way out lead to the end. */
export const drawn = ({ first, transitions }: Machine): string => {
  const left = new Set(transitions.flatMap(({ from }) => from));
  const final = [...new Set(transitions.map(({ to }) => to))].filter((state) => !left.has(state));
  const lines = [
    `[*] --> ${first}`,
    ...transitions.flatMap((edge) => edge.from.map((from) => `${from} --> ${edge.to}: ${label(edge)}`)),
    ...final.map((state) => `${state} --> [*]`),
  ];
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
};

/**
 * The README with the diagram between its two markers.
 * @throws Error if it has no such markers
 */
export const withDiagram = (text: string, machine: Machine): string => {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${machine.readme} has no place between "${BEGIN}" and "${END}"`);
  return `${text.slice(0, begin)}${BEGIN}\n${drawn(machine)}\n${text.slice(end)}`;
};
