import type { Hono } from 'hono';
import type { Issuer } from '../../kernel/sign-in-issuer.ts';
import { openIdIssuer } from '../../kernel/sign-in-openid.ts';
import type { DemoPerson } from '../demo/people.ts';
import { loopback } from '../loopback.ts';
import { keysIn } from './keys.ts';
import { identityProvider, LOCAL_CLIENT } from './provider.ts';
import { identityRoutes, type LocalEnv } from './routes.ts';

/** Where the provider of a portal is, and for whom its tokens are. */
export const addressesOf = (publicUrl: string): { readonly issuer: string; readonly audience: string } => ({
  issuer: `${publicUrl}/identity`,
  audience: `${publicUrl}/api`,
});

/** The local identity provider, and the portal's own view of it: by discovery, as of any other issuer. */
export const localIdentity = async (city: {
  readonly publicUrl: string;
  readonly port: number;
  /** Where its keys are kept. */
  readonly folder: string;
  readonly people: readonly DemoPerson[];
}): Promise<{ readonly routes: Hono<LocalEnv>; readonly issuer: Issuer }> => {
  const { issuer, audience } = addressesOf(city.publicUrl);
  const keys = await keysIn(city.folder);
  const callback = `${city.publicUrl}/api/sign-in/callback`;
  const provider = identityProvider({ issuer, audience, callback, keys, people: city.people });
  return {
    routes: identityRoutes(provider, city.people),
    issuer: openIdIssuer({
      url: issuer,
      clientId: LOCAL_CLIENT,
      audience,
      fetch: loopback(city.publicUrl, city.port),
    }),
  };
};
