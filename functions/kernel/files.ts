/**
 * Where documents and the published ledger lie: a folder locally, S3 in AWS.
 * Paths are relative, `/`-separated, without `..`. Everything here is untrusted storage (architecture, "The public ledger").
 */
export interface Files {
  /** Stores the bytes under the path; replaces what was there. Durable when it resolves. */
  put(path: string, bytes: Uint8Array, about: { readonly type: string; readonly immutable?: boolean }): Promise<void>;
  /** The bytes, or undefined where nothing lies. */
  get(path: string): Promise<Uint8Array | undefined>;
  remove(path: string): Promise<void>;
  /** Paths that begin so, in order of their names. */
  list(prefix: string): Promise<string[]>;
  /** A link that downloads the file as `name` and ends after `seconds`. */
  link(path: string, options: { readonly name: string; readonly seconds: number }): Promise<string>;
}
