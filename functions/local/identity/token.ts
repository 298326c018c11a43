import { importJWK, SignJWT } from 'jose';
import { epochSeconds } from '../../../shared/kernel/day.ts';
import { systemClock } from '../../kernel/clock.ts';
import { ALGORITHM, type IdentityKeys } from './keys.ts';

/** Bearer tokens of the local portal live for a working day: they are for trying the API out. */
const LIFETIME = '8h';

/** The access token that the local provider would issue for this person. */
export const signToken = async (
  keys: IdentityKeys,
  token: { readonly issuer: string; readonly audience: string; readonly person: string },
): Promise<string> =>
  new SignJWT({ client_id: 'token', auth_time: epochSeconds(systemClock.now()) })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: keys.jwk.kid ?? '' })
    .setIssuer(token.issuer)
    .setAudience(token.audience)
    .setSubject(token.person)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .setJti(crypto.randomUUID())
    .sign(await importJWK(keys.jwk, ALGORITHM));
