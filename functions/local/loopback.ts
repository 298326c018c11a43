/**
 * Calls that the portal makes to its own public address stay on this machine: behind a proxy that address may not be
 * reachable from here, and the provider runs in this very process.
 */
export const loopback =
  (publicUrl: string, port: number): typeof fetch =>
  (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const { origin, href } = new URL(address);
    const own = origin === new URL(publicUrl).origin;
    return fetch(own ? href.replace(origin, `http://127.0.0.1:${port}`) : input, init);
  };
