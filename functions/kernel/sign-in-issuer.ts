import type { Instant } from '../../shared/kernel/day.ts';

/** What the browser keeps while the person is at the issuer, so that only this browser can finish this sign-in. */
export interface BegunSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface AskedSignIn {
  readonly language: string;
  /** The person must prove anew who they are, whatever session the issuer still has. */
  readonly anew: boolean;
}

export interface ProvenSubject {
  readonly subject: string;
  /** When the person last proved to the issuer who they are (`auth_time`): a session it still had proves nothing anew. */
  readonly signedInAt?: Instant;
}

/** The OpenID Connect provider as the portal sees it. Adapter: sign-in-openid.ts. */
export interface Issuer {
  /** Where to send the browser, and what it must bring back. */
  begin(callback: string, asked: AskedSignIn): Promise<{ readonly address: string; readonly begun: BegunSignIn }>;
  /** Who signed in, and when they did; undefined if the issuer refused or the answer does not belong to what was begun. */
  finish(answer: URL, begun: BegunSignIn): Promise<ProvenSubject | undefined>;
  /** Whose access token this is, if it is valid at this instant and meant for this portal. */
  subjectOf(token: string, at: Instant): Promise<ProvenSubject | undefined>;
}
