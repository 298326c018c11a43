import { ownOf } from '../shared/kernel/own.ts';
/** The part of package-lock.json that is read here. */
export interface Lock {
  packages: Record<string, Locked>;
}

export interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly inBundle?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly cpu?: readonly string[];
  readonly os?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const SYSTEM_WORDS: Readonly<Record<string, string>> = { windows: 'win32' };
const PROCESSOR_WORDS: Readonly<Record<string, string>> = {
  aarch64: 'arm64',
  armv7: 'arm',
  gnueabihf: 'arm',
  musleabihf: 'arm',
  eabi: 'arm',
  wasm32: 'wasm32',
  x86_64: 'x64',
};
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The platform that a package's name speaks of, as npm writes it; undefined where the name names none. */
export const platformOf = (name: string): Pick<Locked, 'cpu' | 'os' | 'libc'> | undefined => {
  const words = name.split(/[/-]/);
  const os = words.map((word) => ownOf(SYSTEM_WORDS, word) ?? word).find((word) => SYSTEMS.includes(word));
  const cpu = words.map((word) => ownOf(PROCESSOR_WORDS, word) ?? word).find((word) => PROCESSORS.includes(word));
  if (cpu === undefined || (os === undefined && cpu !== 'wasm32')) return undefined;
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return {
    cpu: [cpu],
    ...(os === undefined ? {} : { os: [os] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
  };
};

/**
 * Locked packages whose bytes nothing vouches for. npm leaves the hash out where it only knew the name; a later
 * `npm install --package-lock-only` fills it in once the entry is taken out. Bundled ones come inside another's hash.
 */
export const withoutIntegrity = (lock: Lock): string[] =>
  Object.entries(lock.packages)
    .filter(([path, { integrity, inBundle }]) => path !== '' && integrity === undefined && inBundle !== true)
    .map(([path]) => path);

/** Where Node would find `name` from the package at `from`, nearest first. */
const placesOf = (from: string, name: string): string[] => {
  const places = [`${from === '' ? '' : `${from}/`}node_modules/${name}`];
  let rest = from;
  while (rest !== '') {
    rest = rest.slice(0, Math.max(0, rest.lastIndexOf('/node_modules/')));
    places.push(`${rest === '' ? '' : `${rest}/`}node_modules/${name}`);
  }
  return [...new Set(places)];
};

/** Optional packages of other platforms that a locked package names in an exact version, but that are not locked. */
export const absentOptionals = (lock: Lock): { path: string; entry: Locked }[] =>
  Object.entries(lock.packages).flatMap(([from, parent]) =>
    Object.entries(parent.optionalDependencies ?? {}).flatMap(([name, version]) => {
      const found = placesOf(from, name)
        .map((path) => ownOf(lock.packages, path))
        .find((it) => it !== undefined);
      const platform = platformOf(name);
      if (found?.version === version || platform === undefined || !/^\d/.test(version)) return [];
      const path = found === undefined ? `node_modules/${name}` : `${from}/node_modules/${name}`;
      const { os, ...rest } = platform;
      const dev = parent.dev === true ? { dev: true } : {};
      return [{ path, entry: { version, ...rest, ...dev, optional: true, ...(os === undefined ? {} : { os }) } }];
    }),
  );
