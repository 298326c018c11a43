import { revalidate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import type { Role, RoleGrant } from '../shared/kernel/actor.ts';
import { send } from './api.ts';
import { belongTo, forgetAll, owner } from './kept.ts';

/** Who is signed in, with the roles held at the moment of asking. */
export interface Session {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly RoleGrant[];
}

const holdsAny = (who: Session | undefined, roles: readonly Role[]): boolean =>
  who?.roles.some((held) => roles.includes(held.role)) ?? false;

/** Writes or signs applications for an organisation. */
export const isApplicant = (who: Session | undefined): boolean => holdsAny(who, ['editor', 'signatory']);

/** Works on cases for an authority, or reads them. */
export const isOfficial = (who: Session | undefined): boolean => holdsAny(who, ['caseOfficer', 'approver', 'auditor']);

/** Examines, decides on or orders volunteers' claims, or reads them. */
export const examinesClaims = (who: Session | undefined): boolean =>
  holdsAny(who, ['bodyOffice', 'certifier', 'orderer', 'caseOfficer', 'auditor']);

/** Pays for an authority, or reads how it pays. */
export const paysOut = (who: Session | undefined): boolean => holdsAny(who, ['certifier', 'orderer', 'auditor']);

/** Keeps the public register: releases waiting rows, and erases words together with another. */
export const keepsRegister = (who: Session | undefined): boolean => holdsAny(who, ['programmeManager', 'admin']);

/** Keeps the public register, or reads how it is kept. */
export const seesRegisterOffice = (who: Session | undefined): boolean =>
  keepsRegister(who) || holdsAny(who, ['auditor']);

/** Runs the portal. */
export const isOperator = (who: Session | undefined): boolean => holdsAny(who, ['admin']);

/** Sits on a body. */
export const isMember = (who: Session | undefined): boolean => holdsAny(who, ['member']);

export const holdsRole = (who: Session | undefined, role: Role, scope: string): boolean =>
  who?.roles.some((held) => held.role === role && held.scope === scope) ?? false;

/** The bodies whose office this person is. */
export const officesOf = (who: Session | undefined): string[] =>
  (who?.roles ?? []).filter((held) => held.role === 'bodyOffice').map((held) => held.scope);

/** The organisations for which this person may write. */
export const organisationsOf = (who: Session | undefined): string[] => [
  ...new Set(
    (who?.roles ?? []).filter((held) => held.role === 'editor' || held.role === 'signatory').map((held) => held.scope),
  ),
];

const [session, setSession] = createSignal<Session | undefined>();

const [isSessionKnown, setSessionKnown] = createSignal(false);

/** The person who is signed in; undefined while unknown and for everybody else. A signal. */
export { session };

/** Whether the server has told who is signed in, or that nobody is. A signal. */
export { isSessionKnown };

/** Sounded on the window before signing out, while what was typed can still be sent. */
export const SIGNING_OUT = 'anteil-signing-out';

/** Tells the other tabs of this browser whose it is now. */
const PERSON = 'anteil-person';

const mark = (person: string | undefined): void => {
  try {
    if (person === undefined) localStorage.removeItem(PERSON);
    else localStorage.setItem(PERSON, person);
  } catch {
    // Without storage there is nothing to tell and nothing kept.
  }
};

/** Asks the server who is signed in. */
export const learnSession = async (): Promise<void> => {
  const answer = await send<Session>('/api/me');
  setSession(answer.ok ? answer.value : undefined);
  belongTo(answer.ok ? answer.value.person : undefined);
  if (answer.ok) mark(answer.value.person);
  setSessionKnown(true);
};

/**
 * The browser brings a page back as it was left. Somebody else may have signed in since: then nothing of it is theirs. Else what
 * it shows is asked anew.
 */
const returned = async (seen: string): Promise<void> => {
  const answer = await send<Session>('/api/me');
  const isOther = answer.ok ? answer.value.person !== seen : answer.problem.kind === 'signed-out';
  if (isOther) location.reload();
  else void revalidate();
};

/**
 * What one person typed is neither shown to nor sent by another: signing out forgets it, in every tab, and a page that the
 * browser brings back asks first whose it is.
 */
export const watchPerson = (): void => {
  let isOver = false;
  document.addEventListener('submit', (event) => {
    const isSignOut = event.target instanceof HTMLFormElement && event.target.action.endsWith('/api/sign-out');
    if (!isSignOut) return;
    isOver = true;
    dispatchEvent(new Event(SIGNING_OUT));
    forgetAll();
    mark(undefined);
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== PERSON || owner() === undefined || newValue === owner()) return;
    forgetAll();
    location.reload();
  });
  addEventListener('pageshow', ({ persisted }) => {
    const seen = owner();
    if (!persisted) return;
    if (isOver) location.reload();
    else if (seen !== undefined) void returned(seen);
  });
};
