import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { instant, type Instant } from '../../shared/kernel/day.ts';
import type { Issuer, ProvenSubject } from './sign-in-issuer.ts';

/** Where tokens of an issuer come from, and the keys that sign them. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
}

const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'];

const UNREACHABLE = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC']);

const isBadToken = (error: unknown): boolean => error instanceof errors.JOSEError && !UNREACHABLE.has(error.code);

/** Never `iat`: a token may be new where the sign-in behind it is old. */
export const provenBy = (claims: {
  readonly sub?: string;
  readonly [claim: string]: unknown;
}): ProvenSubject | undefined => {
  const { sub: subject, auth_time: since } = claims;
  if (subject === undefined) return undefined;
  const told = typeof since === 'number' && Number.isFinite(since);
  return { subject, ...(told && { signedInAt: instant(new Date(since * 1000).toISOString()) }) };
};

/** Types of access tokens: by RFC 9068, or untyped. Others are signed with the same keys: for signing out, in, or refreshing. */
const HEADER_TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
/** Keycloak names the kind within the token. */
const PAYLOAD_TYPES = new Set(['bearer']);

const isOneOf = (types: ReadonlySet<string>, type: unknown): boolean =>
  type === undefined || (typeof type === 'string' && types.has(type.toLowerCase()));

/** Whose access token this is, if it is valid at this instant and meant for the audience. */
export const subjectOfToken =
  (found: () => Promise<TokenIssuer>, audience: string): Issuer['subjectOf'] =>
  async (token: string, at: Instant) => {
    const { issuer, keys } = await found();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(at),
      });
      const isAccess = isOneOf(HEADER_TYPES, protectedHeader.typ) && isOneOf(PAYLOAD_TYPES, payload['typ']);
      return isAccess ? provenBy(payload) : undefined;
    } catch (error) {
      if (isBadToken(error)) return undefined;
      throw error;
    }
  };

/** Keeps what was found; a failure is not kept, so that an issuer that comes back is used again. */
export const keptOnce = <T>(url: string, find: () => Promise<T>): (() => Promise<T>) => {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find().catch((cause: unknown) => {
      found = undefined;
      throw new Error(`The issuer ${url} does not answer`, { cause });
    });
    return found;
  };
};

const discovered = async (url: string, ask: typeof fetch): Promise<TokenIssuer> => {
  const answer = await ask(`${url.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error(`Discovery answered ${answer.status}`);
  const { issuer, jwks_uri: keysAt } = (await answer.json()) as { issuer?: string; jwks_uri?: string };
  if (issuer !== url || keysAt === undefined) throw new Error(`The issuer ${url} names no keys`);
  return { issuer, keys: createRemoteJWKSet(new URL(keysAt)) };
};

const notHere = (): Promise<never> => Promise.reject(new Error('This function signs nobody in'));

/** For functions in which nobody signs in: they know tokens of the issuer, and carry no client of it. */
export const tokensOnly = (settings: {
  readonly url: string;
  readonly audience: string;
  readonly fetch?: typeof fetch;
}): Issuer => ({
  begin: notHere,
  finish: notHere,
  subjectOf: subjectOfToken(
    keptOnce(settings.url, () => discovered(settings.url, settings.fetch ?? fetch)),
    settings.audience,
  ),
});
