import { useBeforeLeave } from '@solidjs/router';
import { onCleanup } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { owner } from '../kept.ts';
import { SIGNING_OUT } from '../session.ts';
import { revalidateCase, showCase } from './data.ts';
import type { SectionSaver } from './section-saver.ts';

/** A page that is left waits at most so long for its last save. */
const LEAVE_MS = 4000;

/** A link to signing in comes back to this page, where the words wait. */
const isSigningIn = (): boolean => document.activeElement?.matches('a[href^="/api/sign-in"]') === true;

/** Leaving within the portal waits for the last save and lets every page ask anew; closing the tab warns and sends it. */
export const guardLeaving = (found: CaseView, saver: SectionSaver): void => {
  useBeforeLeave((event) => {
    if (event.defaultPrevented || !(saver.hasSaved() || saver.isUnsaved())) return;
    event.preventDefault();
    const waited = new Promise((resolve) => setTimeout(resolve, LEAVE_MS));
    void Promise.race([saver.flush(), waited])
      .then(() => (saver.problem() === undefined ? revalidateCase(found.id) : showCase(saver.seen(found))))
      .finally(() => event.retry(true));
  });
  const isAtRisk = (): boolean => saver.isUnsaved() && owner() !== undefined;
  const warn = (event: BeforeUnloadEvent): void => {
    if (isAtRisk() && !isSigningIn()) event.preventDefault();
  };
  const send = (): void => {
    if (isAtRisk()) saver.flushLast();
  };
  addEventListener('beforeunload', warn);
  addEventListener('pagehide', send);
  addEventListener(SIGNING_OUT, send);
  onCleanup(() => {
    removeEventListener('beforeunload', warn);
    removeEventListener('pagehide', send);
    removeEventListener(SIGNING_OUT, send);
  });
};
