import type { Issuer } from './sign-in-issuer.ts';

/** Loads once, when first needed; a failure is not kept. */
const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
};

/** An issuer whose adapter is loaded when first used: only signing in and bearer tokens ask it. */
export const issuerLater = (load: () => Promise<Issuer>): Issuer => {
  const issuer = once(load);
  return {
    begin: async (...args) => (await issuer()).begin(...args),
    finish: async (...args) => (await issuer()).finish(...args),
    subjectOf: async (...args) => (await issuer()).subjectOf(...args),
  };
};
