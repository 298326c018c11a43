import { setting } from './deployed.ts';
import { issuerLater } from './kernel/issuer-later.ts';

/** For functions in which people sign in; all others take `deployedTokens`. */
export const deployedIssuer = () =>
  issuerLater(async () => {
    const { openIdIssuer } = await import('./kernel/sign-in-openid.ts');
    return openIdIssuer({
      url: setting('ISSUER'),
      clientId: setting('CLIENT_ID'),
      audience: `${setting('PUBLIC_URL')}/api`,
    });
  });
