import type { Component } from 'solid-js';

/** The addresses of the API that a page asks first. `at` gives a parameter of the page's address, encoded. */
export type FirstCalls = (at: (name: string) => string, search: string) => string[];

/** One page: its address, the rooms whose texts it needs, its code, and what it will ask the API first. */
export interface PageEntry {
  readonly path: string;
  readonly rooms: readonly string[];
  readonly load: () => Promise<Component>;
  /** Asked beside the code of the page; the addresses must be those of the room's `data.ts`, letter by letter. */
  readonly calls?: FirstCalls;
}
