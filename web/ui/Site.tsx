import type { RouteSectionProps } from '@solidjs/router';
import { ErrorBoundary, Suspense } from 'solid-js';
import { t } from '../i18n.ts';
import { announced } from './announce.ts';
import { FaultPage } from './FaultPage.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Loading } from './Loading.tsx';

/** What stands around every page. */
export const Site = (props: RouteSectionProps) => {
  return (
    <div class="site">
      <a class="kern-link skip-link" href="#content" rel="external">
        {t('ui.skip')}
      </a>
      <Header />
      <main id="content" class="frame" tabindex={-1}>
        <ErrorBoundary fallback={(fault, again) => <FaultPage fault={fault as unknown} again={again} />}>
          <Suspense fallback={<Loading />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
      <p class="kern-sr-only" role="status" aria-live="polite">
        {announced()}
      </p>
    </div>
  );
};
