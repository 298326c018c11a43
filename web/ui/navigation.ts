import type { Session } from '../session.ts';

interface Entry {
  readonly href: string;
  /** Key of the text. */
  readonly text: string;
}

/** What stands in the main navigation for this person; only pages that the person may open. */
export const navigation = (_who: Session | undefined): Entry[] => [{ href: '/', text: 'ui.nav.home' }];
