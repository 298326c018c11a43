import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/** An answer that belongs to the story, so that the browser's line about it is no complaint. */
export interface Awaited {
  readonly status: number;
  readonly path: RegExp;
}

export interface Watched {
  readonly found: string[];
  readonly awaited: Awaited[];
}

/** Nobody is signed in at first; the page asks once. */
const SIGNED_OUT: Awaited = { status: 401, path: /^\/api\/me$/ };

const isAwaited = (message: ConsoleMessage, awaited: readonly Awaited[]): boolean => {
  const status = Number(/status of (\d{3})/.exec(message.text())?.[1]);
  const { url } = message.location();
  return URL.canParse(url) && awaited.some((one) => one.status === status && one.path.test(new URL(url).pathname));
};

/** Everything that a browser complains about: scripts, console, the content policy, requests to another host. */
export const complaintsOf = async (context: BrowserContext, baseURL: string): Promise<Watched> => {
  const found: string[] = [];
  const awaited: Awaited[] = [SIGNED_OUT];
  await context.addInitScript(
    "addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))",
  );
  context.on('page', (page: Page) => {
    page.on('pageerror', (error) => found.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAwaited(message, awaited))
        found.push(`console: ${message.text()} (${message.location().url})`);
    });
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== baseURL) found.push(`asks another host: ${request.url()}`);
  });
  return { found, awaited };
};
