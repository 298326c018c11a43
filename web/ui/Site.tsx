import { useLocation, type RouteSectionProps } from '@solidjs/router';
import { createEffect, ErrorBoundary, on, Suspense, type JSX } from 'solid-js';
import { t } from '../i18n.ts';
import { announced } from './announce.ts';
import { FaultPage } from './FaultPage.tsx';
import { guardFocus } from './focus-guard.ts';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Loading } from './Loading.tsx';

/** Shows a fault in place of the page, until the person goes to another one. */
const Guarded = (props: { children: JSX.Element }) => {
  const location = useLocation();
  let leave: (() => void) | undefined;
  createEffect(
    on(
      () => location.pathname,
      () => leave?.(),
      { defer: true },
    ),
  );
  const faulted = (fault: unknown, again: () => void) => {
    leave = again;
    return <FaultPage fault={fault} again={again} />;
  };
  return <ErrorBoundary fallback={faulted}>{props.children}</ErrorBoundary>;
};

/** What stands around every page. */
export const Site = (props: RouteSectionProps) => {
  return (
    <div class="site">
      <a class="kern-link skip-link" href="#content" rel="external">
        {t('ui.skip')}
      </a>
      <Header />
      <main id="content" class="frame" tabindex={-1} ref={guardFocus}>
        <Guarded>
          <Suspense fallback={<Loading />}>{props.children}</Suspense>
        </Guarded>
      </main>
      <Footer />
      <p class="kern-sr-only" role="status" aria-live="polite">
        {announced()}
      </p>
    </div>
  );
};
