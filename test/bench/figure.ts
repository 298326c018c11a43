/** One line of the bench: a value that must not exceed its limit, if it has one. `times` is a ratio to a baseline of the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly limit: number | undefined;
  readonly unit: 'times' | 'kB' | 'rounds';
}

export const holds = ({ value, limit }: Figure): boolean => limit === undefined || value <= limit;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const KB = 1000;

export const inKilobytes = (name: string, bytes: number, limit: number): Figure => ({
  name,
  value: bytes / KB,
  limit,
  unit: 'kB',
});
