import { createSignal } from 'solid-js';
import type { RoleGrant } from '../shared/kernel/actor.ts';
import { send } from './api.ts';

/** Who is signed in, with the roles held at the moment of asking. */
export interface Session {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly RoleGrant[];
}

const [session, setSession] = createSignal<Session | undefined>();

/** The person who is signed in; undefined while unknown and for everybody else. A signal. */
export { session };

/** Asks the server who is signed in. */
export const learnSession = async (): Promise<void> => {
  const answer = await send<Session>('/api/me');
  setSession(answer.ok ? answer.value : undefined);
};

/** Where to sign in and come back to this very page. */
export const signInHref = (): string => `/api/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;
