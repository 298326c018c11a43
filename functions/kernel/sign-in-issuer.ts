import type { Instant } from '../../shared/kernel/day.ts';

/** What the browser keeps while the person is at the issuer, so that only this browser can finish this sign-in. */
export interface BegunSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The OpenID Connect provider as the portal sees it. Adapter: sign-in-openid.ts. */
export interface Issuer {
  /** Where to send the browser, and what it must bring back. */
  begin(callback: string, language: string): Promise<{ readonly address: string; readonly begun: BegunSignIn }>;
  /** The subject who signed in; undefined if the issuer refused or the answer does not belong to what was begun. */
  finish(answer: URL, begun: BegunSignIn): Promise<string | undefined>;
  /** The subject of an access token that is valid at this instant and meant for this portal. */
  subjectOf(token: string, at: Instant): Promise<string | undefined>;
}
