import type { Files } from './files.ts';

/** Files in a map, for tests and drills; what goes in and comes out is a copy. */
export interface MemoryFiles extends Files {
  readonly all: Map<string, Uint8Array>;
}

export const memoryFiles = (): MemoryFiles => {
  const all = new Map<string, Uint8Array>();
  return {
    all,
    put: async (path, bytes) => void all.set(path, Uint8Array.from(bytes)),
    get: async (path) => {
      const bytes = all.get(path);
      return bytes && Uint8Array.from(bytes);
    },
    remove: async (path) => void all.delete(path),
    list: async (prefix) => [...all.keys()].filter((path) => path.startsWith(prefix)).sort(),
    link: async (path, { name }) => `memory:${path}?name=${encodeURIComponent(name)}`,
  };
};
