import { Hono } from 'hono';
import { described } from './described.ts';
import type { Env } from './env.ts';
import { unwellParts, type Watched } from './health.ts';

/**
 * `GET /health`: 200 `{"status":"ok","version":…}` if the storage answers and every part is well, 200 `"degraded"` with the
 * parts that are not, 503 if the storage is silent. Public, so it names parts and no figures.
 */
export const healthRoutes = (deps: Watched & { readonly settings: { readonly version: string } }) =>
  new Hono<Env>().get(
    '/health',
    described('portal', 'Whether the portal and its storage answer, and which parts are not well', {
      access: 'public',
    }),
    async (c) => {
      const unwell = await unwellParts(deps);
      const { version } = deps.settings;
      return unwell.length === 0
        ? c.json({ status: 'ok' as const, version })
        : c.json({ status: 'degraded' as const, version, unwell });
    },
  );
