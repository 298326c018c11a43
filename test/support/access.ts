/** Who asks: the public, the two organisations, two authorities, and people with other jobs. */
export const WHO = [
  'public',
  'editor',
  'signatory',
  'editor2',
  'case-officer',
  'approver',
  'district-officer',
  'district-approver',
  'auditor',
  'member',
  'admin',
] as const;

export interface Line {
  readonly path: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
  /** Expected status for each of WHO; 200 may change the case, so each cell has a city of its own where it writes. */
  readonly answers: readonly number[];
}

export const same = (status: number): number[] => WHO.map(() => status);
export const members = (status: number, rest = 404): number[] =>
  WHO.map((who) => (who === 'public' ? 401 : who === 'editor' || who === 'signatory' ? status : rest));
export const signedInOnly = (status: number): number[] => WHO.map((who) => (who === 'public' ? 401 : status));
export const EMPTY = {};

/** What is there when the routes are asked. */
export interface Seen {
  readonly notice: string;
  readonly entry: string;
  readonly version: number;
}

export type Matrix = Readonly<Record<string, (seen: Seen) => Line>>;
