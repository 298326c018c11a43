import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { openIdIssuer } from './sign-in-openid.ts';

const URL_OF_ISSUER = 'https://identity.example';
const KEY_ID = 'any';

let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let jwk: object;
beforeAll(async () => {
  keys = await generateKeyPair('ES256');
  jwk = { ...(await exportJWK(keys.publicKey)), kid: KEY_ID, alg: 'ES256' };
});

/** An issuer that signs in `member`, with these claims in its tokens, whatever it was asked. */
const issuerWith = (claims: Readonly<Record<string, unknown>>) => {
  let nonce = '';
  const signed = (audience: string, type: string) =>
    new SignJWT({ ...claims, nonce })
      .setProtectedHeader({ alg: 'ES256', kid: KEY_ID, typ: type })
      .setIssuer(URL_OF_ISSUER)
      .setAudience(audience)
      .setSubject('member')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(keys.privateKey);
  const answers: Readonly<Record<string, () => Promise<object>>> = {
    '/.well-known/openid-configuration': async () => ({
      issuer: URL_OF_ISSUER,
      authorization_endpoint: `${URL_OF_ISSUER}/auth`,
      token_endpoint: `${URL_OF_ISSUER}/token`,
      jwks_uri: `${URL_OF_ISSUER}/keys`,
      id_token_signing_alg_values_supported: ['ES256'],
    }),
    '/keys': async () => ({ keys: [jwk] }),
    '/token': async () => ({ access_token: 'any', token_type: 'bearer', id_token: await signed('anteil', 'JWT') }),
  };
  const fetch = async (address: string | URL | Request) =>
    Response.json(await answers[new URL(address instanceof Request ? address.url : address).pathname]!());
  const audience = 'https://portal.example/api';
  const issuer = openIdIssuer({ url: URL_OF_ISSUER, clientId: 'anteil', audience, fetch });
  return {
    issuer,
    token: (type = 'at+jwt') => signed(audience, type),
    signIn: async (anew = false) => {
      const callback = 'https://portal.example/api/sign-in/callback';
      const { address, begun } = await issuer.begin(callback, { language: 'de', anew });
      nonce = begun.nonce;
      const asked = new URL(address).searchParams;
      const answer = new URL(`${callback}?code=any&state=${begun.state}`);
      return { asked, proven: await issuer.finish(answer, begun) };
    },
  };
};

describe('when a person has signed in', () => {
  const now = Math.floor(performance.timeOrigin / 1000);

  test('is asked for at each sign-in, and anew where it must be anew', async () => {
    const issuer = issuerWith({ auth_time: now });
    expect(Object.fromEntries((await issuer.signIn()).asked)).toMatchObject({ max_age: '43200' });
    expect(Object.fromEntries((await issuer.signIn(true)).asked)).toMatchObject({ prompt: 'login', max_age: '0' });
  });

  test('is what the issuer says, also if somebody took the wish to be asked anew out of the address', async () => {
    const { proven } = await issuerWith({ auth_time: now - 3600 }).signIn(true);
    expect(proven).toEqual({
      subject: 'member',
      signedInAt: expect.stringContaining(new Date((now - 3600) * 1000).toISOString().slice(0, 19)),
    });
  });

  test('is unknown where the issuer does not say, however new its tokens are', async () => {
    const issuer = issuerWith({});
    expect((await issuer.signIn()).proven).toEqual({ subject: 'member' });
    const at = new Date(now * 1000).toISOString();
    expect(await issuer.issuer.subjectOf(await issuer.token(), at as never)).toEqual({ subject: 'member' });
  });

  test.each(['logout+jwt', 'dpop+jwt', 'secevent+jwt'])('a token of type %s is no access token', async (type) => {
    const issuer = issuerWith({});
    const at = new Date(now * 1000).toISOString() as never;
    expect(await issuer.issuer.subjectOf(await issuer.token(type), at)).toBeUndefined();
    expect(await issuer.issuer.subjectOf(await issuer.token('JWT'), at)).toEqual({ subject: 'member' });
  });

  test.each(['ID', 'Refresh', 'Logout'])('what the issuer itself calls %s is no access token', async (typ) => {
    const issuer = issuerWith({ typ });
    const at = new Date(now * 1000).toISOString() as never;
    expect(await issuer.issuer.subjectOf(await issuer.token('JWT'), at)).toBeUndefined();
  });

  test('stands in a bearer token as well', async () => {
    const issuer = issuerWith({ auth_time: now - 60 });
    const at = new Date(now * 1000).toISOString();
    const proven = await issuer.issuer.subjectOf(await issuer.token(), at as never);
    expect(Date.parse(proven?.signedInAt ?? '')).toBe((now - 60) * 1000);
  });
});
