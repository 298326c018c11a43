import { fetchEarly } from './early.ts';
import { PAGES } from './pages.ts';
import { textFile } from './text-files.ts';

/** The parameters of an address that has the form of `path`; undefined if it has another one. */
export const parametersOf = (path: string, address: string): ReadonlyMap<string, string> | undefined => {
  const [wanted, found] = [path, address].map((one) => one.split('/').filter((part) => part !== ''));
  if (wanted?.length !== found?.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [index, part] of (wanted ?? []).entries()) {
    const value = found?.[index] ?? '';
    if (part.startsWith(':')) parameters.set(part.slice(1), value);
    else if (part !== value) return undefined;
  }
  return parameters;
};

/** `%E0%A4%A` is not text; such an address is asked for as it stands and answered as one that does not exist. */
const encoded = (part: string): string => {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    return encodeURIComponent(part);
  }
};

/**
 * Asks for what the page at this address needs, all at once: who is signed in, the frame's texts, the page's code and
 * texts, and its first calls. Nothing waits for the answers here; whoever needs one asks again and gets the same.
 */
export const beginPage = (pathname: string, search: string): void => {
  fetchEarly('/api/me');
  void textFile('ui');
  for (const page of PAGES) {
    const parameters = parametersOf(page.path, pathname);
    if (parameters === undefined) continue;
    void page.load().catch(() => undefined);
    for (const room of page.rooms) void textFile(room);
    page.calls?.((name) => encoded(parameters.get(name) ?? ''), search).forEach(fetchEarly);
    return;
  }
};
