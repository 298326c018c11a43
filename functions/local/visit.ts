/** A browser without a screen, for tests: keeps cookies, follows redirects and remembers where it was sent. */
export interface Visit {
  get(address: string, options?: { readonly stopBefore?: string }): Promise<Response>;
  post(address: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** Clicks on a person of the page that was last shown. */
  choose(person: string, options?: { readonly stopBefore?: string }): Promise<Response>;
  cookie(name: string): string | undefined;
  plant(name: string, value: string): void;
  readonly trail: string[];
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

const take = (jar: Map<string, Cookie>, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const [, path = '/'] = /; path=([^;]+)/i.exec(line) ?? [];
    const over = /max-age=0|expires=Thu, 01 Jan 1970/i.test(line);
    if (over) jar.delete(`${name} ${path}`);
    else jar.set(`${name} ${path}`, { value, path });
  }
};

const cookieHeader = (jar: Map<string, Cookie>, address: string): string =>
  [...jar]
    .filter(([, { path }]) => new URL(address).pathname.startsWith(path))
    .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
    .join('; ');

export const browser = (): Visit => {
  const jar = new Map<string, Cookie>();
  const trail: string[] = [];
  let shown = '';

  const follow = async (address: string, init: RequestInit, stopBefore?: string): Promise<Response> => {
    trail.push(address);
    const headers = { ...(init.headers as Record<string, string>), cookie: cookieHeader(jar, address) };
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    take(jar, response);
    const location = response.headers.get('location');
    if (location === null) {
      shown = address;
      return response;
    }
    const next = new URL(location, address).href;
    if (stopBefore !== undefined && next.includes(stopBefore)) {
      trail.push(next);
      return response;
    }
    return follow(next, {}, stopBefore);
  };

  const post: Visit['post'] = (address, fields, headers = {}) =>
    follow(address, { method: 'POST', body: new URLSearchParams(fields), headers });

  return {
    get: (address, { stopBefore } = {}) => follow(address, {}, stopBefore),
    post,
    choose: (person, { stopBefore } = {}) =>
      follow(shown, { method: 'POST', body: new URLSearchParams({ person }) }, stopBefore),
    cookie: (name) => jar.get(`${name} /`)?.value,
    plant: (name, value) => void jar.set(`${name} /`, { value, path: '/' }),
    trail,
  };
};
