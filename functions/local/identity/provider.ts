import { html } from 'hono/html';
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { DemoPerson } from '../demo/people.ts';
import { page, PAGE_POLICY } from '../page.ts';
import { languageFrom, textsIn } from '../language.ts';
import { memoryAdapter } from './adapter.ts';
import { ALGORITHM, type IdentityKeys } from './keys.ts';

/** The portal as the provider's one client. It is public: locally there is no secret to keep, PKCE protects the code. */
export const LOCAL_CLIENT = 'anteil';

export interface ProviderSettings {
  /** Where the provider is reached, `<public address>/identity`. */
  readonly issuer: string;
  /** Whom access tokens are for: the address of the API. */
  readonly audience: string;
  /** The address to which the code comes back. */
  readonly callback: string;
  readonly keys: IdentityKeys;
  readonly people: readonly DemoPerson[];
}

/** The portal is the city's own, so that nobody is asked to consent to it. */
const grantAll = async (ctx: KoaContextWithOIDC) => {
  const { provider, session, client } = ctx.oidc;
  if (session?.accountId === undefined || client === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
};

const renderError: NonNullable<Configuration['renderError']> = async (ctx, out, error) => {
  const language = languageFrom(undefined, ctx.get('accept-language'));
  const texts = textsIn(language);
  ctx.type = 'html';
  ctx.set('content-security-policy', PAGE_POLICY);
  const body = html`<p>${texts.identity.failed}</p>
    <p dir="auto">${out.error_description ?? error.message}</p>
    <p><a href="/">${texts.home}</a></p>`;
  ctx.body = String(await page(language, texts.identity.failedTitle, body));
};

const clientOf = (callback: string): NonNullable<Configuration['clients']>[number] => ({
  client_id: LOCAL_CLIENT,
  token_endpoint_auth_method: 'none',
  redirect_uris: [callback],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  id_token_signed_response_alg: ALGORITHM,
  require_auth_time: true,
});

const claimsOf =
  (people: readonly DemoPerson[]): NonNullable<Configuration['findAccount']> =>
  (_ctx, id) => {
    const found = people.find((person) => person.id === id);
    if (found === undefined) return undefined;
    return { accountId: id, claims: () => ({ sub: id, name: found.name, email: found.email }) };
  };

const featuresFor = (audience: string): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => audience,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: '',
      audience,
      accessTokenFormat: 'jwt',
      accessTokenTTL: 3600,
      jwt: { sign: { alg: ALGORITHM } },
    }),
  },
});

/** A certified OpenID provider for the fictional city: code flow with PKCE, access tokens as JWT. */
export const identityProvider = ({ issuer, audience, callback, keys, people }: ProviderSettings): Provider => {
  const provider = new Provider(issuer, {
    adapter: memoryAdapter,
    clients: [clientOf(callback)],
    jwks: { keys: [keys.jwk] },
    cookies: { keys: [keys.cookieSecret], short: { path: '/identity' }, long: { path: '/identity' } },
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'email'],
    features: featuresFor(audience),
    findAccount: claimsOf(people),
    loadExistingGrant: grantAll,
    interactions: { url: (_ctx, interaction) => `/identity/interaction/${interaction.uid}` },
    ttl: { Interaction: 3600, Session: 3600, Grant: 3600, IdToken: 300, AuthorizationCode: 60, AccessToken: 3600 },
    renderError,
  });
  // Host and protocol come from the public address, which the city writes into these headers itself.
  provider.proxy = true;
  return provider;
};
