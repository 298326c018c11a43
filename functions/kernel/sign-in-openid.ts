import { createRemoteJWKSet, customFetch as keysFetch, type RemoteJWKSet } from 'jose';
import * as client from 'openid-client';
import type { Issuer } from './sign-in-issuer.ts';
import { keptOnce, provenBy, subjectOfToken } from './token-openid.ts';

export interface OpenIdSettings {
  /** Its discovery document lies under `<url>/.well-known/openid-configuration`. */
  readonly url: string;
  readonly clientId: string;
  /** Absent for a public client: PKCE protects the code either way. */
  readonly clientSecret?: string;
  /** The `aud` that access tokens for this portal carry. */
  readonly audience: string;
  readonly fetch?: typeof fetch;
}

interface Discovered {
  readonly configuration: client.Configuration;
  readonly keys: RemoteJWKSet;
}

/** Plain http is for an issuer on this very machine only. */
const insecureAllowed = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const discover = async (settings: OpenIdSettings): Promise<Discovered> => {
  const url = new URL(settings.url);
  const configuration = await client.discovery(
    url,
    settings.clientId,
    undefined,
    settings.clientSecret === undefined ? client.None() : client.ClientSecretBasic(settings.clientSecret),
    {
      execute: insecureAllowed(url) ? [client.allowInsecureRequests] : [],
      ...(settings.fetch && { [client.customFetch]: settings.fetch as client.CustomFetch }),
    },
  );
  const { jwks_uri: keysAt } = configuration.serverMetadata();
  if (keysAt === undefined) throw new Error(`The issuer ${settings.url} names no keys`);
  const keys = createRemoteJWKSet(new URL(keysAt), settings.fetch && { [keysFetch]: settings.fetch });
  return { configuration, keys };
};

/** Our own state, nonce or code did not fit, or the issuer said no: nobody is signed in, and nothing is broken. */
const isRefusal = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError ||
  error instanceof client.ResponseBodyError ||
  (error instanceof client.ClientError && error.code !== 'OAUTH_TIMEOUT');

/** An issuer asked with an age must say in `auth_time` when the person signed in; one from before today is asked anew. */
const OLDEST_SIGN_IN_SECONDS = 12 * 60 * 60;

const begin =
  (found: () => Promise<Discovered>): Issuer['begin'] =>
  async (callback, { language, anew }) => {
    const { configuration } = await found();
    const begun = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: callback,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      state: begun.state,
      nonce: begun.nonce,
      ui_locales: language,
      max_age: anew ? '0' : String(OLDEST_SIGN_IN_SECONDS),
      ...(anew && { prompt: 'login' }),
    });
    return { address: address.href, begun };
  };

const finish =
  (found: () => Promise<Discovered>): Issuer['finish'] =>
  async (answer, begun) => {
    const { configuration } = await found();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answer, {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      });
      return provenBy(tokens.claims() ?? {});
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  };

/** Any issuer that can be discovered: Keycloak before BundID, Cognito, the local one. Code flow with PKCE, state and nonce. */
export const openIdIssuer = (settings: OpenIdSettings): Issuer => {
  const found = keptOnce(settings.url, () => discover(settings));
  const tokens = async () => {
    const { configuration, keys } = await found();
    return { issuer: configuration.serverMetadata().issuer, keys };
  };
  return { begin: begin(found), finish: finish(found), subjectOf: subjectOfToken(tokens, settings.audience) };
};
